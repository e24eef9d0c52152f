//! A target in S3-compatible object storage, for a province that serves many communes from it.
//!
//! There are no folders and no renaming there, and neither is needed: an object appears whole or not at all, so every
//! file is written under its own name (`writes_whole`), in the order that `transfer` gives. The storage checks each
//! object against the SHA-256 that is sent with it. The lock's folders are empty objects that are put on the condition
//! that nothing is there (`If-None-Match: *`), which of several who try at once one can do. A storage that does not know
//! the condition lets two begin; then the one whose note was replaced finds it before the manifest is written.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use rusty_s3::actions::ListObjectsV2;
use rusty_s3::{Bucket, BucketError, Credentials, S3Action, UrlStyle};
use ureq::http::{Response, StatusCode};
use ureq::{Agent, Body};

use super::credentials::Secret;
use super::lock;
use super::manifest::Hash;
use super::target::{Connection, Failure, Reason, Stat, Target, Trouble};
use crate::elsewhere;
use crate::preview::page::content_type;

/// How long one call may take, a large file included.
const PATIENCE: Duration = Duration::from_secs(120);
/// How long a signature is good.
const SIGNED: Duration = Duration::from_secs(300);
const CHECKSUM: &str = "x-amz-checksum-sha256";

/// How to reach a bucket.
pub struct S3 {
    /// The storage's address: `https://…`, without the bucket.
    pub endpoint: String,
    /// The region that requests are signed for.
    pub region: String,
    /// The bucket.
    pub bucket: String,
    /// What the names of the site's objects begin with; may be nothing.
    pub path: String,
    /// The access key's name.
    pub user: String,
    /// The secret key.
    pub secret: Arc<Secret>,
    /// How many lines may be open at a time.
    pub connections: usize,
}

impl Target for S3 {
    fn connect(&self) -> Result<Box<dyn Connection + '_>, Failure> {
        let Some(secret) = self.secret.get() else {
            return Err(Failure::new(Trouble::Login, &self.user));
        };
        let here = |error: &dyn std::fmt::Display| Failure::new(Trouble::Here, error);
        let endpoint = self.endpoint.parse().map_err(|_| here(&self.endpoint))?;
        let (name, region) = (self.bucket.clone(), self.region.clone());
        let bucket = Bucket::new(endpoint, UrlStyle::Path, name, region)
            .map_err(|error: BucketError| here(&error))?;
        let path = self.path.trim_matches('/');
        let root = if path.is_empty() {
            String::new()
        } else {
            format!("{path}/")
        };
        Ok(Box::new(Line {
            agent: elsewhere::agent(PATIENCE),
            bucket,
            credentials: Credentials::new(self.user.clone(), secret),
            root,
        }))
    }

    fn connections(&self) -> usize {
        self.connections
    }
}

struct Line {
    agent: Agent,
    bucket: Bucket,
    credentials: Credentials,
    /// The beginning of every name, with a slash at its end, or nothing.
    root: String,
}

type Answer = Response<Body>;

/// The answer, unless the way to it was cut. The address of a request is signed: it is in no message.
fn answered(result: Result<Answer, ureq::Error>) -> Result<Answer, Failure> {
    result.map_err(|error| match error {
        ureq::Error::Timeout(_) => Failure::new(Trouble::Slow, "time-out"),
        ureq::Error::Io(error) => Failure::new(Trouble::Lost, error),
        ureq::Error::HostNotFound => Failure::new(Trouble::Lost, "host not found"),
        ureq::Error::Rustls(error) => Failure::new(Trouble::Lost, error),
        _ => Failure::new(Trouble::Lost, "no answer"),
    })
}

/// An answer that says that it was done.
fn done(mut answer: Answer) -> Result<Answer, Failure> {
    let status = answer.status();
    if status.is_success() {
        return Ok(answer);
    }
    let text = answer.body_mut().read_to_string().unwrap_or_default();
    let code = element(&text, "Code").unwrap_or_default();
    let trouble = match (status, code) {
        (_, "InvalidAccessKeyId" | "SignatureDoesNotMatch") | (StatusCode::UNAUTHORIZED, _) => {
            Trouble::Login
        }
        (StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE, _) => Trouble::Busy,
        (StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT, _) => Trouble::Slow,
        (StatusCode::INSUFFICIENT_STORAGE, _) | (_, "QuotaExceeded") => Trouble::Full,
        (status, _) if status.is_server_error() => Trouble::Lost,
        _ => Trouble::Refused,
    };
    let reason = match status {
        StatusCode::FORBIDDEN => Some(Reason::Denied),
        StatusCode::NOT_FOUND => Some(Reason::Missing),
        _ => None,
    };
    let reason = reason.filter(|_| trouble == Trouble::Refused);
    Err(Failure::new(trouble, format!("{status} {code}")).because(reason))
}

