//! Lines: breaks a text by the width that it is drawn with, never inside a word.
//!
//! A word is what stands between spaces; a no-break space holds words together. Only a word that is wider than the
//! line all alone is broken, because it would leave the picture.

use std::ops::Range;

use super::fonts::{Face, Weight};

/// The lines of a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Lines {
    /// The lines from top to bottom; none for an empty text.
    pub lines: Vec<String>,
    /// Whether it is all there: no line ends in the `…` of a text that is too long, and no word is broken.
    pub whole: bool,
}

/// Lines with the font size that they fit in.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitted {
    /// The font size.
    pub size: f32,
    /// The lines.
    pub lines: Vec<String>,
    /// See `Lines`.
    pub whole: bool,
}

/// Fills lines of a width (in the unit of the font size) one after the other, at most `max`. A last line of one word is
/// given company from the line before it if there is room.
#[must_use]
pub fn wrap(text: &str, weight: Weight, size: f32, width: f32, max: usize) -> Lines {
    let words = Words::new(text, weight, size, width);
    let mut starts = words.fill(width);
    if let [.., before, last] = starts[..]
        && last + 1 == words.0.len()
        && last - before > 2
        && words.width(last - 1..last + 1) <= width
    {
        starts.pop();
        starts.push(last - 1);
    }
    words.lines(&starts, width, max)
}

/// The same, with the breaks where they make the lines as even as they can be without one more line: for titles.
#[must_use]
pub fn balance(text: &str, weight: Weight, size: f32, width: f32, max: usize) -> Lines {
    let words = Words::new(text, weight, size, width);
    let count = words.fill(width).len();
    if count > max {
        return words.lines(&words.fill(width), width, max);
    }
    // The narrowest column that takes no more lines; half a pixel is nothing to the eye.
    let (mut low, mut high) = (words.widest().min(width), width);
    while high - low > 0.5 {
        let middle = f32::midpoint(low, high);
        if words.fill(middle).len() > count {
            low = middle;
        } else {
            high = middle;
        }
    }
    words.lines(&words.fill(high), width, max)
}

/// A place for a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// How wide it is.
    pub width: f32,
    /// How high it is.
    pub height: f32,
    /// From one line to the next, in font sizes.
    pub leading: f32,
    /// The most lines, also where there is room for more.
    pub lines: usize,
}

/// The first of some font sizes in which the balanced lines of the whole text have room, else the last. `None` without a
/// size.
#[must_use]
pub fn fit(text: &str, weight: Weight, sizes: &[f32], room: Room) -> Option<Fitted> {
    let mut fitted = None;
    for &size in sizes {
        let max = (room.height / (size * room.leading)).clamp(1.0, room.lines as f32) as usize;
        let Lines { lines, whole } = balance(text, weight, size, room.width, max);
        fitted = Some(Fitted { size, lines, whole });
        if whole {
            break;
        }
    }
    fitted
}

/// A text in pieces that stay together in a line.
struct Words<'t>(Vec<Word<'t>>, Measure);

/// A word, or a piece of one that is too wide for a line.
struct Word<'t> {
    text: &'t str,
    width: f32,
    /// Whether the next piece belongs to the same word.
    broken: bool,
}

struct Measure {
    face: Face,
    size: f32,
    space: f32,
}

