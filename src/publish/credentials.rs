//! Passwords: from the environment, from the system's key ring, or from the person who is asked. They are held in memory
//! only, given to the system only when the person wants it, and taken out of whatever a host says.

use std::fmt;
use std::sync::{Mutex, MutexGuard};

use super::keyring::{Account, Keyring, Unable};
use super::stop::Stop;

/// Asks the person in front of the screen; nothing when nobody is there or nothing is answered.
pub type Asking = Box<dyn Fn(Question) -> Option<String> + Send + Sync>;

/// Why the person is asked for a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// There is none.
    First,
    /// The host did not accept the one that the system keeps.
    Another,
}

/// The password of an account. It is asked for at most once, unless the system kept one that is no longer right, and it is
/// never shown.
pub struct Secret {
    account: Account,
    given: Option<String>,
    keyring: Option<Keyring>,
    ask: Asking,
    held: Mutex<Held>,
}

#[derive(Default)]
struct Held {
    /// The password in use; nothing before somebody wanted it.
    current: Option<Current>,
    /// Those that were in use before.
    earlier: Vec<String>,
}

struct Current {
    /// Nothing when there is none.
    password: Option<String>,
    origin: Origin,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// The environment.
    Given,
    /// The system's key ring.
    Kept,
    /// The person; `replaces` is set when the host did not accept the one that the key ring has.
    Typed { replaces: bool },
}

/// What is to be done with a password that the host accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// The person is asked whether the system shall keep it.
    Offer,
    /// It takes the place of the one that the person had the system keep.
    Replace,
}

impl Secret {
    /// The password of an account: `given`, else what the key ring has, else what the person answers.
    #[must_use]
    pub fn new(
        account: Account,
        given: Option<String>,
        keyring: Option<Keyring>,
        ask: Asking,
    ) -> Self {
        Self {
            account,
            given,
            keyring,
            ask,
            held: Mutex::new(Held::default()),
        }
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held
            .lock()
            .expect("no thread panics while it holds the lock")
    }

    /// The password; nothing when there is none.
    #[must_use]
    pub fn get(&self) -> Option<String> {
        let mut held = self.held();
        let current = held.current.get_or_insert_with(|| self.find());
        current.password.clone()
    }

    fn find(&self) -> Current {
        let (password, origin) = if self.given.is_some() {
            (self.given.clone(), Origin::Given)
        } else if let Some(kept) = self.keyring.as_ref().and_then(|it| it.get(&self.account)) {
            (Some(kept), Origin::Kept)
        } else {
            let typed = (self.ask)(Question::First);
            (typed, Origin::Typed { replaces: false })
        };
        Current { password, origin }
    }

