//! Until when a web server's certificate is good: asked for on a line of its own, on which nothing is sent.
//!
//! In goes a host, out comes the moment at which its certificate ends, whoever vouches for it; whether visitors' browsers
//! trust it is found by asking for pages (`visit`). No password and no file ever goes over such a line.

use std::io;
use std::net::{TcpStream, ToSocketAddrs as _};
use std::sync::Arc;
use std::time::Duration;

use jiff::civil::DateTime;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::CryptoProvider;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, ClientConnection, DigitallySignedStruct, Error, SignatureScheme};

use crate::diag::{Diagnostic, Msg};
use crate::moment::Moment;
use crate::vi;

/// With fewer days than these left somebody should be told. Certificates that are renewed by a program are renewed before.
const FEW_DAYS: i32 = 21;
/// How long a host may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// The host and port that an address leads to over TLS; nothing when it is another sort of address.
#[must_use]
pub fn host_of(address: &str) -> Option<(&str, u16)> {
    let rest = address.strip_prefix("https://")?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    match host.rsplit_once(':') {
        Some((host, port)) => Some((host, port.parse().ok()?)),
        None => Some((host, 443)),
    }
}

/// What to tell about a certificate that ends at a moment.
#[must_use]
pub fn judge(host: &str, ends: Moment, now: Moment) -> Option<Diagnostic> {
    let date = vi::date::short(ends.date());
    if ends <= now {
        let expired = Diagnostic::new(Msg::CertificateExpired, "", None, &[&host, &date]);
        return Some(expired.help(Msg::HelpCertificateExpired, &[]));
    }
    let left = now
        .date()
        .until(ends.date())
        .map_or(0, |span| span.get_days());
    let ends = Diagnostic::new(Msg::CertificateEnds, "", None, &[&host, &date, &left]);
    (left < FEW_DAYS).then(|| ends.help(Msg::HelpCertificateEnds, &[]))
}

/// When the certificate of a host ends.
///
/// # Errors
/// When the host does not answer, or shows no certificate that can be read.
pub fn ask(host: &str, port: u16) -> io::Result<Moment> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Onlooker(provider)))
        .with_no_client_auth();
    let name = ServerName::try_from(host.to_owned()).map_err(io::Error::other)?;
    let mut tls = ClientConnection::new(Arc::new(config), name).map_err(io::Error::other)?;
    let address = (host, port).to_socket_addrs()?.next();
    let address = address.ok_or(io::ErrorKind::NotFound)?;
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    while tls.is_handshaking() {
        tls.complete_io(&mut stream)?;
    }
    let shown = tls.peer_certificates().and_then(<[_]>::first);
    let ends = shown.and_then(|certificate| ends(certificate));
    ends.ok_or_else(|| io::ErrorKind::InvalidData.into())
}

/// Looks at whatever is shown. What goes over such a line is the greeting alone.
#[derive(Debug)]
struct Onlooker(Arc<CryptoProvider>);

