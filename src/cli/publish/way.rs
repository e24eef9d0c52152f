//! From a table `[publish.NAME]` to the way there: which protocol, and who answers when it asks for a password or about a key.

use std::sync::Arc;

use super::person::{agrees, secret};
use super::{Mistakes, unkept};
use crate::cli::Place;
use crate::config::{self, Destination};
use crate::diag::{Diagnostic, Msg, Text};
use crate::parse::fields::Fields;
use crate::publish;
use crate::publish::credentials::Secret;
use crate::publish::folder::Folder;
use crate::publish::ftps::{Ftps, Protection};
use crate::publish::keyring::Account;
use crate::publish::s3::S3;
use crate::publish::sftp::{Sftp, SftpTarget};
use crate::publish::target::Target;
use crate::publish::tls::Pins;
use crate::publish::whole::Whole;

/// The way to a destination.
pub(super) struct Way {
    /// Nothing is connected yet.
    pub(super) target: Box<dyn Target>,
    /// The password that it takes, if any.
    pub(super) secret: Option<Arc<Secret>>,
}

/// The way to a destination.
pub(super) fn way_to(
    place: &Place,
    destination: &Destination,
    host_key: Option<String>,
) -> Result<Way, Mistakes> {
    let Destination { name, fields } = destination;
    let text = |key: &str| fields.text(key).unwrap_or_default().to_owned();
    let connections = fields
        .int("connections")
        .and_then(|n| usize::try_from(n).ok());
    let store = place.root.join(publish::releases::FOLDER);
    let lang = place.voice.lang;
    let trust = |host: &str| -> Box<dyn Fn(&str) -> bool + Send + Sync> {
        let (host, given) = (host.to_owned(), host_key.clone());
        Box::new(move |key| match &given {
            Some(given) => given == key,
            None => agrees(&Text::new(Msg::UiTrust, &[&host, &key]).show(lang)),
        })
    };
    let way = fields.text("type").unwrap_or_default();
    let is_open = fields.flag("insecure");
    if is_open && ["ftps", "s3"].contains(&way) {
        let warning = Diagnostic::new(Msg::Insecure, "", None, &[name, &text("host")]);
        let warning = warning.help(Msg::HelpInsecure, &[]);
        place.voice.report(&[warning], &|_| None);
    }
    let whole = fields.text("path").and_then(config::folder_name);
    let whole = whole.filter(|_| fields.flag("switch"));
    let path = whole.map_or_else(|| text("path"), |(above, _)| above.to_owned());
    let Some(account) = account_of(fields) else {
        let target = Box::new(Folder::new(place.root.join(&path)));
        return Ok(Way {
            target: switched(target, whole),
            secret: None,
        });
    };
    let Account {
        user, host, port, ..
    } = account.clone();
    let secret = Arc::new(secret(lang, name, account));
    let kept_by_way = Arc::clone(&secret);
    let target: Box<dyn Target> = match way {
        "sftp" => {
            let way = Sftp {
                trust: trust(&host),
                host,
                port,
                user,
                path,
                key: fields.text("key").map(|path| place.root.join(path)),
                secret,
                known_hosts: store.join("known-hosts"),
                connections: connections.unwrap_or(4),
            };
            let target = SftpTarget::new(way).map_err(|error| unkept(place, &error))?;
            Box::new(target)
        }
        "ftps" => Box::new(Ftps {
            pins: Pins {
                file: store.join("known-certificates"),
                host: format!("{host}:{port}"),
                trust: trust(&host),
            },
            host,
            port,
            user,
            path,
            secret,
            protection: match (is_open, fields.flag("implicit")) {
                (true, _) => Protection::Nothing,
                (false, true) => Protection::Implicit,
                (false, false) => Protection::Explicit,
            },
            connections: connections.unwrap_or(1),
        }),
        _ => {
            let scheme = if is_open { "http" } else { "https" };
            Box::new(S3 {
                endpoint: format!("{scheme}://{host}:{port}"),
                region: fields.text("region").unwrap_or("us-east-1").to_owned(),
                bucket: text("bucket"),
                path,
                user,
                secret,
                connections: connections.unwrap_or(4),
            })
        }
    };
    Ok(Way {
        target: switched(target, whole),
        secret: Some(kept_by_way),
    })
}

/// The target, as one whose whole site is switched at once where that is wished.
fn switched(target: Box<dyn Target>, whole: Option<(&str, &str)>) -> Box<dyn Target> {
    match whole {
        Some((_, name)) => Box::new(Whole::new(target, name.to_owned())),
        None => target,
    }
}

/// Whose password a destination takes; nothing when it is no host.
fn account_of(fields: &Fields) -> Option<Account> {
    let is_open = fields.flag("insecure");
    let (way, usual_port) = match fields.text("type")? {
        "sftp" => ("sftp", 22),
        "ftps" if is_open => ("ftp", 21),
        "ftps" if fields.flag("implicit") => ("ftps", 990),
        "ftps" => ("ftps", 21),
        "s3" if is_open => ("s3, http", 80),
        "s3" => ("s3", 443),
        _ => return None,
    };
    let text = |key: &str| fields.text(key).unwrap_or_default().to_owned();
    let port = fields.int("port").and_then(|n| u16::try_from(n).ok());
    Some(Account {
        user: text("user"),
        host: text("host"),
        port: port.unwrap_or(usual_port),
        way,
    })
}
