//! A target over SFTP: one SSH connection, one channel a line.
//!
//! The host's key must be the one that was confirmed at the first publish; it is kept in the site's folder, so that a
//! second machine checks it too. The asynchronous library runs in a small runtime of its own here; outside, every call
//! just takes its time.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::future::{join, join_all, try_join, try_join_all, try_join3};
use futures_util::stream::{self, StreamExt as _, TryStreamExt as _};
use russh::client::{self, AuthResult, Config, Handle, KeyboardInteractiveAuthResponse};
use russh::keys::agent::AgentIdentity;
use russh::keys::agent::client::AgentClient;
use russh::keys::{
    HashAlg, PrivateKeyWithHashAlg, PublicKey, PublicKeyOrCertificate, known_hosts, load_secret_key,
};
use russh_sftp::client::RawSftpSession;
use russh_sftp::client::error::Error as SftpError;
use russh_sftp::protocol::{File, FileAttributes, OpenFlags, Packet, StatusCode};
use tokio::runtime::Runtime;

use super::credentials::Secret;
use super::target::{Connection, Failure, Links, Naming, Placing, Reason, Stat, Target, Trouble};
use crate::diag::{Diagnostic, Msg};

/// How long a host may take to answer.
const PATIENCE: Duration = Duration::from_secs(30);
/// Bytes in one write; every server takes as many.
const PIECE: usize = 32_000;
/// Replaces a file in one step; the plain rename of the protocol refuses to.
const RENAME_OVER: &str = "posix-rename@openssh.com";
/// Gives a file a second name.
const SECOND_NAME: &str = "hardlink@openssh.com";

/// How to reach a host over SFTP.
pub struct Sftp {
    /// Its name.
    pub host: String,
    /// Its port, usually 22.
    pub port: u16,
    /// The login name.
    pub user: String,
    /// The site's folder; below the account's home unless it begins with `/`.
    pub path: String,
    /// The file of a private key.
    pub key: Option<PathBuf>,
    /// The password, or the key file's.
    pub secret: Arc<Secret>,
    /// The file of known keys.
    pub known_hosts: PathBuf,
    /// Asks whether a key that was never seen is the host's, by its fingerprint.
    pub trust: Box<dyn Fn(&str) -> bool + Send + Sync>,
    /// How many lines may be open at a time.
    pub connections: usize,
}

/// A target over SFTP.
pub struct SftpTarget {
    way: Sftp,
    runtime: Runtime,
    ssh: Mutex<Option<Arc<Handle<Guard>>>>,
}