impl<'t> Words<'t> {
    fn new(text: &'t str, weight: Weight, size: f32, width: f32) -> Self {
        let face = Face::new(weight);
        let space = face.width(" ", size);
        let measure = Measure { face, size, space };
        let mut words = Vec::new();
        let is_space = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}');
        for word in text.split(is_space).filter(|word| !word.is_empty()) {
            measure.break_word(word, width, &mut words);
        }
        Self(words, measure)
    }

    fn widest(&self) -> f32 {
        self.0.iter().map(|word| word.width).fold(0.0, f32::max)
    }

    /// The width of some words in one line.
    fn width(&self, range: Range<usize>) -> f32 {
        let words = &self.0[range];
        let spaces = words.iter().rev().skip(1).filter(|word| !word.broken);
        words.iter().map(|word| word.width).sum::<f32>() + spaces.count() as f32 * self.1.space
    }

    /// The number of the first word of every line, if each line takes what it can.
    fn fill(&self, width: f32) -> Vec<usize> {
        let mut starts = Vec::new();
        let mut line = 0.0;
        for (i, word) in self.0.iter().enumerate() {
            let space = match i.checked_sub(1).map(|before| self.0[before].broken) {
                Some(false) => self.1.space,
                _ => 0.0,
            };
            if starts.is_empty() || line + space + word.width > width {
                starts.push(i);
                line = word.width;
            } else {
                line += space + word.width;
            }
        }
        starts
    }

    fn text(&self, range: Range<usize>) -> String {
        let mut text = String::new();
        for (i, word) in self.0[range.clone()].iter().enumerate() {
            text.push_str(word.text);
            if !word.broken && range.start + i + 1 < range.end {
                text.push(' ');
            }
        }
        text
    }

    /// The lines that begin at some words; what is more than `max` lines is cut off.
    fn lines(&self, starts: &[usize], width: f32, max: usize) -> Lines {
        let ends = starts.iter().skip(1).copied().chain([self.0.len()]);
        let ranges = starts.iter().zip(ends).map(|(start, end)| *start..end);
        let mut lines: Vec<String> = ranges
            .clone()
            .take(max)
            .map(|range| self.text(range))
            .collect();
        let is_cut = starts.len() > max;
        if is_cut && let (Some(last), Some(range)) = (lines.last_mut(), ranges.clone().nth(max - 1))
        {
            *last = self.cut_line(range, width);
        }
        Lines {
            lines,
            whole: !is_cut && self.0.iter().all(|word| !word.broken),
        }
    }

    /// As many words as leave room for `…` behind them.
    fn cut_line(&self, range: Range<usize>, width: f32) -> String {
        let cut = |end| {
            let text = self.text(range.start..end);
            format!(
                "{}…",
                text.trim_end_matches([' ', ',', ';', ':', '.', '–', '-'])
            )
        };
        let fits = |text: &String| self.1.face.width(text, self.1.size) <= width;
        let mut shorter = range.clone().rev().map(|last| cut(last + 1));
        shorter.find(fits).unwrap_or_else(|| "…".to_owned())
    }
}

