//! A target over FTP with TLS: asked for at the start (RFC 4217), or spoken from the first byte on a port of its own as
//! older hosts do; without TLS only where `insecure` is set.
//!
//! Folders are read with MLSD where the host has it, else from LIST in the two usual forms.

use std::io::{self, Cursor};
use std::net::{SocketAddr, TcpStream, ToSocketAddrs as _};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use suppaftp::list::{File as Listed, ListParser};
use suppaftp::types::FileType;
use suppaftp::{FtpError, FtpResult, Mode, RustlsConnector, RustlsFtpStream, Status, TlsConnector};

use super::credentials::Secret;
use super::target::{Connection, Failure, Reason, Stat, Target, Trouble};
use super::tls::Pins;

/// How long a host may take to answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// How a line is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protection {
    /// TLS is asked for at the start.
    Explicit,
    /// TLS is spoken from the first byte.
    Implicit,
    /// None: passwords and files can be read on the way.
    Nothing,
}

/// A target over FTP.
pub struct Ftps {
    /// The host's name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// The login name.
    pub user: String,
    /// The site's folder.
    pub path: String,
    /// The password.
    pub secret: Arc<Secret>,
    /// How the line is protected.
    pub protection: Protection,
    /// The certificates that were confirmed.
    pub pins: Pins,
    /// How many lines may be open at a time.
    pub connections: usize,
}

impl Ftps {
    /// A line as far as the greeting. The data connections go to the host's own address whatever it says of itself: a
    /// host behind a router names an address that nobody reaches.
    fn greet(&self, connector: RustlsConnector) -> FtpResult<RustlsFtpStream> {
        let connector = Secured(connector);
        let plain = || RustlsFtpStream::connect_with_stream(dial(&self.address()?)?);
        let mut stream = match self.protection {
            Protection::Explicit => plain()?.into_secure(connector, &self.host)?,
            Protection::Implicit => {
                let address = self.address()?;
                let mut stream =
                    RustlsFtpStream::connect_secure_implicit(address, connector, &self.host)?;
                // The files too.
                for command in ["PBSZ 0", "PROT P"] {
                    stream.custom_command(command, &[Status::CommandOk])?;
                }
                stream
            }
            Protection::Nothing => plain()?,
        };
        stream = stream.passive_stream_builder(|address| dial(&address));
        stream.set_passive_nat_workaround(true);
        Ok(stream)
    }

    fn address(&self) -> FtpResult<SocketAddr> {
        let mut addresses = (self.host.as_str(), self.port)
            .to_socket_addrs()
            .map_err(FtpError::ConnectionError)?;
        addresses
            .next()
            .ok_or_else(|| FtpError::ConnectionError(std::io::ErrorKind::NotFound.into()))
    }

    /// A greeted line whose host is who it should be.
    fn verified(&self) -> Result<RustlsFtpStream, Failure> {
        let refused = Arc::new(Mutex::new(None));
        let connector = || RustlsConnector::from(self.pins.config(&refused));
        let error = match self.greet(connector()) {
            Ok(stream) => return Ok(stream),
            Err(error) => error,
        };
        let shown = refused
            .lock()
            .expect("no thread panics while it holds the lock")
            .take();
        let Some(shown) = shown else {
            return Err(self.failure(&error));
        };
        self.pins.judge(shown)?;
        self.greet(connector())
            .map_err(|error| self.failure(&error))
    }

    fn failure(&self, error: &FtpError) -> Failure {
        let mut failure = failure(error);
        failure.said = self.secret.scrub(&failure.said);
        failure
    }
}

/// A connection whose calls end, whatever the host does.
fn dial(address: &SocketAddr) -> FtpResult<TcpStream> {
    TcpStream::connect_timeout(address, PATIENCE)
        .and_then(set_up)
        .map_err(FtpError::ConnectionError)
}

fn set_up(stream: TcpStream) -> io::Result<TcpStream> {
    // Commands are short: to gather them would cost more than it saves.
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    Ok(stream)
}

/// Speaks TLS over connections that are set up, also those that the library has opened.
#[derive(Debug)]
struct Secured(RustlsConnector);

impl TlsConnector for Secured {
    type Stream = <RustlsConnector as TlsConnector>::Stream;

    fn connect(&self, domain: &str, stream: TcpStream) -> FtpResult<Self::Stream> {
        let stream = set_up(stream).map_err(FtpError::ConnectionError)?;
        self.0.connect(domain, stream)
    }
}

