//! What the person in front of the screen is asked: for a password, and whether the system shall keep it.

use std::io::IsTerminal as _;

use crate::cli::Voice;
use crate::config;
use crate::diag::{Diagnostic, Lang, Msg, Text};
use crate::publish::credentials::{Keeping, Question, Secret};
use crate::publish::keyring::{Account, Keyring};

/// What people type to say yes.
const YES: &[&str] = &["c", "co", "có", "yes", "y"];

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

/// Whether the person says yes.
pub(super) fn agrees(question: &str) -> bool {
    ask(question).is_some_and(|answer| YES.contains(&&*answer.trim().to_lowercase()))
}

/// The password of a destination: from the environment, else from the system's key ring, else from the person.
pub(super) fn secret(lang: Lang, destination: &str, account: Account) -> Secret {
    let variables = [
        config::password_variable(destination),
        "TRANGXA_PASSWORD".to_owned(),
    ];
    let given = variables.iter().find_map(|name| std::env::var(name).ok());
    let (user, host) = (account.user.clone(), account.host.clone());
    let ask = move |question| {
        let msg = match question {
            Question::First => Msg::UiPassword,
            Question::Another => Msg::UiPasswordAgain,
        };
        ask(&Text::new(msg, &[&user, &host]).show(lang))
    };
    Secret::new(account, given, Keyring::of_the_system(), Box::new(ask))
}

/// Has the system keep a password that the host has accepted, if the person wants that.
pub(super) fn keep(secret: &Secret, destination: &str, voice: Voice) {
    let told = match secret.keeping() {
        Some(Keeping::Replace) => Msg::UiPasswordReplaced,
        Some(Keeping::Offer) if !voice.json && agrees(&voice.text(Msg::UiKeepPassword, &[])) => {
            Msg::UiPasswordKept
        }
        _ => return,
    };
    match secret.keep() {
        Ok(()) => voice.say(told, &[&destination]),
        Err(error) => {
            let warning = Diagnostic::new(Msg::PasswordNotKept, "", None, &[&error]);
            voice.report(&[warning.help(Msg::HelpPasswordNotKept, &[])], &|_| None);
        }
    }
}