impl Measure {
    /// Puts a word to the others, in pieces if it is wider than a line.
    fn break_word<'t>(&self, word: &'t str, width: f32, words: &mut Vec<Word<'t>>) {
        let of = |text: &'t str, broken| Word {
            text,
            width: self.face.width(text, self.size),
            broken,
        };
        let mut rest = of(word, false);
        while rest.width > width {
            let text = rest.text;
            let ends = text.char_indices().map(|(i, c)| i + c.len_utf8());
            let mut fitting =
                ends.take_while(|end| self.face.width(&text[..*end], self.size) <= width);
            // At least one letter, however narrow the line.
            let first = text.chars().next().map_or(0, char::len_utf8);
            let end = fitting.by_ref().last().unwrap_or(first);
            if end == text.len() {
                break;
            }
            words.push(of(&text[..end], true));
            rest = of(&text[end..], false);
        }
        words.push(rest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TITLE: &str = "Hướng dẫn người dân nộp hồ sơ trực tuyến trên Cổng Dịch vụ công quốc gia";

    fn wrapped(text: &str, width: f32, max: usize) -> Vec<String> {
        wrap(text, Weight::Bold, 50.0, width, max).lines
    }

    fn balanced(text: &str, width: f32, max: usize) -> Vec<String> {
        balance(text, Weight::Bold, 50.0, width, max).lines
    }

    #[test]
    fn a_line_takes_what_it_can_and_a_balanced_one_what_the_others_take() {
        assert_eq!(
            wrapped(TITLE, 1000.0, 4),
            [
                "Hướng dẫn người dân nộp hồ sơ trực",
                "tuyến trên Cổng Dịch vụ công quốc gia"
            ]
        );
        assert_eq!(
            balanced(
                "Hội nghị triển khai Nghị quyết số 57-NQ/TW tại xã",
                1000.0,
                4
            ),
            ["Hội nghị triển khai Nghị", "quyết số 57-NQ/TW tại xã"]
        );
    }

    #[test]
    fn no_line_is_wider_than_it_may_be_and_no_word_is_lost() {
        let face = Face::new(Weight::Bold);
        for width in 120..1400 {
            let width = width as f32;
            for lines in [wrap, balance].map(|f| f(TITLE, Weight::Bold, 40.0, width, 99)) {
                assert!(
                    lines
                        .lines
                        .iter()
                        .all(|line| face.width(line, 40.0) <= width)
                );
                if lines.whole {
                    assert_eq!(lines.lines.join(" "), TITLE);
                } else {
                    assert_eq!(
                        lines.lines.concat().replace(' ', ""),
                        TITLE.replace(' ', "")
                    );
                }
            }
        }
    }

    #[test]
    fn balancing_never_takes_one_more_line() {
        for width in 150..1400 {
            let (greedy, even) = (
                wrapped(TITLE, width as f32, 99),
                balanced(TITLE, width as f32, 99),
            );
            assert_eq!(greedy.len(), even.len(), "{width}");
        }
    }

    #[test]
    fn the_last_line_is_no_lone_word_if_the_line_before_can_give_one() {
        assert_eq!(
            wrapped("Ủy ban nhân dân xã Lai Khê", 560.0, 4),
            ["Ủy ban nhân dân xã", "Lai Khê"]
        );
        assert_eq!(wrapped("Ủy ban", 160.0, 4), ["Ủy", "ban"]);
    }

    #[test]
    fn a_text_that_is_too_long_ends_in_three_dots_behind_a_word() {
        let cut = wrap(TITLE, Weight::Bold, 50.0, 500.0, 2);
        assert_eq!(cut.lines, ["Hướng dẫn người", "dân nộp hồ sơ…"]);
        assert!(!cut.whole);
        assert_eq!(wrapped("Xã, phường, thị trấn", 190.0, 1), ["Xã…"]);
        assert_eq!(wrapped("Nghiêng Nghiêng", 100.0, 1), ["…"]);
    }

    #[test]
    fn a_word_that_is_wider_than_the_line_is_broken() {
        let broken = wrap("xem dichvucong.gov.vn nhé", Weight::Bold, 50.0, 300.0, 9);
        assert_eq!(broken.lines, ["xem", "dichvucong", ".gov.vn nhé"]);
        assert!(!broken.whole);
        assert_eq!(wrapped("ab", 1.0, 9), ["a", "b"]);
    }

    #[test]
    fn a_no_break_space_holds_words_together() {
        assert_eq!(
            wrapped("Điều\u{a0}5 và Điều\u{a0}15", 260.0, 4),
            ["Điều\u{a0}5 và", "Điều\u{a0}15"]
        );
    }

    #[test]
    fn an_empty_text_has_no_lines() {
        assert_eq!(
            wrap(" \n", Weight::Bold, 50.0, 300.0, 4),
            Lines {
                lines: Vec::new(),
                whole: true
            }
        );
    }

    #[test]
    fn the_largest_size_that_has_room_for_the_whole_text_is_taken() {
        let fitted = |text, height, lines| {
            let room = Room {
                width: 1000.0,
                height,
                leading: 1.25,
                lines,
            };
            let fitted = fit(text, Weight::Bold, &[80.0, 60.0, 40.0], room)?;
            Some((fitted.size, fitted.lines.len(), fitted.whole))
        };
        assert_eq!(fitted("Thông báo", 100.0, 4), Some((80.0, 1, true)));
        assert_eq!(fitted(TITLE, 400.0, 4), Some((80.0, 4, true)));
        assert_eq!(fitted(TITLE, 399.0, 4), Some((60.0, 3, true)));
        assert_eq!(fitted(TITLE, 400.0, 3), Some((60.0, 3, true)));
        assert_eq!(fitted(TITLE, 10.0, 4), Some((40.0, 1, false)));
    }
}