fn failure(error: &FtpError) -> Failure {
    let FtpError::UnexpectedResponse(response) = error else {
        return match error {
            FtpError::ConnectionError(error) => match Trouble::of(error) {
                Trouble::Slow => Failure::new(Trouble::Slow, error),
                _ => Failure::new(Trouble::Lost, error),
            },
            error => Failure::new(Trouble::Lost, error),
        };
    };
    let said = String::from_utf8_lossy(&response.body);
    let trouble = match response.status {
        Status::NotAvailable => Trouble::Busy,
        Status::CannotOpenDataConnection | Status::TransferAborted => Trouble::Lost,
        Status::InvalidCredentials | Status::NotLoggedIn => Trouble::Login,
        Status::RequestedActionNotTaken | Status::ExceededStorage => Trouble::Full,
        _ => Trouble::Refused,
    };
    let reason = match response.status {
        Status::FileUnavailable => Some(reason(&said)),
        Status::BadFilename => Some(Reason::Name),
        _ => None,
    };
    Failure::new(trouble, &said).because(reason)
}

/// Why a file is not available (550), by the words that servers in wide use have for it.
fn reason(said: &str) -> Reason {
    let said = said.to_lowercase();
    let is_about = |words: &[&str]| words.iter().any(|words| said.contains(words));
    if is_about(&["permission", "denied", "not allowed", "prohibited"]) {
        Reason::Denied
    } else if is_about(&[
        "no such",
        "not found",
        "not exist",
        "cannot find",
        "can't find",
    ]) {
        Reason::Missing
    } else {
        Reason::DeniedOrMissing
    }
}

impl Target for Ftps {
    fn connect(&self) -> Result<Box<dyn Connection + '_>, Failure> {
        let Some(password) = self.secret.get() else {
            return Err(Failure::new(Trouble::Login, &self.user));
        };
        let mut stream = self.verified()?;
        stream
            .login(self.user.as_str(), &*password)
            .map_err(|error| {
                let failure = self.failure(&error);
                match failure.trouble {
                    Trouble::Refused => Failure::new(Trouble::Login, failure.said),
                    _ => failure,
                }
            })?;
        let has = |features: &suppaftp::types::Features, name: &str| {
            features.keys().any(|key| key.eq_ignore_ascii_case(name))
        };
        // A host that does not list what it can is taken for one that can little.
        let features = stream.feat().unwrap_or_default();
        if has(&features, "UTF8") {
            let _ = stream.opts("UTF8", Some("ON"));
        }
        let mut line = Line {
            way: self,
            stream,
            machine_lists: has(&features, "MLSD") || has(&features, "MLST"),
            root: String::new(),
        };
        line.tell(|stream| stream.transfer_type(FileType::Binary))?;
        line.stream.set_mode(Mode::Passive);
        line.enter()?;
        Ok(Box::new(line))
    }

    fn connections(&self) -> usize {
        self.connections
    }
}

struct Line<'a> {
    way: &'a Ftps,
    stream: RustlsFtpStream,
    machine_lists: bool,
    /// The site's folder as the host names it, with a slash at its end.
    root: String,
}

/// Nothing when the host says that nothing is there, as far as it tells.
fn if_there<T>(result: Result<T, Failure>) -> Result<Option<T>, Failure> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(failure) if failure.trouble == Trouble::Refused => Ok(None),
        Err(failure) => Err(failure),
    }
}

impl Line<'_> {
    fn tell<T>(
        &mut self,
        call: impl FnOnce(&mut RustlsFtpStream) -> FtpResult<T>,
    ) -> Result<T, Failure> {
        call(&mut self.stream).map_err(|error| self.way.failure(&error))
    }

    /// Goes to the site's folder, to be told its whole name.
    fn enter(&mut self) -> Result<(), Failure> {
        let path = self.way.path.clone();
        if !path.is_empty() {
            self.tell(|stream| stream.cwd(&path))?;
        }
        let whole = self.tell(RustlsFtpStream::pwd)?;
        self.root = format!("{}/", whole.trim_end_matches('/'));
        Ok(())
    }

    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.root)
    }

    fn listed(&mut self, folder: &str) -> Result<Vec<Listed>, Failure> {
        let path = self.at(folder);
        let path = match path.trim_end_matches('/') {
            "" => "/",
            path => path,
        };
        let parse: fn(&str) -> Option<Listed>;
        let lines = if self.machine_lists {
            parse = |line| ListParser::parse_mlsd(line).ok();
            if_there(self.tell(|stream| stream.mlsd(Some(path))))?
        } else {
            parse = |line| {
                let posix = ListParser::parse_posix(line);
                posix.or_else(|_| ListParser::parse_dos(line)).ok()
            };
            // Many hosts list hidden names only when asked to.
            let all = format!("-a {path}");
            if_there(self.tell(|stream| stream.list(Some(&all))))?
        };
        let lines = lines.unwrap_or_default();
        let files = lines.iter().filter_map(|line| parse(line));
        Ok(files
            .filter(|file| !matches!(file.name(), "." | ".."))
            .collect())
    }
}

