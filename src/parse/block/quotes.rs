//! Values in quotes as people type them: straight ones, and the curly ones that word processors, telephones and input
//! methods make of them. Vietnamese texts have curly quotes within a value too, so a value ends at a quote of the kind
//! that it began with.
//!
//! In goes the text from the first quote on, out comes the value and what stands behind it.

use super::arguments::key_of_argument;

/// A text that may begin with a value in quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quoted<'t> {
    /// The value, and what stands behind its last quote.
    Value(&'t str, &'t str),
    /// The same, with a last quote of another kind than the first; the two quotes.
    Mixed(&'t str, &'t str, [char; 2]),
    /// The last quote is missing.
    Open(&'t str),
    /// There are no quotes.
    Bare,
}

/// A kind of quotes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// `"…"`.
    Straight,
    /// `“…”`, also typed `”…”`, `“…“`, `„…“`.
    Curly,
    /// `'…'`.
    Single,
    /// `‘…’`.
    SingleCurly,
}

impl Kind {
    fn of(quote: char) -> Option<Self> {
        match quote {
            '"' => Some(Self::Straight),
            '“' | '”' | '„' => Some(Self::Curly),
            '\'' => Some(Self::Single),
            '‘' | '’' => Some(Self::SingleCurly),
            _ => None,
        }
    }
}

/// Reads the value at the beginning of a text.
pub(super) fn read(text: &str) -> Quoted<'_> {
    let mut chars = text.chars();
    let Some((first, kind)) = chars.next().and_then(|c| Some((c, Kind::of(c)?))) else {
        return Quoted::Bare;
    };
    let inside = chars.as_str();
    // How many curly quotes are open within the value.
    let mut depth = 0_usize;
    for (at, c) in inside.char_indices() {
        let Some(other) = Kind::of(c) else { continue };
        let (before, behind) = (&inside[..at], &inside[at + c.len_utf8()..]);
        let is_nested = depth > 0;
        if other == Kind::Curly {
            depth = match c {
                '”' => depth.saturating_sub(1),
                _ => depth + 1,
            };
        }
        let is_end = match kind {
            _ if other != kind => false,
            Kind::Straight => true,
            Kind::Curly => ends(behind) || (c == '”' && !is_nested),
            // An apostrophe within a name: M'Nông.
            Kind::Single | Kind::SingleCurly => !behind.starts_with(char::is_alphabetic),
        };
        if is_end {
            return Quoted::Value(before, behind);
        }
        if other != kind && ends(behind) {
            // What closes a pair within the value belongs to it.
            let end = if is_nested { at + c.len_utf8() } else { at };
            return Quoted::Mixed(&inside[..end], behind, [first, c]);
        }
    }
    Quoted::Open(inside)
}

/// Whether a value can end before this: nothing follows, or the next key with its value.
fn ends(behind: &str) -> bool {
    let behind = behind.trim();
    behind.is_empty()
        || key_of_argument(behind)
            .is_some_and(|(_, value)| value.chars().next().is_some_and(|c| Kind::of(c).is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_ends_at_a_quote_of_its_kind() {
        for (text, value, behind) in [
            (r#""80%""#, "80%", ""),
            (r#""80%" nhan="x""#, "80%", r#" nhan="x""#),
            (r#""a"b="c""#, "a", r#"b="c""#),
            (r#""a" rác b="c""#, "a", r#" rác b="c""#),
            (
                r#""phong trào “Bình dân học vụ số”""#,
                "phong trào “Bình dân học vụ số”",
                "",
            ),
            (r#""“Một cửa” ở xã" ky="x""#, "“Một cửa” ở xã", r#" ky="x""#),
            (r#""mã “A” so=5" ky="x""#, "mã “A” so=5", r#" ky="x""#),
            ("“80%” nhan=“x”", "80%", " nhan=“x”"),
            ("“nói “được” rồi” ky=“x”", "nói “được” rồi", " ky=“x”"),
            ("“nói “được rồi” ky=“x”", "nói “được rồi", " ky=“x”"),
            ("”80%” nhan=”x”", "80%", " nhan=”x”"),
            ("“80%“ nhan=“x“", "80%", " nhan=“x“"),
            ("„80%“", "80%", ""),
            ("“cột \"A\" và \"B\"”", "cột \"A\" và \"B\"", ""),
            ("'80%' nhan='x'", "80%", " nhan='x'"),
            ("'xã Cư M'Nông' ky='x'", "xã Cư M'Nông", " ky='x'"),
            ("‘80%’", "80%", ""),
        ] {
            assert_eq!(read(text), Quoted::Value(value, behind), "{text}");
        }
    }

    #[test]
    fn quotes_of_two_kinds_are_told() {
        for (text, value, behind, quotes) in [
            (r#""80%” nhan="x""#, "80%", r#" nhan="x""#, ['"', '”']),
            (r#""80%”"#, "80%", "", ['"', '”']),
            (r#"“80%" nhan="x""#, "80%", r#" nhan="x""#, ['“', '"']),
            (
                r#""nói “được” ky="x""#,
                "nói “được”",
                r#" ky="x""#,
                ['"', '”'],
            ),
            (r#""80%' nhan='x'"#, "80%", " nhan='x'", ['"', '\'']),
        ] {
            assert_eq!(read(text), Quoted::Mixed(value, behind, quotes), "{text}");
        }
    }

    #[test]
    fn a_quote_that_is_missing_is_missed() {
        assert_eq!(read("\"dịch vụ công"), Quoted::Open("dịch vụ công"));
        assert_eq!(read("“dịch vụ “công” x"), Quoted::Open("dịch vụ “công” x"));
        assert_eq!(read("80%"), Quoted::Bare);
        assert_eq!(read(""), Quoted::Bare);
    }
}
