//! What the target of a link or picture means, before anybody knows the rest of the site.

/// Schemes that a link may use.
const SCHEMES: &[&str] = &["http", "https", "mailto", "tel", "sms"];

/// The scheme of a target such as `https`, in lower case, as a browser would see it: control characters and leading
/// blanks do not count (WHATWG URL standard, "scheme start state").
fn scheme(target: &str) -> Option<String> {
    memchr::memchr(b':', target.as_bytes())?;
    let seen: String = target.chars().filter(|c| !c.is_control()).collect();
    let seen = seen.trim_start();
    let (scheme, _) = seen.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    is_scheme.then(|| scheme.to_ascii_lowercase())
}

/// Whether a target has a scheme that could run code or lead outside the web.
#[must_use]
pub fn unsafe_scheme(target: &str) -> bool {
    scheme(target).is_some_and(|scheme| !SCHEMES.contains(&scheme.as_str()))
}

/// Whether a target leads out of the site (or is an address of mail or telephone) and so is left as it is.
#[must_use]
pub fn is_external(target: &str) -> bool {
    target.starts_with("//") || scheme(target).is_some()
}

/// Whether a target is a page or file of the web, on another site.
#[must_use]
pub fn is_web(target: &str) -> bool {
    target.starts_with("//")
        || scheme(target).is_some_and(|scheme| matches!(&*scheme, "http" | "https"))
}

/// Splits `a.md?x#y` into path and anchor (`a.md`, `y`); a query is dropped from the path.
#[must_use]
pub fn split(target: &str) -> (&str, Option<&str>) {
    let (path, anchor) = match target.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor)),
        None => (target, None),
    };
    (path.split('?').next().unwrap_or(path), anchor)
}

/// Undoes `%C3%A0` and the like; leaves what is not valid UTF-8.
#[must_use]
pub fn decode(path: &str) -> std::borrow::Cow<'_, str> {
    if !path.contains('%') {
        return path.into();
    }
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = |b: u8| {
            char::from(b)
                .to_digit(16)
                .and_then(|digit| u8::try_from(digit).ok())
        };
        if *first == b'%'
            && let [high, low, after @ ..] = tail
            && let (Some(high), Some(low)) = (hex(*high), hex(*low))
        {
            bytes.push(high * 16 + low);
            rest = after;
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).map_or_else(|_| path.into(), Into::into)
}

/// The path that `relative` means in folder `base` (`content/tin-tuc`), without `.` and `..`; `None` when it would
/// leave the site's folder.
#[must_use]
pub fn join(base: &str, relative: &str) -> Option<String> {
    let mut parts: Vec<&str> = base.split('/').filter(|part| !part.is_empty()).collect();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_with_a_scheme_are_external_and_only_some_are_safe() {
        assert!(is_external("https://binhdanhocvuso.gov.vn"));
        assert!(is_external("//example.com/x"));
        assert!(!is_external("../van-ban/57-nq-tw.md"));
        assert!(!is_external("tin-tuc/a:b.md"));
        assert!(unsafe_scheme("javascript:alert(1)"));
        assert!(unsafe_scheme("data:text/html,x"));
        assert!(unsafe_scheme("\tjava\u{0}script:alert(1)"));
        assert!(!unsafe_scheme("tel:+84"));
    }

    #[test]
    fn paths_are_joined_within_the_site() {
        assert_eq!(
            join("content/tin-tuc", "../van-ban/a.md").as_deref(),
            Some("content/van-ban/a.md")
        );
        assert_eq!(join("content", "../../etc/passwd"), None);
        assert_eq!(decode("%E1%BA%A3nh.jpg"), "ảnh.jpg");
        assert_eq!(decode("100%.md"), "100%.md");
    }
}