impl SftpTarget {
    /// The target; nothing is opened yet.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn new(way: Sftp) -> std::io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()?;
        Ok(Self {
            way,
            runtime,
            ssh: Mutex::new(None),
        })
    }

    /// The SSH connection, opened if there is none.
    fn ssh(&self) -> Result<Arc<Handle<Guard>>, Failure> {
        let mut ssh = self
            .ssh
            .lock()
            .expect("no thread panics while it holds the lock");
        if let Some(open) = ssh.as_ref().filter(|open| !open.is_closed()) {
            return Ok(Arc::clone(open));
        }
        let handle = match self.runtime.block_on(self.greet())? {
            Ok(handle) => handle,
            Err(key) => {
                self.learn(&key)?;
                self.runtime.block_on(self.greet())?.map_err(|_| {
                    Failure::new(Trouble::Lost, "the host shows another key each time")
                })?
            }
        };
        let handle = Arc::new(self.runtime.block_on(self.log_in(handle))?);
        *ssh = Some(Arc::clone(&handle));
        Ok(handle)
    }

    /// Opens the connection as far as the host's key; the key comes back when nobody has confirmed it yet.
    async fn greet(&self) -> Result<Result<Handle<Guard>, PublicKey>, Failure> {
        let way = &self.way;
        let known = known_hosts::known_host_keys_path(&way.host, way.port, &way.known_hosts)
            .map_err(|error| Failure::new(Trouble::Here, error))?;
        let shown = Arc::new(Mutex::new(None));
        let guard = Guard {
            known: known.into_iter().map(|(_, key)| key).collect(),
            shown: Arc::clone(&shown),
        };
        let known = guard.known.clone();
        let config = Config {
            nodelay: true,
            inactivity_timeout: Some(PATIENCE),
            keepalive_interval: Some(Duration::from_secs(10)),
            ..Config::default()
        };
        let address = (way.host.as_str(), way.port);
        let greeting = client::connect(Arc::new(config), address, guard);
        let result = tokio::time::timeout(PATIENCE, greeting)
            .await
            .map_err(|_| Failure::new(Trouble::Slow, &way.host))?;
        let shown: Option<PublicKey> = shown
            .lock()
            .expect("no thread panics while it holds the lock")
            .take();
        match (result, shown) {
            (Ok(handle), _) => Ok(Ok(handle)),
            (Err(_), Some(key)) if known.is_empty() => Ok(Err(key)),
            (Err(_), Some(key)) if !known.contains(&key) => {
                let old: Vec<String> = known.iter().map(fingerprint).collect();
                Err(Failure::told(
                    Diagnostic::new(
                        Msg::HostKeyChanged,
                        "",
                        None,
                        &[&way.host, &old.join(", "), &fingerprint(&key)],
                    )
                    .help(Msg::HelpHostKeyChanged, &[&way.known_hosts.display()]),
                ))
            }
            (Err(error), _) => Err(Failure::new(Trouble::Lost, error)),
        }
    }

    /// Asks about a key that was never seen, and keeps it.
    fn learn(&self, key: &PublicKey) -> Result<(), Failure> {
        let way = &self.way;
        let shown = fingerprint(key);
        if !(way.trust)(&shown) {
            return Err(Failure::told(
                Diagnostic::new(Msg::HostKeyUnknown, "", None, &[&way.host, &shown])
                    .help(Msg::HelpHostKeyUnknown, &[&shown]),
            ));
        }
        known_hosts::learn_known_hosts_path(&way.host, way.port, key, &way.known_hosts)
            .map_err(|error| Failure::new(Trouble::Here, error))
    }

    /// Shows who we are: by the key file, the agent, the password.
    async fn log_in(&self, mut handle: Handle<Guard>) -> Result<Handle<Guard>, Failure> {
        let way = &self.way;
        let lost = |error: russh::Error| Failure::new(Trouble::Lost, error);
        let rsa = handle
            .best_supported_rsa_hash()
            .await
            .map_err(lost)?
            .flatten();
        if let Some(path) = &way.key {
            let key = load_secret_key(path, None)
                .or_else(|_| load_secret_key(path, way.secret.get().as_deref()))
                .map_err(|error| {
                    Failure::new(Trouble::Login, format!("{}: {error}", path.display()))
                })?;
            let key = PrivateKeyWithHashAlg::new(Arc::new(key), rsa);
            if handle
                .authenticate_publickey(&way.user, key)
                .await
                .map_err(lost)?
                .success()
            {
                return Ok(handle);
            }
        }
        if self.ask_agent(&mut handle, rsa).await {
            return Ok(handle);
        }
        let Some(password) = way.secret.get() else {
            return Err(Failure::new(Trouble::Login, &way.user));
        };
        let answer = handle
            .authenticate_password(&way.user, &*password)
            .await
            .map_err(lost)?;
        if answer.success()
            || self
                .answer_questions(&mut handle, &password)
                .await
                .map_err(lost)?
        {
            return Ok(handle);
        }
        Err(Failure::new(Trouble::Login, &way.user))
    }

    /// Tries every key of the SSH agent, if one runs. An agent that fails is as good as none.
    async fn ask_agent(&self, handle: &mut Handle<Guard>, rsa: Option<HashAlg>) -> bool {
        #[cfg(unix)]
        let agent = AgentClient::connect_env().await;
        #[cfg(windows)]
        let agent = AgentClient::connect_named_pipe(r"\\.\pipe\openssh-ssh-agent").await;
        let Ok(mut agent) = agent else {
            return false;
        };
        for identity in agent.request_identities().await.unwrap_or_default() {
            let AgentIdentity::PublicKey { key, .. } = identity else {
                continue;
            };
            let tried = handle
                .authenticate_publickey_with(&self.way.user, key, rsa, &mut agent)
                .await;
            if matches!(tried, Ok(AuthResult::Success)) {
                return true;
            }
        }
        false
    }

    /// Hosts that ask for the password as a question.
    async fn answer_questions(
        &self,
        handle: &mut Handle<Guard>,
        password: &str,
    ) -> Result<bool, russh::Error> {
        let mut answer = handle
            .authenticate_keyboard_interactive_start(&self.way.user, None)
            .await?;
        // A host may greet before it asks, and thank afterwards.
        for _ in 0..4 {
            match answer {
                KeyboardInteractiveAuthResponse::Success => return Ok(true),
                KeyboardInteractiveAuthResponse::Failure { .. } => return Ok(false),
                KeyboardInteractiveAuthResponse::InfoRequest { prompts, .. } => {
                    let answers = prompts.iter().map(|_| password.to_owned()).collect();
                    answer = handle
                        .authenticate_keyboard_interactive_respond(answers)
                        .await?;
                }
            }
        }
        Ok(false)
    }
}