/// The text of an element in a small XML answer.
fn element<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(&format!("<{name}>"))?;
    Some(rest.split_once(&format!("</{name}>"))?.0)
}

/// Nothing when the storage says that nothing is there.
fn if_there(answer: Answer) -> Result<Option<Answer>, Failure> {
    if answer.status() == StatusCode::NOT_FOUND {
        return Ok(None);
    }
    done(answer).map(Some)
}

impl Line {
    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.root)
    }

    fn head(&self, path: &str) -> Result<Option<Answer>, Failure> {
        let key = self.at(path);
        let mut head = self.bucket.head_object(Some(&self.credentials), &key);
        head.headers_mut().insert("x-amz-checksum-mode", "ENABLED");
        let request = self.agent.head(head.sign(SIGNED).as_str());
        if_there(answered(
            request.header("x-amz-checksum-mode", "ENABLED").call(),
        )?)
    }

    /// One object; with `only_new` nothing is done when something of that name is there, and the answer is false.
    fn put(&self, path: &str, bytes: &[u8], only_new: bool) -> Result<bool, Failure> {
        let key = self.at(path);
        let checksum = BASE64_STANDARD.encode(Hash::of(bytes).0);
        let mut put = self.bucket.put_object(Some(&self.credentials), &key);
        let mut headers = vec![("content-type", content_type(path)), (CHECKSUM, &*checksum)];
        if only_new {
            headers.push(("if-none-match", "*"));
        }
        for (name, value) in &headers {
            put.headers_mut().insert(*name, *value);
        }
        let mut request = self.agent.put(put.sign(SIGNED).as_str());
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let answer = answered(request.send(bytes))?;
        // Told at once, or when another's put of the same name is under way.
        let is_taken = [StatusCode::PRECONDITION_FAILED, StatusCode::CONFLICT];
        if only_new && is_taken.contains(&answer.status()) {
            return Ok(false);
        }
        done(answer).map(|_| true)
    }

    /// Calls `each` with the pages of a listing until it has had enough.
    fn pages<T>(
        &self,
        prefix: &str,
        most: usize,
        mut each: impl FnMut(rusty_s3::actions::ListObjectsV2Response) -> Option<T>,
    ) -> Result<Option<T>, Failure> {
        let mut next = None;
        loop {
            let mut list = self.bucket.list_objects_v2(Some(&self.credentials));
            list.with_prefix(prefix);
            list.with_delimiter("/");
            list.with_max_keys(most);
            if let Some(next) = next.take() {
                list.with_continuation_token(next);
            }
            let answer = self.agent.get(list.sign(SIGNED).as_str()).call();
            let mut answer = done(answered(answer)?)?;
            let text = answer
                .body_mut()
                .read_to_string()
                .map_err(|_| Failure::new(Trouble::Lost, "no list"))?;
            let page = ListObjectsV2::parse_response(&text)
                .map_err(|_| Failure::new(Trouble::Lost, "no list"))?;
            next.clone_from(&page.next_continuation_token);
            let found = each(page);
            if found.is_some() || next.is_none() {
                return Ok(found);
            }
        }
    }
}

impl Connection for Line {
    fn list(&mut self, folder: &str) -> Result<Vec<(String, Stat)>, Failure> {
        let prefix = match folder {
            "" => self.root.clone(),
            folder => format!("{}/", self.at(folder)),
        };
        let mut found = Vec::new();
        self.pages::<()>(&prefix, 1_000, |page| {
            let objects = page
                .contents
                .iter()
                .map(|object| (&*object.key, Stat::File(object.size.unwrap_or(0))));
            let folders = page
                .common_prefixes
                .iter()
                .map(|folder| (folder.prefix.trim_end_matches('/'), Stat::Folder));
            for (key, stat) in objects.chain(folders) {
                // The folder's own object has no name in it.
                if let Some(name) = key.strip_prefix(&prefix).filter(|name| !name.is_empty()) {
                    found.push((name.to_owned(), stat));
                }
            }
            None
        })?;
        Ok(found)
    }

