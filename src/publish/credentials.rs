//! Passwords: asked for when one is needed, kept in memory only, and taken out of whatever a host says.

use std::fmt;
use std::sync::OnceLock;

/// A password that is asked for at most once. It is never shown.
pub struct Secret {
    ask: Box<dyn Fn() -> Option<String> + Send + Sync>,
    value: OnceLock<Option<String>>,
}

impl Secret {
    /// A password that `ask` gives, if there is one.
    #[must_use]
    pub fn new(ask: impl Fn() -> Option<String> + Send + Sync + 'static) -> Self {
        Self {
            ask: Box::new(ask),
            value: OnceLock::new(),
        }
    }

    /// The password; nothing when there is none.
    #[must_use]
    pub fn get(&self) -> Option<&str> {
        self.value.get_or_init(|| (self.ask)()).as_deref()
    }

    /// A text without the password, should a host have repeated it.
    #[must_use]
    pub fn scrub(&self, text: &str) -> String {
        match self.value.get() {
            Some(Some(secret)) if !secret.is_empty() => text.replace(secret, "…"),
            _ => text.to_owned(),
        }
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_asked_for_once_and_never_shown() {
        let asked = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
        let counter = std::sync::Arc::clone(&asked);
        let secret = Secret::new(move || {
            counter.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            Some("mật-khẩu".to_owned())
        });
        assert_eq!(
            secret.scrub("mật-khẩu"),
            "mật-khẩu",
            "nobody has asked for it"
        );
        assert_eq!(
            (secret.get(), secret.get()),
            (Some("mật-khẩu"), Some("mật-khẩu"))
        );
        assert_eq!(asked.load(std::sync::atomic::Ordering::Relaxed), 1);
        assert_eq!(secret.scrub("530 PASS mật-khẩu?"), "530 PASS …?");
        assert_eq!(format!("{secret:?}"), "Secret(…)");
    }
}
