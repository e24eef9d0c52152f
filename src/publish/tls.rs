//! Who a host is, over TLS: vouched for by a certificate authority, or confirmed by a person at the first publish.
//!
//! Much shared hosting has a certificate that nobody vouches for, or one for another name. Its fingerprint is then
//! confirmed once and kept in the site's folder; another one stops. Verification is never turned off.

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, Error, RootCertStore, SignatureScheme};

use super::manifest::Hash;
use super::target::{Failure, Trouble};
use crate::diag::{Diagnostic, Msg};

/// The certificates that were confirmed, one `HOST:PORT HASH` a line.
pub struct Pins {
    /// The file that holds them.
    pub file: PathBuf,
    /// `HOST:PORT`.
    pub host: String,
    /// Asks whether a certificate is the host's, by its fingerprint.
    pub trust: Box<dyn Fn(&str) -> bool + Send + Sync>,
}

impl Pins {
    fn known(&self) -> Option<Hash> {
        let text = fs::read_to_string(&self.file).ok()?;
        let mut lines = text.lines().filter_map(|line| line.split_once(' '));
        lines.find(|(host, _)| *host == self.host)?.1.parse().ok()
    }

    /// What to do about a certificate that nobody vouches for: `Ok` when it was confirmed just now and may be tried again.
    ///
    /// # Errors
    /// When it is not the one that was confirmed, or nobody confirms it.
    pub fn judge(&self, shown: Hash) -> Result<(), Failure> {
        let told = |msg: Msg, args: crate::diag::Args<'_>| Diagnostic::new(msg, "", None, args);
        if let Some(known) = self.known() {
            let changed = told(Msg::HostKeyChanged, &[&self.host, &known, &shown]);
            let help = changed.help(Msg::HelpHostKeyChanged, &[&self.file.display()]);
            return Err(Failure::told(help));
        }
        let name = shown.to_string();
        if !(self.trust)(&name) {
            let unknown = told(Msg::HostKeyUnknown, &[&self.host, &name]);
            return Err(Failure::told(
                unknown.help(Msg::HelpHostKeyUnknown, &[&name]),
            ));
        }
        let mut text = fs::read_to_string(&self.file).unwrap_or_default();
        text += &format!("{} {name}\n", self.host);
        fs::create_dir_all(self.file.parent().expect("a file lies in a folder"))
            .and_then(|()| fs::write(&self.file, text))
            .map_err(|error| Failure::new(Trouble::Here, error))
    }

    /// How to speak TLS with the host. The certificate that was refused is left in `refused`.
    #[must_use]
    pub fn config(&self, refused: &Arc<Mutex<Option<Hash>>>) -> Arc<ClientConfig> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let roots = RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        let authorities =
            WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::clone(&provider))
                .build()
                .expect("the roots are not empty");
        let guard = Guard {
            authorities,
            pinned: self.known(),
            refused: Arc::clone(refused),
        };
        let config = ClientConfig::builder_with_provider(provider)
            // FTP servers want every file's connection to resume the session of its control connection. A session of 1.2
            // can be resumed again and again; of 1.3 there are two or three tickets, and uploads bring no new ones.
            .with_protocol_versions(&[&rustls::version::TLS12])
            .expect("the provider has what the version needs")
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(guard))
            .with_no_client_auth();
        Arc::new(config)
    }
}

/// Lets a certificate pass that an authority vouches for, or that was confirmed.
#[derive(Debug)]
struct Guard {
    authorities: Arc<WebPkiServerVerifier>,
    pinned: Option<Hash>,
    refused: Arc<Mutex<Option<Hash>>>,
}

impl ServerCertVerifier for Guard {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let shown = Hash::of(end_entity);
        if self.pinned == Some(shown) {
            return Ok(ServerCertVerified::assertion());
        }
        let vouched = self.authorities.verify_server_cert(
            end_entity,
            intermediates,
            server_name,
            ocsp_response,
            now,
        );
        if vouched.is_err() {
            *self
                .refused
                .lock()
                .expect("no thread panics while it holds the lock") = Some(shown);
        }
        vouched
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.authorities.verify_tls12_signature(message, cert, dss)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.authorities.verify_tls13_signature(message, cert, dss)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.authorities.supported_verify_schemes()
    }
}