/// A key as people compare it: `SHA256:…`.
fn fingerprint(key: &PublicKey) -> String {
    key.fingerprint(HashAlg::Sha256).to_string()
}

/// Lets only a key pass that is known, and keeps the one that was shown.
struct Guard {
    known: Vec<PublicKey>,
    shown: Arc<Mutex<Option<PublicKey>>>,
}

impl client::Handler for Guard {
    type Error = russh::Error;

    async fn check_server_key(
        &mut self,
        key: &PublicKeyOrCertificate,
    ) -> Result<bool, Self::Error> {
        let PublicKeyOrCertificate::PublicKey { key, .. } = key else {
            return Ok(false);
        };
        let is_known = self.known.contains(key);
        *self
            .shown
            .lock()
            .expect("no thread panics while it holds the lock") = Some(key.clone());
        Ok(is_known)
    }
}

impl Target for SftpTarget {
    fn connect(&self) -> Result<Box<dyn Connection + '_>, Failure> {
        let ssh = self.ssh()?;
        let open = async {
            let channel = ssh.channel_open_session().await?;
            channel.request_subsystem(true, "sftp").await?;
            Ok(channel.into_stream())
        };
        let stream = self.runtime.block_on(open).map_err(|error: russh::Error| {
            let trouble = match error {
                russh::Error::ChannelOpenFailure(_) => Trouble::Busy,
                _ => Trouble::Lost,
            };
            Failure::new(trouble, error)
        })?;
        let version = self.runtime.block_on(async {
            let session = RawSftpSession::new(stream);
            session.set_timeout(PATIENCE.as_secs());
            let version = session.init().await?;
            Ok((session, version))
        });
        let (session, version) = version.map_err(|error| failure(&error))?;
        let path = self.way.path.trim_end_matches('/');
        let root = match path {
            "" => self.way.path.clone(),
            path => format!("{path}/"),
        };
        Ok(Box::new(Line {
            runtime: &self.runtime,
            session: Arc::new(session),
            root,
            renames_over: version.extensions.contains_key(RENAME_OVER),
            shares: version.extensions.contains_key(SECOND_NAME),
            _ssh: ssh,
        }))
    }

    fn connections(&self) -> usize {
        self.way.connections
    }

    fn files_at_once(&self) -> usize {
        32
    }
}

struct Line<'a> {
    runtime: &'a Runtime,
    session: Arc<RawSftpSession>,
    /// The site's folder with a slash at its end, or nothing.
    root: String,
    renames_over: bool,
    /// Whether a file can have a second name.
    shares: bool,
    /// Closes when the last line does.
    _ssh: Arc<Handle<Guard>>,
}

fn failure(error: &SftpError) -> Failure {
    let trouble = match error {
        SftpError::Timeout => Trouble::Slow,
        SftpError::Status(status) => match status.status_code {
            StatusCode::NoConnection | StatusCode::ConnectionLost => Trouble::Lost,
            // The protocol has no word for a full disk; OpenSSH says "Failure" for it, and for much else.
            StatusCode::Failure if status.error_message.to_lowercase().contains("space") => {
                Trouble::Full
            }
            _ => Trouble::Refused,
        },
        SftpError::Limited(_) => Trouble::Busy,
        _ => Trouble::Lost,
    };
    match error {
        SftpError::Status(status) => {
            let reason = match status.status_code {
                StatusCode::PermissionDenied => Some(Reason::Denied),
                StatusCode::NoSuchFile => Some(Reason::Missing),
                StatusCode::Failure if trouble == Trouble::Refused => Some(Reason::Unsaid),
                _ => None,
            };
            let said = match &*status.error_message {
                "" => error.to_string(),
                said => said.to_owned(),
            };
            Failure::new(trouble, said).because(reason)
        }
        error => Failure::new(trouble, error),
    }
}

