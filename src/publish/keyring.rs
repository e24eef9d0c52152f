//! Passwords that the system keeps for a person from one publish to the next, each for one account on one host.
//!
//! Only Windows has a place for them that lasts, asks for nothing to be installed, and is locked by the person's own login:
//! the Credential Manager. Linux's kernel forgets at the next start, its desktop stores need a service and a hundred crates,
//! and macOS's keychain cannot be tried here; there, the environment, the agent, a key file and the question stay.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use keyring_core::{CredentialStore, Entry, Error};

/// Whose password it is. Nobody else is ever given it: a host whose name somebody has changed in `site.toml` is another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The login name.
    pub user: String,
    /// The host.
    pub host: String,
    /// The port, which another server of the same host may have.
    pub port: u16,
    /// How it is sent: what may go over a protected line may not go over an open one.
    pub way: &'static str,
}

impl Account {
    /// The name of the host's side, as the system shows it to a person who looks.
    fn service(&self) -> String {
        format!("{}:{} ({})", self.host, self.port, self.way)
    }
}

/// A place of the system's that keeps passwords.
#[derive(Clone)]
pub struct Keyring {
    store: Arc<CredentialStore>,
    modifiers: HashMap<&'static str, &'static str>,
}

impl Keyring {
    /// The system's own; nothing where it has none that lasts.
    #[cfg(windows)]
    #[must_use]
    pub fn of_the_system() -> Option<Self> {
        // Seen in the Credential Manager as `trangxa:USER@HOST:PORT (WAY)`.
        let names = HashMap::from([("prefix", "trangxa:"), ("divider", "@")]);
        let store = windows_native_keyring_store::Store::new_with_configuration(&names).ok()?;
        Some(Self {
            store,
            // On this machine only: else it would go along to every one that the person's login opens.
            modifiers: HashMap::from([("persistence", "Local")]),
        })
    }

    /// The system's own; nothing where it has none that lasts.
    #[cfg(not(windows))]
    #[must_use]
    pub fn of_the_system() -> Option<Self> {
        None
    }

    /// Any store that takes entries as they are.
    #[must_use]
    pub fn new(store: Arc<CredentialStore>) -> Self {
        Self {
            store,
            modifiers: HashMap::new(),
        }
    }

    /// One that forgets when it is dropped, for tests.
    #[cfg(test)]
    pub fn in_memory() -> Self {
        Self::new(keyring_core::mock::Store::new().expect("it is in memory"))
    }

    fn entry(&self, account: &Account) -> Result<Entry, Unable> {
        let entry = self
            .store
            .build(&account.service(), &account.user, Some(&self.modifiers));
        entry.map_err(|error| Unable::new(&error))
    }

    /// The password of an account, if it is kept and can be read.
    #[must_use]
    pub fn get(&self, account: &Account) -> Option<String> {
        let kept = self.entry(account).ok()?.get_password().ok()?;
        Some(kept).filter(|kept| !kept.is_empty())
    }

    /// Keeps a password, in the place of one that was kept before.
    ///
    /// # Errors
    /// When the system does not take it.
    pub fn keep(&self, account: &Account, password: &str) -> Result<(), Unable> {
        let entry = self.entry(account)?;
        entry
            .set_password(password)
            .map_err(|error| Unable::new(&error))
    }

    /// Removes the password of an account; false when none was kept.
    ///
    /// # Errors
    /// When the system does not let go of it.
    pub fn forget(&self, account: &Account) -> Result<bool, Unable> {
        match self.entry(account)?.delete_credential() {
            Ok(()) => Ok(true),
            Err(Error::NoEntry) => Ok(false),
            Err(error) => Err(Unable::new(&error)),
        }
    }
}

impl fmt::Debug for Keyring {
    /// A store may show what it holds.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keyring(…)")
    }
}

/// The system did not do it; in its own words, which hold no password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unable(String);

impl Unable {
    fn new(error: &Error) -> Self {
        Self(match error {
            // Their values may hold what is kept.
            Error::BadDataFormat(..) | Error::Ambiguous(_) => "?".to_owned(),
            error => error.to_string(),
        })
    }
}

impl fmt::Display for Unable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account() -> Account {
        Account {
            user: "xa-an-lac".to_owned(),
            host: "may-chu.example.vn".to_owned(),
            port: 22,
            way: "sftp",
        }
    }

    #[test]
    fn a_password_is_kept_replaced_and_forgotten() {
        let (keyring, account) = (Keyring::in_memory(), account());
        assert_eq!(keyring.get(&account), None);
        assert_eq!(keyring.forget(&account), Ok(false));
        assert_eq!(keyring.keep(&account, "mật-khẩu"), Ok(()));
        assert_eq!(keyring.get(&account).as_deref(), Some("mật-khẩu"));
        assert_eq!(keyring.keep(&account, "mật-khẩu-mới"), Ok(()));
        assert_eq!(keyring.get(&account).as_deref(), Some("mật-khẩu-mới"));
        assert_eq!(keyring.forget(&account), Ok(true));
        assert_eq!(keyring.get(&account), None);
    }

    #[test]
    fn no_other_account_is_given_it() {
        let keyring = Keyring::in_memory();
        keyring
            .keep(&account(), "mật-khẩu")
            .expect("it is in memory");
        let others = [
            Account {
                user: "xa-khac".to_owned(),
                ..account()
            },
            Account {
                host: "may-chu.example.com".to_owned(),
                ..account()
            },
            Account {
                port: 2222,
                ..account()
            },
            Account {
                way: "ftp",
                ..account()
            },
        ];
        assert_eq!(others.map(|other| keyring.get(&other)), [const { None }; 4]);
    }

    #[test]
    fn what_a_store_says_of_itself_and_of_its_mistakes_holds_no_password() {
        let keyring = Keyring::in_memory();
        keyring
            .keep(&account(), "mật-khẩu")
            .expect("it is in memory");
        assert_eq!(format!("{keyring:?}"), "Keyring(…)");
        let kept = keyring.entry(&account()).expect("it is in memory");
        let bytes = b"mat-khau".to_vec();
        let errors = [
            (
                Error::BadEncoding(bytes.clone()),
                "Password data is not valid UTF-8",
            ),
            (Error::BadDataFormat(bytes, "mật-khẩu".into()), "?"),
            (Error::Ambiguous(vec![kept]), "?"),
        ];
        for (error, said) in errors {
            assert_eq!(Unable::new(&error).to_string(), said);
        }
    }
}