    /// Whether the password in use is one that the system kept.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        let held = self.held();
        let current = held.current.as_ref();
        current.is_some_and(|current| current.origin == Origin::Kept)
    }

    /// Does something for which a host wants the password; once more with another when it does not accept the one that the
    /// system keeps, and the person answers.
    ///
    /// # Errors
    /// What the work gives.
    pub fn at_the_door<T>(&self, work: impl Fn() -> Result<T, Stop>) -> Result<T, Stop> {
        match work() {
            Err(stop) if stop.is_login() && self.renew() => work(),
            result => result,
        }
    }

    /// Asks for another password if the one that the host did not accept was kept by the system. False when it was not, or
    /// nobody answers.
    fn renew(&self) -> bool {
        if !self.is_kept() {
            return false;
        }
        let Some(typed) = (self.ask)(Question::Another) else {
            return false;
        };
        let mut held = self.held();
        let renewed = Current {
            password: Some(typed),
            origin: Origin::Typed { replaces: true },
        };
        let refused = held.current.replace(renewed);
        held.earlier.extend(refused.and_then(|it| it.password));
        true
    }

    /// What is to be done with the password now that the host has accepted it; nothing where the system keeps none, or it
    /// need not be kept.
    #[must_use]
    pub fn keeping(&self) -> Option<Keeping> {
        let held = self.held();
        let current = held.current.as_ref()?;
        current.password.as_ref()?;
        match (current.origin, &self.keyring) {
            (Origin::Typed { replaces: true }, Some(_)) => Some(Keeping::Replace),
            (Origin::Typed { replaces: false }, Some(_)) => Some(Keeping::Offer),
            _ => None,
        }
    }

    /// Has the system keep the password that is in use.
    ///
    /// # Errors
    /// When the system does not take it.
    pub fn keep(&self) -> Result<(), Unable> {
        match (&self.keyring, self.get()) {
            (Some(keyring), Some(password)) => keyring.keep(&self.account, &password),
            _ => Ok(()),
        }
    }

    /// Removes what the system keeps for the account; false when that is nothing.
    ///
    /// # Errors
    /// When the system does not let go of it.
    pub fn forget(&self) -> Result<bool, Unable> {
        match &self.keyring {
            Some(keyring) => keyring.forget(&self.account),
            None => Ok(false),
        }
    }

    /// A text without the password, should a host have repeated it.
    #[must_use]
    pub fn scrub(&self, text: &str) -> String {
        let held = self.held();
        let current = held.current.iter().filter_map(|it| it.password.as_ref());
        let known = current.chain(&held.earlier).filter(|it| !it.is_empty());
        known.fold(text.to_owned(), |text, it| text.replace(it, "…"))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    fn account() -> Account {
        Account {
            user: "xa-an-lac".to_owned(),
            host: "may-chu.example.vn".to_owned(),
            port: 21,
            way: "ftps",
        }
    }

    /// A person with these answers, and what the person was asked.
    fn person(answers: &[&str]) -> (Asking, Arc<Mutex<Vec<Question>>>) {
        let asked = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&asked);
        let answers: Vec<String> = answers.iter().map(|it| (*it).to_owned()).collect();
        let ask = move |question| {
            let mut heard = heard.lock().expect("no test panics here");
            heard.push(question);
            answers.get(heard.len() - 1).cloned()
        };
        (Box::new(ask), asked)
    }

    fn asked(questions: &Mutex<Vec<Question>>) -> Vec<Question> {
        questions.lock().expect("no test panics here").clone()
    }

    #[test]
    fn a_secret_is_asked_for_once_and_never_shown() {
        let (ask, questions) = person(&["mật-khẩu"]);
        let secret = Secret::new(account(), None, None, ask);
        assert_eq!(
            secret.scrub("mật-khẩu"),
            "mật-khẩu",
            "nobody has asked for it"
        );
        assert_eq!(secret.get().as_deref(), Some("mật-khẩu"));
        assert_eq!(secret.get().as_deref(), Some("mật-khẩu"));
        assert_eq!(asked(&questions), [Question::First]);
        assert_eq!(secret.scrub("530 PASS mật-khẩu?"), "530 PASS …?");
        assert_eq!(format!("{secret:?}"), "Secret(…)");
    }

    #[test]
    fn the_environment_goes_before_the_key_ring_and_the_key_ring_before_the_person() {
        let keyring = Keyring::in_memory();
        keyring.keep(&account(), "kept").expect("it is in memory");
        let secret = |given: Option<&str>, keyring| {
            let (ask, _) = person(&["typed"]);
            Secret::new(account(), given.map(str::to_owned), keyring, ask)
        };
        let all = secret(Some("given"), Some(keyring.clone()));
        assert_eq!(all.get().as_deref(), Some("given"));
        let kept = secret(None, Some(keyring));
        assert_eq!(kept.get().as_deref(), Some("kept"));
        let typed = secret(None, None);
        assert_eq!(typed.get().as_deref(), Some("typed"));
        for secret in [all, kept, typed] {
            assert_eq!(secret.keeping(), None, "nothing is to be kept");
        }
    }

    #[test]
    fn what_was_typed_is_kept_when_the_person_wants_it_and_not_before() {
        let keyring = Keyring::in_memory();
        let (ask, _) = person(&["mật-khẩu"]);
        let secret = Secret::new(account(), None, Some(keyring.clone()), ask);
        assert_eq!(secret.keeping(), None, "nobody has asked for it");
        assert_eq!(secret.get().as_deref(), Some("mật-khẩu"));
        assert_eq!(secret.keeping(), Some(Keeping::Offer));
        assert_eq!(keyring.get(&account()), None);
        assert_eq!(secret.keep(), Ok(()));
        assert_eq!(keyring.get(&account()).as_deref(), Some("mật-khẩu"));
        assert_eq!(secret.forget(), Ok(true));
        assert_eq!(secret.forget(), Ok(false));
    }

    #[test]
    fn a_kept_password_that_the_host_refuses_is_asked_for_anew_and_replaced() {
        let keyring = Keyring::in_memory();
        keyring.keep(&account(), "cũ").expect("it is in memory");
        let (ask, questions) = person(&["mới"]);
        let secret = Secret::new(account(), None, Some(keyring.clone()), ask);
        assert_eq!(secret.get().as_deref(), Some("cũ"));
        assert!(secret.is_kept());
        assert!(secret.renew());
        assert_eq!(asked(&questions), [Question::Another]);
        assert_eq!(secret.get().as_deref(), Some("mới"));
        assert_eq!(
            keyring.get(&account()).as_deref(),
            Some("cũ"),
            "not before the host accepted the new one"
        );
        assert_eq!(secret.keeping(), Some(Keeping::Replace));
        assert_eq!(secret.keep(), Ok(()));
        assert_eq!(keyring.get(&account()).as_deref(), Some("mới"));
        assert_eq!(secret.scrub("cũ, mới"), "…, …");
        assert!(!secret.renew(), "only what was kept is asked for anew");
    }

    #[test]
    fn a_kept_password_stays_when_nobody_answers() {
        let keyring = Keyring::in_memory();
        keyring.keep(&account(), "cũ").expect("it is in memory");
        let (ask, _) = person(&[]);
        let secret = Secret::new(account(), None, Some(keyring.clone()), ask);
        assert_eq!(secret.get().as_deref(), Some("cũ"));
        assert!(!secret.renew());
        assert_eq!(secret.get().as_deref(), Some("cũ"));
        assert_eq!(keyring.get(&account()).as_deref(), Some("cũ"));
    }

    #[test]
    fn nobody_is_asked_for_anew_about_a_password_that_was_given_or_typed() {
        for given in [Some("given".to_owned()), None] {
            let (ask, questions) = person(&["typed", "again"]);
            let secret = Secret::new(account(), given, Some(Keyring::in_memory()), ask);
            let (first, many) = (secret.get(), asked(&questions).len());
            assert!(!secret.renew());
            assert_eq!((secret.get(), asked(&questions).len()), (first, many));
        }
    }
}