fn is_missing(error: &SftpError) -> bool {
    matches!(error, SftpError::Status(status) if status.status_code == StatusCode::NoSuchFile)
}

fn stat_of(attributes: &FileAttributes) -> Stat {
    if attributes.is_dir() {
        Stat::Folder
    } else {
        Stat::File(attributes.size.unwrap_or(0))
    }
}

/// Nothing when nothing is there.
fn if_there<T>(result: Result<T, SftpError>) -> Result<Option<T>, Failure> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if is_missing(&error) => Ok(None),
        Err(error) => Err(failure(&error)),
    }
}

impl Line<'_> {
    fn at(&self, path: &str) -> String {
        match (&*self.root, path) {
            ("", "") => ".".to_owned(),
            (root, path) => format!("{root}{path}"),
        }
    }

    fn wait<T>(&self, call: impl Future<Output = T>) -> T {
        self.runtime.block_on(call)
    }

    async fn rename_over(&self, from: &str, to: &str) -> Result<(), SftpError> {
        if !self.renames_over {
            // For a moment there is no file. Such a host is not asked to rename over one first, because some answer that
            // with a number that the library does not know, and the line is lost.
            match self.session.remove(to).await {
                Err(error) if !is_missing(&error) => return Err(error),
                _ => return self.session.rename(from, to).await.map(|_| ()),
            }
        }
        let mut data = Vec::new();
        for path in [from, to] {
            let length = u32::try_from(path.len()).unwrap_or(u32::MAX);
            data.extend(length.to_be_bytes());
            data.extend(path.bytes());
        }
        match self.session.extended(RENAME_OVER, data).await? {
            Packet::Status(status) if status.status_code == StatusCode::Ok => Ok(()),
            Packet::Status(status) => Err(status.into()),
            _ => Err(SftpError::UnexpectedPacket),
        }
    }

    async fn read_piece(&self, handle: &str, at: u64, wanted: usize) -> Result<Vec<u8>, SftpError> {
        let mut bytes = Vec::with_capacity(wanted);
        while bytes.len() < wanted {
            let length = u32::try_from(wanted - bytes.len()).unwrap_or(0);
            let from = at + bytes.len() as u64;
            let more = self.session.read(handle, from, length).await?;
            if more.data.is_empty() {
                break;
            }
            bytes.extend(more.data);
        }
        Ok(bytes)
    }

    async fn read_all(&self, path: &str) -> Result<Vec<u8>, SftpError> {
        let session = &self.session;
        let (seen, opened) = try_join(
            session.stat(path),
            session.open(path, OpenFlags::READ, FileAttributes::empty()),
        )
        .await?;
        let handle = opened.handle.as_str();
        let size = seen.attrs.size.unwrap_or(0);
        let mut bytes = Vec::new();
        let starts: Vec<u64> = (0..size).step_by(PIECE).collect();
        for starts in starts.chunks(WINDOW) {
            let pieces = starts.iter().map(|at| {
                let wanted = usize::try_from((size - at).min(PIECE as u64)).unwrap_or(PIECE);
                self.read_piece(handle, *at, wanted)
            });
            bytes.extend(try_join_all(pieces).await?.into_iter().flatten());
        }
        self.close(opened.handle);
        Ok(bytes)
    }

    /// Writes a file and tells what the host has then. The last pieces, the question and the end are sent together: the
    /// protocol has requests about one file answered in their order.
    async fn write_all(&self, path: &str, bytes: &[u8]) -> Result<Stat, SftpError> {
        let session = &self.session;
        let flags = OpenFlags::WRITE | OpenFlags::CREATE | OpenFlags::TRUNCATE;
        let opened = session.open(path, flags, FileAttributes::empty()).await?;
        let handle = opened.handle.as_str();
        let write = |pieces: &[(&[u8], u64)]| {
            let writes = pieces
                .iter()
                .map(|(piece, at)| session.write(handle, *at, piece.to_vec()));
            try_join_all(writes.collect::<Vec<_>>())
        };
        let pieces: Vec<_> = bytes.chunks(PIECE).zip((0u64..).step_by(PIECE)).collect();
        let mut windows = pieces.chunks(WINDOW);
        let last = windows.next_back().unwrap_or_default();
        for window in windows {
            write(window).await?;
        }
        let (_, seen, _) =
            try_join3(write(last), session.fstat(handle), session.close(handle)).await?;
        Ok(stat_of(&seen.attrs))
    }

    async fn rename_and_look(&self, from: &str, to: &str) -> Result<Option<Stat>, Failure> {
        let look = async { if_there(self.session.stat(to).await) };
        let (renamed, seen) = if self.renames_over {
            join(self.rename_over(from, to), look).await
        } else {
            (self.rename_over(from, to).await, look.await)
        };
        renamed.map_err(|error| failure(&error))?;
        Ok(seen?.map(|found| stat_of(&found.attrs)))
    }

    /// `Connection::place`, in three round trips.
    async fn put(&self, file: &Placing<'_>) -> Result<Option<Stat>, Failure> {
        let (waiting, path) = (self.at(&file.waiting), self.at(file.path));
        let written = self.write_all(&waiting, file.bytes).await;
        let whole = Stat::File(file.bytes.len() as u64);
        if written.map_err(|error| failure(&error))? != whole {
            return Err(Failure::new(Trouble::Untrue, waiting));
        }
        let still = async {
            if file.is_alike && self.renames_over {
                if_there(self.session.stat(&*waiting).await)
            } else {
                Ok(None)
            }
        };
        let (seen, still) = join(self.rename_and_look(&waiting, &path), still).await;
        match still? {
            None => seen,
            Some(_) => seen.and(Err(Failure::new(Trouble::Untrue, path))),
        }
    }

    async fn make(&self, path: &str) -> Result<(), Failure> {
        let made = match self.session.mkdir(path, FileAttributes::empty()).await {
            // The protocol does not tell why; what is there tells.
            Err(SftpError::Status(_)) => self.session.stat(path).await.map(|_| ()),
            made => made.map(|_| ()),
        };
        made.map_err(|error| failure(&error))
    }

    /// Closes what was read; nobody waits for that.
    fn close(&self, handle: String) {
        let session = Arc::clone(&self.session);
        self.runtime
            .spawn(async move { session.close(handle).await });
    }

    async fn list_all(&self, path: &str) -> Result<Vec<File>, SftpError> {
        let session = &self.session;
        let opened = session.opendir(path).await?;
        let handle = opened.handle.as_str();
        let mut found = Vec::new();
        let mut is_whole = false;
        while !is_whole {
            // Most folders come with the first answer; the second tells that it was all.
            let answers = join(session.readdir(handle), session.readdir(handle)).await;
            for answer in [answers.0, answers.1] {
                match answer {
                    Ok(names) => found.extend(names.files),
                    Err(SftpError::Status(status)) if status.status_code == StatusCode::Eof => {
                        is_whole = true;
                    }
                    Err(error) => return Err(error),
                }
            }
        }
        self.close(opened.handle);
        Ok(found)
    }
}

