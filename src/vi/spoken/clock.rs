//! Times of the day in words: `bảy giờ ba mươi phút`, and from one to another.

use super::number::whole;
use super::{Reading, Spot, Style, begins, digits, is_dash, is_over, unspaced};

/// Reads a time, or a span of two, at this spot.
pub(super) fn read(spot: Spot<'_>, style: &Style) -> Option<Reading> {
    if spot.follows(&["ty le", "ti le", "ty so", "ti so"]) {
        return None;
    }
    let reading = |rest: &str, said| Reading::sure(spot.rest().len() - rest.len(), said);
    if let Some((said, rest)) = minutes(spot, style) {
        return Some(reading(rest, said));
    }
    let (first, rest) = time(spot.rest(), style)?;
    let second = unspaced(rest)
        .strip_prefix(is_dash)
        .and_then(|rest| time(unspaced(rest), style));
    Some(match second {
        Some((second, rest)) => reading(rest, format!("{first} đến {second}")),
        None => reading(rest, first),
    })
}

/// `7h`, `7h30`, `07:30`, `7g30`, `7h30'`, `7 giờ 30` up to here.
fn time<'t>(text: &'t str, style: &Style) -> Option<(String, &'t str)> {
    let (hour, rest) = digits(text, 1..=2)?;
    let hour: u64 = hour.parse().ok().filter(|hour| *hour <= 24)?;
    let mut said = format!("{} giờ", whole(hour, style));
    let (behind, is_colon) = match rest.chars().next()? {
        'h' | 'H' => (&rest[1..], false),
        'g' if rest[1..].starts_with(|c: char| c.is_ascii_digit()) => (&rest[1..], false),
        ':' => (&rest[1..], true),
        _ => return None,
    };
    let Some((minute, rest)) = digits(behind, 2..=2).filter(|(_, rest)| is_end(rest)) else {
        return (!is_colon && is_over(behind)).then_some((said, behind));
    };
    let minute: u64 = minute.parse().ok().filter(|minute| *minute < 60)?;
    if minute > 0 {
        said.push_str(&format!(" {} phút", whole(minute, style)));
    }
    Some((
        said,
        rest.strip_prefix(['\'', '’', '′', 'p']).unwrap_or(rest),
    ))
}

fn is_end(rest: &str) -> bool {
    let rest = rest.strip_prefix('p').unwrap_or(rest);
    !rest.starts_with(|c: char| c.is_alphanumeric() || c == ':')
}

/// The minutes of `7 giờ 30`, which are said to be minutes.
fn minutes<'t>(spot: Spot<'t>, style: &Style) -> Option<(String, &'t str)> {
    let (minute, rest) = digits(spot.rest(), 2..=2)?;
    let before = spot.before().trim_end();
    let hour = before.strip_suffix("giờ")?.trim_end();
    let value: u64 = minute.parse().ok().filter(|minute| *minute < 60)?;
    let ends = unspaced(rest).is_empty()
        || unspaced(rest).starts_with([',', '.', ';', ')', '(', '\n'])
        || begins(
            rest,
            &[
                "ngay", "sang", "chieu", "toi", "trua", "dem", "hom", "thu", "den", "va", "tai",
            ],
        );
    let is_time = hour.ends_with(|c: char| c.is_ascii_digit()) && ends;
    let said = match value {
        0 => String::new(),
        value => format!("{} phút", whole(value, style)),
    };
    is_time.then_some((said, rest))
}