impl Connection for Line<'_> {
    fn list(&mut self, folder: &str) -> Result<Vec<(String, Stat)>, Failure> {
        let stat = |file: &Listed| {
            if file.is_directory() {
                Stat::Folder
            } else {
                Stat::File(file.size() as u64)
            }
        };
        let files = self.listed(folder)?;
        Ok(files
            .iter()
            .map(|file| (file.name().to_owned(), stat(file)))
            .collect())
    }

    fn stat(&mut self, path: &str) -> Result<Option<Stat>, Failure> {
        let whole = self.at(path);
        if let Some(size) = if_there(self.tell(|stream| stream.size(&whole)))? {
            return Ok(Some(Stat::File(size as u64)));
        }
        // A host that refuses to tell a size does so for folders, for what is not there, and some for all.
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let found = self
            .list(folder)?
            .into_iter()
            .find(|(listed, _)| listed == name);
        Ok(found.map(|(_, stat)| stat))
    }

    fn read(&mut self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        let path = self.at(path);
        let read = self.tell(|stream| stream.retr_as_buffer(&path));
        Ok(if_there(read)?.map(Cursor::into_inner))
    }

    fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let path = self.at(path);
        self.tell(|stream| stream.put_file(&path, &mut Cursor::new(bytes)))?;
        Ok(())
    }

    fn rename(&mut self, from: &str, to: &str) -> Result<(), Failure> {
        let (from, to) = (self.at(from), self.at(to));
        match self.tell(|stream| stream.rename(&from, &to)) {
            // Some hosts do not replace a file in one step: for a moment there is none.
            Err(failure) if failure.trouble == Trouble::Refused => {
                self.tell(|stream| stream.rm(&to))?;
                self.tell(|stream| stream.rename(&from, &to))
            }
            result => result,
        }
    }

    fn remove(&mut self, path: &str) -> Result<(), Failure> {
        let whole = self.at(path);
        match self.tell(|stream| stream.rm(&whole)) {
            Err(failure) if failure.trouble == Trouble::Refused => {
                if self.stat(path)?.is_some() {
                    Err(failure)
                } else {
                    Ok(())
                }
            }
            result => result,
        }
    }

    fn make_folder(&mut self, path: &str) -> Result<bool, Failure> {
        let whole = self.at(path);
        match self.tell(|stream| stream.mkdir(&whole)) {
            Ok(()) => Ok(true),
            // The protocol does not tell why; what is there tells.
            Err(failure) if failure.trouble == Trouble::Refused => {
                if self.stat(path)?.is_some() {
                    Ok(false)
                } else {
                    Err(failure)
                }
            }
            Err(failure) => Err(failure),
        }
    }

    fn remove_folder(&mut self, path: &str) -> Result<(), Failure> {
        let path = self.at(path);
        if_there(self.tell(|stream| stream.rmdir(&path)))?; // gone, not there, or not empty
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_servers_say_of_a_file_that_is_not_available_is_understood() {
        let cases = [
            ("550 Permission denied.", Reason::Denied), // vsftpd
            ("550 tin/a.html: Permission denied", Reason::Denied), // ProFTPD
            ("550 Access is denied.", Reason::Denied),  // IIS
            ("550 No such file or directory", Reason::Missing),
            (
                "550 Can't check for file existence",
                Reason::DeniedOrMissing,
            ), // Pure-FTPd
            (
                "550 The system cannot find the file specified.",
                Reason::Missing,
            ), // IIS
            ("550 Failed to open file.", Reason::DeniedOrMissing), // vsftpd
        ];
        for (said, expected) in cases {
            assert_eq!(reason(said), expected, "{said}");
        }
    }
}