/// Requests about one file that may be under way at a time on one line.
const WINDOW: usize = 16;
/// Small requests, each about a file of its own, that may be under way at a time on one line.
const CROWD: usize = 64;

/// What a folder holds, but itself and the one above.
fn named(files: Vec<File>) -> Vec<(String, Stat)> {
    files
        .into_iter()
        .filter(|file| file.filename != "." && file.filename != "..")
        .map(|file| (file.filename.clone(), stat_of(&file.attrs)))
        .collect()
}

impl Connection for Line<'_> {
    fn list(&mut self, folder: &str) -> Result<Vec<(String, Stat)>, Failure> {
        let found = if_there(self.wait(self.list_all(&self.at(folder))))?;
        Ok(named(found.unwrap_or_default()))
    }

    fn stat(&mut self, path: &str) -> Result<Option<Stat>, Failure> {
        let result = self.wait(self.session.stat(self.at(path)));
        Ok(if_there(result)?.map(|found| stat_of(&found.attrs)))
    }

    fn read(&mut self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        if_there(self.wait(self.read_all(&self.at(path))))
    }

    fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.write_seen(path, bytes).map(|_| ())
    }

    fn write_seen(&mut self, path: &str, bytes: &[u8]) -> Result<Option<Stat>, Failure> {
        self.wait(self.write_all(&self.at(path), bytes))
            .map(Some)
            .map_err(|error| failure(&error))
    }

    fn rename(&mut self, from: &str, to: &str) -> Result<(), Failure> {
        self.wait(self.rename_over(&self.at(from), &self.at(to)))
            .map_err(|error| failure(&error))
    }

    fn rename_seen(&mut self, from: &str, to: &str) -> Result<Option<Stat>, Failure> {
        self.wait(self.rename_and_look(&self.at(from), &self.at(to)))
    }

    fn place(&mut self, file: &Placing<'_>) -> Result<Option<Stat>, Failure> {
        self.wait(self.put(file))
    }

    fn place_each(&mut self, files: &[Placing<'_>]) -> Vec<Result<Option<Stat>, Failure>> {
        self.wait(join_all(files.iter().map(|file| self.put(file))))
    }

    fn make_folders(&mut self, folders: &[String]) -> Result<(), Failure> {
        self.at_once(folders, async |folder| self.make(&self.at(folder)).await)?;
        Ok(())
    }

    fn read_each(&mut self, paths: &[&str]) -> Result<Vec<Option<Vec<u8>>>, Failure> {
        self.at_once(paths, async |path| {
            if_there(self.read_all(&self.at(path)).await)
        })
    }

    fn remove(&mut self, path: &str) -> Result<(), Failure> {
        if_there(self.wait(self.session.remove(self.at(path))))?;
        Ok(())
    }

    fn make_folder(&mut self, path: &str) -> Result<bool, Failure> {
        let made = self.wait(self.session.mkdir(self.at(path), FileAttributes::empty()));
        match made {
            Ok(_) => Ok(true),
            // The protocol does not tell why; what is there tells.
            Err(SftpError::Status(_)) if self.stat(path)?.is_some() => Ok(false),
            Err(error) => Err(failure(&error)),
        }
    }

    fn remove_folder(&mut self, path: &str) -> Result<(), Failure> {
        match self.wait(self.session.rmdir(self.at(path))) {
            Err(error) if !matches!(error, SftpError::Status(_)) => Err(failure(&error)),
            _ => Ok(()), // gone, not there, or not empty
        }
    }

    fn links(&mut self) -> Option<&mut dyn Links> {
        (self.renames_over && self.shares).then_some(self)
    }
}