    fn stat(&mut self, path: &str) -> Result<Option<Stat>, Failure> {
        if let Some(answer) = self.head(path)? {
            let size = answer.headers().get("content-length");
            let size = size.and_then(|size| size.to_str().ok()?.parse().ok());
            return Ok(Some(Stat::File(size.unwrap_or(0))));
        }
        let below = format!("{}/", self.at(path));
        self.pages(&below, 1, |page| {
            let is_empty = page.contents.is_empty() && page.common_prefixes.is_empty();
            (!is_empty).then_some(Stat::Folder)
        })
    }

    fn read(&mut self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        let key = self.at(path);
        let get = self.bucket.get_object(Some(&self.credentials), &key);
        let answer = answered(self.agent.get(get.sign(SIGNED).as_str()).call())?;
        let Some(mut answer) = if_there(answer)? else {
            return Ok(None);
        };
        let body = answer.body_mut().with_config().limit(u64::MAX);
        let bytes = body.read_to_vec();
        bytes
            .map(Some)
            .map_err(|_| Failure::new(Trouble::Lost, path))
    }

    fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.put(path, bytes, false).map(|_| ())
    }

    fn rename(&mut self, from: &str, to: &str) -> Result<(), Failure> {
        let bytes = self.read(from)?;
        let bytes = bytes.ok_or_else(|| Failure::new(Trouble::Refused, from))?;
        self.write(to, &bytes)?;
        self.remove(from)
    }

    fn remove(&mut self, path: &str) -> Result<(), Failure> {
        let key = self.at(path);
        let delete = self.bucket.delete_object(Some(&self.credentials), &key);
        let answer = self.agent.delete(delete.sign(SIGNED).as_str()).call();
        if_there(answered(answer)?).map(|_| ())
    }

    /// Names with slashes need no folders; only the lock's are made, because they are a lock.
    fn make_folder(&mut self, path: &str) -> Result<bool, Failure> {
        if !path.starts_with(lock::FOLDER) {
            return Ok(true);
        }
        self.put(&format!("{path}/"), &[], true)
    }

    fn remove_folder(&mut self, path: &str) -> Result<(), Failure> {
        if path.starts_with(lock::FOLDER) {
            self.remove(&format!("{path}/"))?;
        }
        Ok(())
    }

    fn hash(&mut self, path: &str) -> Result<Option<Hash>, Failure> {
        let Some(answer) = self.head(path)? else {
            return Ok(None);
        };
        let told = answer.headers().get(CHECKSUM);
        let bytes = told.and_then(|told| BASE64_STANDARD.decode(told.as_bytes()).ok());
        Ok(bytes.and_then(|bytes| bytes.try_into().ok()).map(Hash))
    }

    fn writes_whole(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The worked example of the storage's first maker: "Authenticating Requests: Using Query Parameters (AWS Signature
    /// Version 4)".
    #[test]
    fn an_address_is_signed_as_in_the_example_of_the_documentation() {
        let endpoint = "https://s3.amazonaws.com".parse().expect("an address");
        let (name, region) = ("examplebucket", "us-east-1");
        let bucket = Bucket::new(endpoint, UrlStyle::VirtualHost, name, region).expect("a bucket");
        let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
        let credentials = Credentials::new("AKIAIOSFODNN7EXAMPLE", secret);
        let at = "2013-05-24T00:00:00Z".parse().expect("a time");
        let get = bucket.get_object(Some(&credentials), "test.txt");
        let signed = get.sign_with_time(Duration::from_secs(86_400), &at);
        let signature = "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";
        assert!(
            signed
                .as_str()
                .ends_with(&format!("X-Amz-Signature={signature}"))
        );
    }

    #[test]
    fn what_the_storage_says_is_found_in_its_answer() {
        let answer =
            "<?xml version=\"1.0\"?><Error><Code>SlowDown</Code><Message>…</Message></Error>";
        assert_eq!(element(answer, "Code"), Some("SlowDown"));
        assert_eq!(element(answer, "Key"), None);
    }
}
