//! Links that leave the site: whether the pages that they lead to are still there.
//!
//! `links` gathers them, `check` asks each address once and makes diagnostics of the answers; how to ask is an argument,
//! and `ask` is the way over the network. Nothing here is part of a build: the answers change without an edit.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use ureq::tls::{PemItem, RootCerts, TlsConfig};

use crate::diag::{Diagnostic, Msg, Span};
use crate::parse::{Doc, calls, links};
use crate::site::Site;

/// What came of asking for an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The page is there, or its host would rather not say (it wants a password, or is tired of questions).
    Fine,
    /// The host says that there is no such page; its status.
    Gone(u16),
    /// Nobody answered.
    Silence,
}

/// Where an address is named.
type Places = Vec<(Arc<str>, Span)>;

/// How many hosts are asked at once.
const AT_ONCE: usize = 8;
/// How long one question may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Every address outside the site that its pages and sections lead to, with the places.
#[must_use]
pub fn links(site: &Site) -> BTreeMap<String, Places> {
    let sections = site
        .sections
        .iter()
        .filter_map(|section| section.doc.as_ref());
    let docs = sections.chain(site.pages.iter().map(|page| &page.doc));
    let mut found: BTreeMap<String, Places> = BTreeMap::new();
    for doc in docs {
        for (address, span) in links_of(doc) {
            // What follows a # is the browser's business.
            let address = address.split('#').next().unwrap_or(address);
            let places = found.entry(address.to_owned()).or_default();
            places.push((Arc::clone(&doc.path), span));
        }
    }
    found
}

fn links_of(doc: &Doc) -> impl Iterator<Item = (&str, Span)> {
    let source = doc.fields.table("source");
    let source = source.and_then(|source| Some((source.text("url")?, source.span("url")?)));
    let links = doc
        .outline
        .outside
        .iter()
        .map(|link| (&*link.target, link.span));
    source
        .into_iter()
        .filter(|(url, _)| links::is_web(url))
        .chain(links)
}

/// Asks for every address and gives what is wrong, in order. When nobody answers at all, this machine is offline, and
/// that is the only thing said.
pub fn check(
    found: &BTreeMap<String, Places>,
    ask: &(dyn Fn(&str) -> Answer + Sync),
) -> Vec<Diagnostic> {
    let answers = ask_all(found.keys(), ask);
    if !answers.is_empty() && answers.values().all(|answer| *answer == Answer::Silence) {
        return vec![
            Diagnostic::new(Msg::NoNetwork, "", None, &[&answers.len()])
                .help(Msg::HelpNoNetwork, &[]),
        ];
    }
    let mut diagnostics = Vec::new();
    for (address, answer) in &answers {
        let places = found.get(*address).into_iter().flatten();
        diagnostics.extend(places.filter_map(|(file, span)| {
            match answer {
                Answer::Fine => None,
                Answer::Gone(status) => Some(
                    Diagnostic::new(Msg::DeadLink, file, *span, &[address, status])
                        .help(Msg::HelpDeadLink, &[]),
                ),
                Answer::Silence => Some(
                    Diagnostic::new(Msg::SilentLink, file, *span, &[address])
                        .help(Msg::HelpSilentLink, &[]),
                ),
            }
        }));
    }
    diagnostics
}

/// Several hosts at once, the addresses of one host one after the other.
fn ask_all<'a>(
    addresses: impl Iterator<Item = &'a String>,
    ask: &(dyn Fn(&str) -> Answer + Sync),
) -> BTreeMap<&'a str, Answer> {
    let mut hosts: BTreeMap<Option<String>, Vec<&str>> = BTreeMap::new();
    for address in addresses {
        hosts.entry(calls::host(address)).or_default().push(address);
    }
    let waiting = Mutex::new(hosts.into_values());
    let answers = Mutex::new(BTreeMap::new());
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                let next = || {
                    waiting
                        .lock()
                        .expect("nobody panics while holding it")
                        .next()
                };
                while let Some(addresses) = next() {
                    for address in addresses {
                        let answer = ask(address);
                        let mut answers = answers.lock().expect("nobody panics while holding it");
                        answers.insert(address, answer);
                    }
                }
            });
        }
    });
    answers.into_inner().expect("all threads have ended")
}