impl Links for Line<'_> {
    fn link(&mut self, path: &str) -> Result<Option<String>, Failure> {
        match self.wait(self.session.readlink(self.at(path))) {
            Ok(names) => Ok(names.files.into_iter().next().map(|file| file.filename)),
            Err(SftpError::Status(_)) => Ok(None), // nothing is there, or it is no link
            Err(error) => Err(failure(&error)),
        }
    }

    fn make_link(&mut self, path: &str, to: &str) -> Result<(), Failure> {
        // OpenSSH took the two names in the other order than the draft of the protocol, and others followed it.
        let made = self.wait(self.session.symlink(to, self.at(path)));
        made.map(|_| ()).map_err(|error| failure(&error))
    }

    fn list_each(&mut self, folders: &[String]) -> Result<Vec<Vec<(String, Stat)>>, Failure> {
        self.at_once(folders, async |folder| {
            let listed = self.list_all(&self.at(folder)).await;
            Ok(named(if_there(listed)?.unwrap_or_default()))
        })
    }

    fn name_each(&mut self, namings: &[Naming]) -> Result<(), Failure> {
        self.at_once(namings, async |naming| self.name(naming).await)?;
        Ok(())
    }
}

impl Line<'_> {
    /// Does something with each of a list, with many requests under way; the results come in the order of the list.
    fn at_once<T, R>(
        &self,
        list: &[T],
        work: impl AsyncFn(&T) -> Result<R, Failure>,
    ) -> Result<Vec<R>, Failure> {
        self.wait(
            stream::iter(list)
                .map(|one| work(one))
                .buffered(CROWD)
                .try_collect(),
        )
    }

    async fn name(&self, naming: &Naming) -> Result<(), Failure> {
        let session = &self.session;
        let done = match naming {
            Naming::Folder(path) => return self.make(&self.at(path)).await,
            Naming::Share(from, to) => session
                .hardlink(self.at(from), self.at(to))
                .await
                .map(|_| ()),
            Naming::Remove(path) => {
                return if_there(session.remove(self.at(path)).await).map(|_| ());
            }
            Naming::RemoveFolder(path) => match session.rmdir(self.at(path)).await {
                Err(SftpError::Status(_)) => Ok(()), // gone, not there, or not empty
                removed => removed.map(|_| ()),
            },
        };
        done.map_err(|error| failure(&error))
    }
}
