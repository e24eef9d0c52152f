//! From a table `[publish.NAME]` to the way there: which protocol, and who answers when it asks for a password or about a key.

use std::io::IsTerminal as _;

use super::{Mistakes, unkept};
use crate::cli::Place;
use crate::config::{self, Destination};
use crate::diag::{Diagnostic, Lang, Msg, Text};
use crate::publish;
use crate::publish::credentials::Secret;
use crate::publish::folder::Folder;
use crate::publish::ftps::{Ftps, Protection};
use crate::publish::s3::S3;
use crate::publish::sftp::{Sftp, SftpTarget};
use crate::publish::target::Target;
use crate::publish::tls::Pins;
use crate::publish::whole::Whole;

/// The target of a destination. Nothing is connected yet.
pub(super) fn target_of(
    place: &Place,
    destination: &Destination,
    host_key: Option<String>,
) -> Result<Box<dyn Target>, Mistakes> {
    let Destination { name, fields } = destination;
    let text = |key: &str| fields.text(key).unwrap_or_default().to_owned();
    let connections = fields
        .int("connections")
        .and_then(|n| usize::try_from(n).ok());
    let port = fields.int("port").and_then(|n| u16::try_from(n).ok());
    let store = place.root.join(publish::releases::FOLDER);
    let lang = place.voice.lang;
    let trust = |host: &str| -> Box<dyn Fn(&str) -> bool + Send + Sync> {
        let (host, given) = (host.to_owned(), host_key.clone());
        Box::new(move |key| match &given {
            Some(given) => given == key,
            None => ask(&Text::new(Msg::UiTrust, &[&host, &key]).show(lang))
                .is_some_and(|answer| YES.contains(&&*answer.to_lowercase())),
        })
    };
    let way = fields.text("type").unwrap_or_default();
    if fields.flag("insecure") && ["ftps", "s3"].contains(&way) {
        let warning = Diagnostic::new(Msg::Insecure, "", None, &[name, &text("host")]);
        let warning = warning.help(Msg::HelpInsecure, &[]);
        place.voice.report(&[warning], &|_| None);
    }
    let whole = fields.text("path").and_then(config::folder_name);
    let whole = whole.filter(|_| fields.flag("switch"));
    let path = whole.map_or_else(|| text("path"), |(above, _)| above.to_owned());
    let target: Box<dyn Target> = match way {
        "sftp" => {
            let host = text("host");
            let way = Sftp {
                port: port.unwrap_or(22),
                user: text("user"),
                path,
                key: fields.text("key").map(|path| place.root.join(path)),
                secret: secret(lang, name, &text("user"), &host),
                known_hosts: store.join("known-hosts"),
                trust: trust(&host),
                connections: connections.unwrap_or(4),
                host,
            };
            let target = SftpTarget::new(way).map_err(|error| unkept(place, &error))?;
            Box::new(target)
        }
        "ftps" => {
            let host = text("host");
            let (protection, usual_port) = if fields.flag("insecure") {
                (Protection::Nothing, 21)
            } else if fields.flag("implicit") {
                (Protection::Implicit, 990)
            } else {
                (Protection::Explicit, 21)
            };
            let port = port.unwrap_or(usual_port);
            Box::new(Ftps {
                user: text("user"),
                path: text("path"),
                secret: secret(lang, name, &text("user"), &host),
                protection,
                pins: Pins {
                    file: store.join("known-certificates"),
                    host: format!("{host}:{port}"),
                    trust: trust(&host),
                },
                connections: connections.unwrap_or(1),
                port,
                host,
            })
        }
        "s3" => {
            let host = text("host");
            let scheme = if fields.flag("insecure") {
                "http"
            } else {
                "https"
            };
            let port = port.map_or_else(String::new, |port| format!(":{port}"));
            Box::new(S3 {
                endpoint: format!("{scheme}://{host}{port}"),
                region: fields.text("region").unwrap_or("us-east-1").to_owned(),
                bucket: text("bucket"),
                path: text("path"),
                user: text("user"),
                secret: secret(lang, name, &text("user"), &host),
                connections: connections.unwrap_or(4),
            })
        }
        _ => Box::new(Folder::new(place.root.join(path))),
    };
    Ok(match whole {
        Some((_, name)) => Box::new(Whole::new(target, name.to_owned())),
        None => target,
    })
}

/// What people type to say yes.
const YES: &[&str] = &["co", "có", "yes", "y"];

/// The password of a destination: from the environment, else from the person.
fn secret(lang: Lang, name: &str, user: &str, host: &str) -> Secret {
    let variables = [
        config::password_variable(name),
        "TRANGXA_PASSWORD".to_owned(),
    ];
    let question = Text::new(Msg::UiPassword, &[&user, &host]).show(lang);
    Secret::new(move || {
        variables
            .iter()
            .find_map(|name| std::env::var(name).ok())
            .or_else(|| ask(&question))
    })
}

/// Asks the person in front of the screen; nobody is there when the input is no terminal. A plain line is read, so that
/// typing Vietnamese works.
fn ask(question: &str) -> Option<String> {
    if !std::io::stdin().is_terminal() {
        return None;
    }
    anstream::eprint!("{question}");
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).ok()?;
    Some(line.trim_end_matches(['\r', '\n']).to_owned()).filter(|line| !line.is_empty())
}