/// The file whose certificate authorities are trusted in the place of the usual ones, for networks that have their own;
/// other programs know the variable too.
const AUTHORITIES: &str = "SSL_CERT_FILE";

/// Who vouches for hosts.
fn authorities() -> RootCerts {
    let file = std::env::var_os(AUTHORITIES).and_then(|path| std::fs::read(path).ok());
    let Some(file) = file else {
        return RootCerts::WebPki;
    };
    let certificates = ureq::tls::parse_pem(&file).filter_map(|item| match item {
        Ok(PemItem::Certificate(certificate)) => Some(certificate),
        _ => None,
    });
    RootCerts::from(certificates)
}

/// Asks over the network for so long at most; what a host refuses is an answer too.
pub fn agent(patience: Duration) -> ureq::Agent {
    let tls = TlsConfig::builder().root_certs(authorities()).build();
    ureq::Agent::config_builder()
        .tls_config(tls)
        .timeout_global(Some(patience))
        .http_status_as_error(false)
        .user_agent("trangxa")
        .build()
        .into()
}

/// A way to ask over the network: the head of the page and, where the host does not like that, the page.
pub fn ask() -> impl Fn(&str) -> Answer + Sync {
    let agent = agent(PATIENCE);
    move |address| {
        let address = match address.strip_prefix("//") {
            Some(rest) => format!("https://{rest}"),
            None => address.to_owned(),
        };
        let status = |response: Result<ureq::http::Response<ureq::Body>, ureq::Error>| {
            response.ok().map(|response| response.status().as_u16())
        };
        match status(agent.head(&address).call()) {
            Some(200..400) => Answer::Fine,
            _ => match status(agent.get(&address).call()) {
                Some(gone @ (404 | 410)) => Answer::Gone(gone),
                Some(_) => Answer::Fine,
                None => Answer::Silence,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(addresses: &[&str]) -> BTreeMap<String, Places> {
        let place = || vec![("content/a.md".into(), Span::new(3..9))];
        addresses
            .iter()
            .map(|address| ((*address).to_owned(), place()))
            .collect()
    }

    fn codes(addresses: &[&str], ask: &(dyn Fn(&str) -> Answer + Sync)) -> Vec<&'static str> {
        check(&found(addresses), ask)
            .iter()
            .map(|d| d.text.msg.code())
            .collect()
    }

    #[test]
    fn every_answer_is_said_where_the_address_is_named() {
        let ask = |address: &str| match address {
            "https://a.example/het" => Answer::Gone(404),
            "https://b.example/" => Answer::Silence,
            _ => Answer::Fine,
        };
        let addresses = [
            "https://a.example/",
            "https://a.example/het",
            "https://b.example/",
        ];
        assert_eq!(codes(&addresses, &ask), ["dead-link", "silent-link"]);
        let diagnostics = check(&found(&addresses), &ask);
        assert!(
            diagnostics
                .iter()
                .all(|d| d.file == "content/a.md" && d.span == Some(Span::new(3..9)))
        );
    }

    #[test]
    fn a_machine_without_a_network_is_one_warning() {
        let addresses = ["https://a.example/", "https://b.example/"];
        assert_eq!(codes(&addresses, &|_| Answer::Silence), ["no-network"]);
        assert_eq!(codes(&[], &|_| Answer::Silence), Vec::<&str>::new());
    }

    #[test]
    fn the_addresses_of_one_host_are_asked_one_after_the_other() {
        let busy: Mutex<Vec<String>> = Mutex::default();
        let ask = |address: &str| {
            let host = calls::host(address).expect("a host");
            let mut hosts = busy.lock().expect("no panic");
            assert!(!hosts.contains(&host), "{host} is asked twice at once");
            hosts.push(host.clone());
            drop(hosts);
            std::thread::yield_now();
            busy.lock()
                .expect("no panic")
                .retain(|other| *other != host);
            Answer::Fine
        };
        let addresses: Vec<String> = (0..60)
            .map(|n| format!("https://h{}.example/{n}", n % 4))
            .collect();
        let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
        assert_eq!(codes(&addresses, &ask), Vec::<&str>::new());
    }
}