impl ServerCertVerifier for Onlooker {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.0.signature_verification_algorithms;
        rustls::crypto::verify_tls12_signature(message, cert, dss, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.0.signature_verification_algorithms;
        rustls::crypto::verify_tls13_signature(message, cert, dss, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}

/// When a certificate ends, from its bytes (RFC 5280, 4.1): the second time of the fifth or fourth part of what is signed.
#[must_use]
pub fn ends(certificate: &[u8]) -> Option<Moment> {
    const SEQUENCE: u8 = 0x30;
    const VERSION: u8 = 0xa0;
    let (tag, certificate, _) = part(certificate)?;
    let (inner, signed, _) = part(certificate)?;
    let mut rest = signed;
    let mut next = || {
        let (tag, content, after) = part(rest)?;
        rest = after;
        Some((tag, content))
    };
    let (first, _) = next()?;
    // The version may be left out; number, algorithm and issuer come before the validity.
    let before = if first == VERSION { 3 } else { 2 };
    for _ in 0..before {
        next()?;
    }
    let (third, validity) = next()?;
    let (_, _, after) = part(validity)?;
    let (kind, time, _) = part(after)?;
    ([tag, inner, third] == [SEQUENCE; 3])
        .then(|| moment(kind, time))
        .flatten()
}

/// One value of DER: its tag, its content, and what comes after it.
fn part(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (&tag, rest) = bytes.split_first()?;
    let (&length, rest) = rest.split_first()?;
    let (length, rest) = match length {
        0..0x80 => (usize::from(length), rest),
        // So many bytes hold the length.
        _ => {
            let (digits, rest) = rest.split_at_checked(usize::from(length & 0x7f))?;
            let length = digits.iter().try_fold(0usize, |sum, digit| {
                sum.checked_mul(256)?.checked_add(usize::from(*digit))
            });
            (length?, rest)
        }
    };
    let (content, after) = rest.split_at_checked(length)?;
    Some((tag, content, after))
}

/// A time of a certificate: `YYMMDDHHMMSSZ`, or with four digits of the year from 2050 on.
fn moment(kind: u8, time: &[u8]) -> Option<Moment> {
    const SHORT: u8 = 0x17;
    const LONG: u8 = 0x18;
    let text = std::str::from_utf8(time).ok()?.strip_suffix('Z')?;
    let text = match kind {
        SHORT if text.get(..2)? < "50" => format!("20{text}"),
        SHORT => format!("19{text}"),
        LONG => text.to_owned(),
        _ => return None,
    };
    let local = DateTime::strptime("%Y%m%d%H%M%S", &text).ok()?;
    Some(Moment::from_offset(local, 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Lang;

    fn der(tag: u8, content: &[u8]) -> Vec<u8> {
        let length = u8::try_from(content.len()).expect("the test's values are short");
        let length = if length < 0x80 {
            vec![length]
        } else {
            vec![0x81, length]
        };
        [&[tag][..], &length, content].concat()
    }

    /// A certificate with nothing in it but what stands before the time and the time.
    fn certificate(has_version: bool, kind: u8, time: &str) -> Vec<u8> {
        let version = der(0xa0, &der(2, &[2]));
        let issuer = der(0x30, &[0; 120]);
        let validity = [der(0x17, b"260101000000Z"), der(kind, time.as_bytes())].concat();
        let signed = [
            if has_version { version } else { Vec::new() },
            der(2, &[7]),
            der(0x30, &[]),
            issuer,
            der(0x30, &validity),
        ];
        der(0x30, &der(0x30, &signed.concat()))
    }

    #[test]
    fn the_end_of_a_certificate_is_read_from_its_bytes() {
        let end = |has_version, kind, time| {
            ends(&certificate(has_version, kind, time)).map(Moment::rfc3339)
        };
        let expected = |text: &str| Some(text.to_owned());
        assert_eq!(
            end(true, 0x17, "261213170000Z"),
            expected("2026-12-14T00:00:00+07:00")
        );
        assert_eq!(
            end(false, 0x17, "991231235959Z"),
            expected("2000-01-01T06:59:59+07:00")
        );
        assert_eq!(
            end(true, 0x18, "20510101000000Z"),
            expected("2051-01-01T07:00:00+07:00")
        );
        assert_eq!(end(true, 0x17, "2612131700Z"), None);
        assert_eq!(end(true, 0x0c, "261213170000Z"), None);
        let whole = certificate(true, 0x17, "261213170000Z");
        for length in 0..whole.len() {
            assert_eq!(ends(&whole[..length]), None, "{length}");
        }
    }

    #[test]
    fn an_address_leads_to_a_host_and_a_port() {
        assert_eq!(host_of("https://a.example/tin/"), Some(("a.example", 443)));
        assert_eq!(host_of("https://a.example:8443"), Some(("a.example", 8443)));
        assert_eq!(host_of("http://a.example/"), None);
    }

    #[test]
    fn a_certificate_that_ends_soon_is_told_with_the_day() {
        let now = Moment::from_unix(1_795_000_000); // 18/11/2026, 23:06
        let said = |days: i64| {
            let ends = Moment::from_unix(1_795_000_000 + days * 86_400);
            judge("a.example", ends, now).map(|one| one.text.show(Lang::En))
        };
        assert_eq!(said(21), None);
        let soon = "the certificate of a.example ends on 08/12/2026, in 20 days";
        assert_eq!(said(20).as_deref(), Some(soon));
        let gone = "the certificate of a.example ended on 17/11/2026: browsers keep visitors out";
        assert_eq!(said(-1).as_deref(), Some(gone));
    }
}
