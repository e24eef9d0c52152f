//! Passwords that the system keeps, at a host that has got a new one and that repeats whatever it is told.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;

use trangxa::diag::{self, Lang};
use trangxa::publish::Stop;
use trangxa::publish::credentials::{Keeping, Secret};
use trangxa::publish::ftps::{Ftps, Protection};
use trangxa::publish::keyring::{Account, Keyring};
use trangxa::publish::target::Target as _;
use trangxa::publish::tls::Pins;

const OLD: &str = "cu-7f3a";
const NEW: &str = "moi-9b1c";
const WRONG: &str = "sai-1d2e";

/// A host that lets in whoever has the new password.
fn host() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    let port = listener.local_addr().expect("it is bound").port();
    let talk = |stream: TcpStream| -> std::io::Result<()> {
        let mut out = stream.try_clone()?;
        out.write_all(b"220 ready\r\n")?;
        for line in BufReader::new(stream).lines() {
            let line = line?;
            let said = match line.split_once(' ').unwrap_or((&line, "")) {
                ("USER", _) => "331 password?".to_owned(),
                ("PASS", NEW) => "230 welcome".to_owned(),
                ("PASS", password) => format!("530 {password} is wrong"),
                ("TYPE", _) => "200 binary".to_owned(),
                ("PWD", _) => "257 \"/\"".to_owned(),
                _ => "502 no".to_owned(),
            };
            out.write_all(format!("{said}\r\n").as_bytes())?;
        }
        Ok(())
    };
    std::thread::spawn(move || {
        // A line that is cut is the end of the talk.
        listener.incoming().flatten().for_each(|stream| {
            let _ = talk(stream);
        });
    });
    port
}

/// Goes in with the old password kept, and a person who answers this.
fn go_in(answer: Option<&'static str>) -> (Result<(), Stop>, Arc<Secret>, Keyring, Account) {
    let account = Account {
        user: "xa".to_owned(),
        host: "127.0.0.1".to_owned(),
        port: host(),
        way: "ftp",
    };
    let keyring = Keyring::new(keyring_core::mock::Store::new().expect("it is in memory"));
    keyring.keep(&account, OLD).expect("it is in memory");
    let person = Box::new(move |_| answer.map(str::to_owned));
    let secret = Secret::new(account.clone(), None, Some(keyring.clone()), person);
    let secret = Arc::new(secret);
    let target = Ftps {
        host: account.host.clone(),
        port: account.port,
        user: account.user.clone(),
        path: String::new(),
        secret: Arc::clone(&secret),
        protection: Protection::Nothing,
        pins: Pins {
            file: "never-written".into(),
            host: account.host.clone(),
            trust: Box::new(|_| false),
        },
        connections: 1,
    };
    let result = secret.at_the_door(|| target.connect().map(|_| ()).map_err(Stop::from));
    (result, secret, keyring, account)
}

#[test]
fn the_new_password_opens_the_door_and_takes_the_place_of_the_kept_one() {
    let (result, secret, keyring, account) = go_in(Some(NEW));
    assert_eq!(result, Ok(()));
    assert_eq!(keyring.get(&account).as_deref(), Some(OLD));
    assert_eq!(secret.keeping(), Some(Keeping::Replace));
    assert_eq!(secret.keep(), Ok(()));
    assert_eq!(keyring.get(&account).as_deref(), Some(NEW));
}

#[test]
fn a_door_that_stays_shut_leaves_what_is_kept_and_tells_no_password() {
    for answer in [None, Some(WRONG)] {
        let (result, secret, keyring, account) = go_in(answer);
        let stop = result.expect_err("the password is wrong");
        assert!(stop.is_login());
        assert_eq!(secret.is_kept(), answer.is_none());
        assert_eq!(keyring.get(&account).as_deref(), Some(OLD));
        let diagnostic = stop.diagnostic("thu");
        let said = [
            diag::terminal(&diagnostic, Lang::Vi, false, &|_| None),
            diag::json(&diagnostic, Lang::En, &|_| None).to_string(),
            format!("{stop:?} {secret:?} {keyring:?}"),
        ];
        for said in said {
            assert!(said.contains('…'), "{said}");
            assert!(
                ![OLD, NEW, WRONG].iter().any(|it| said.contains(it)),
                "{said}"
            );
        }
    }
}
