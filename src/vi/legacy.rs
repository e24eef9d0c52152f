//! Text from the years before Unicode: TCVN3 (ABC, the `.VnTime` fonts) and VNI-Times, read as Latin-1.
//!
//! `detect` recognises such text by its words becoming Vietnamese when decoded; `decode` shows what was meant. The
//! converted text is for a person to look at: a mark lost on the way cannot be brought back.

use multiversion::multiversion;

use super::fold::{Shape, Tone, letter, nfc, vowel};
use super::places;
use super::syllable::is_vietnamese;

/// An encoding in which each font showed Vietnamese letters in place of Latin-1 ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Legacy {
    /// TCVN 5712:1993, mostly its subset VN3 of the ABC typing programs: `Céng hßa x· héi`.
    Tcvn3,
    /// VNI for Windows, a base letter followed by its marks: `Coäng hoøa xaõ hoäi`.
    Vni,
}

/// How many different words must turn into Vietnamese before text is held to be in an old encoding.
const EVIDENCE: usize = 4;

/// Recognises text in an old encoding, or a text in Unicode that has several such words in it.
///
/// Vietnamese in Unicode, other languages and code give `None`, nearly always after one pass over the bytes. Looks at
/// words that have Latin-1 letters but are not Vietnamese as they stand; most of them, and at least four different
/// ones, must become Vietnamese syllables.
pub fn detect(text: &str) -> Option<Legacy> {
    if !has_telling(text.as_bytes()) || count_telling(text.as_bytes()) < EVIDENCE - 1 {
        return None;
    }
    let mut suspicious = 0;
    let mut evidence = [Evidence::new(Legacy::Tcvn3), Evidence::new(Legacy::Vni)];
    for word in text.split(|c| !is_word_char(c)) {
        if word.is_ascii() || !is_suspicious(word) {
            continue;
        }
        suspicious += 1;
        for evidence in &mut evidence {
            evidence.weigh(word);
        }
    }
    let [tcvn3, vni] = evidence;
    let best = if tcvn3.hits >= vni.hits { tcvn3 } else { vni };
    (best.words.len() == EVIDENCE && best.hits * 5 >= suspicious * 3).then_some(best.legacy)
}

/// Whether there is any character that `count_telling` counts.
#[multiversion(targets("x86_64+avx2"))]
fn has_telling(bytes: &[u8]) -> bool {
    places::any(bytes, is_telling)
}

/// Whether two bytes are a character that text in an old encoding has and Vietnamese in Unicode has not: most texts
/// have none, and need no `detect`. The table of `count_telling` as arithmetic.
#[inline(always)]
pub fn is_telling([first, second]: [u8; 2]) -> bool {
    let low = second & 0x1F;
    let strange = (low.wrapping_sub(4) <= 3)
        | (low == 11)
        | (low.wrapping_sub(14) <= 3)
        | (low.wrapping_sub(22) <= 2)
        | (low.wrapping_sub(27) <= 1)
        | (low >= 30);
    ((first == 0xC3) & strange) | ((first == 0xC2) & (second > 0xA0))
}

/// How many Latin-1 characters there are that Vietnamese in Unicode does not use. Counts no further than needed.
fn count_telling(bytes: &[u8]) -> usize {
    bytes
        .windows(2)
        .filter(|pair| match pair[0] {
            0xC2 => TELLING[0][usize::from(pair[1] & 0x3F)],
            0xC3 => TELLING[1][usize::from(pair[1] & 0x3F)],
            _ => false,
        })
        .take(EVIDENCE)
        .count()
}

/// For U+0080–U+00BF and U+00C0–U+00FF: whether the character occurs in an old encoding but not in Vietnamese words.
static TELLING: [[bool; 64]; 2] = telling();

const fn telling() -> [[bool; 64]; 2] {
    const VIETNAMESE: &[u8] = &[
        0xC0, 0xC1, 0xC2, 0xC3, 0xC8, 0xC9, 0xCA, 0xCC, 0xCD, 0xD2, 0xD3, 0xD4, 0xD5, 0xD9, 0xDA,
        0xDD,
    ];
    let mut table = [[true; 64]; 2];
    let mut code = 0x80;
    while code <= 0xA0 {
        table[0][code - 0x80] = false;
        code += 1;
    }
    let mut at = 0;
    while at < VIETNAMESE.len() {
        let code = VIETNAMESE[at] as usize - 0xC0;
        table[1][code] = false;
        table[1][code + 0x20] = false;
        at += 1;
    }
    table
}

/// ASCII letters and digits, and everything that may be a letter in an old encoding or is one now.
fn is_word_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || (c > '\u{A0}' && (c <= '\u{FF}' || c.is_alphanumeric()))
}

/// Whether the word has letters only of Latin-1 and is not Vietnamese as it stands.
fn is_suspicious(word: &str) -> bool {
    word.chars().nth(1).is_some()
        && word.chars().all(|c| c <= '\u{FF}' && !c.is_ascii_digit())
        && !is_vietnamese(word)
}

/// What speaks for one of the encodings.
struct Evidence<'a> {
    legacy: Legacy,
    hits: usize,
    /// The first different words, no more than `EVIDENCE`.
    words: Vec<&'a str>,
}

impl<'a> Evidence<'a> {
    fn new(legacy: Legacy) -> Self {
        Evidence {
            legacy,
            hits: 0,
            words: Vec::new(),
        }
    }

    fn weigh(&mut self, word: &'a str) {
        if is_vietnamese(&decode(word, self.legacy)) {
            self.hits += 1;
            if self.words.len() < EVIDENCE && !self.words.contains(&word) {
                self.words.push(word);
            }
        }
    }
}

/// The Unicode text (NFC) that was meant by text in an old encoding.
///
/// Characters that the encoding does not use stay as they are. TCVN3 text set in a capitals font (`.VnTimeH`) has
/// small accented letters between capitals (`CéNG HßA`); words whose ASCII letters are all capitals, two or more,
/// become all capitals.
pub fn decode(text: &str, legacy: Legacy) -> String {
    match legacy {
        Legacy::Tcvn3 => from_tcvn3(text),
        Legacy::Vni => from_vni(text),
    }
}

/// TCVN 5712:1993 from A1 on; `_` stands for the combining tones B0–B4. The capitals with tones (AF, BA, BF–C5 …) are
/// only in the full set VN1.
#[rustfmt::skip]
const TCVN_HIGH: [char; 95] = [
         'Ă', 'Â', 'Ê', 'Ô', 'Ơ', 'Ư', 'Đ', 'ă', 'â', 'ê', 'ô', 'ơ', 'ư', 'đ', 'Ằ', // A1
    '\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}', 'à', 'ả', 'ã', 'á', 'ạ', 'Ẳ', 'ằ', 'ẳ', 'ẵ', 'ắ', 'Ẵ', // B0
    'Ắ', 'Ầ', 'Ẩ', 'Ẫ', 'Ấ', 'Ề', 'ặ', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ', 'è', 'Ể', 'ẻ', 'ẽ', // C0
    'é', 'ẹ', 'ề', 'ể', 'ễ', 'ế', 'ệ', 'ì', 'ỉ', 'Ễ', 'Ế', 'Ồ', 'ĩ', 'í', 'ị', 'ò', // D0
    'Ổ', 'ỏ', 'õ', 'ó', 'ọ', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ', 'ù', // E0
    'Ỗ', 'ủ', 'ũ', 'ú', 'ụ', 'ừ', 'ử', 'ữ', 'ứ', 'ự', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ', 'Ố', // F0
];

/// The capitals that VN1 has at 80–9F, in Latin-1 control characters.
const TCVN_C1: [char; 32] = [
    'À', 'Ả', 'Ã', 'Á', 'Ạ', 'Ặ', 'Ậ', 'È', 'Ẻ', 'Ẽ', 'É', 'Ẹ', 'Ệ', 'Ì', 'Ỉ', 'Ĩ', 'Í', 'Ị', 'Ò',
    'Ỏ', 'Õ', 'Ó', 'Ọ', 'Ộ', 'Ờ', 'Ở', 'Ỡ', 'Ớ', 'Ợ', 'Ù', 'Ủ', 'Ũ',
];

/// The last capitals of VN1, in ASCII control characters.
const TCVN_C0: [(char, char); 12] = [
    ('\x01', 'Ú'),
    ('\x02', 'Ụ'),
    ('\x04', 'Ừ'),
    ('\x05', 'Ử'),
    ('\x06', 'Ữ'),
    ('\x11', 'Ứ'),
    ('\x12', 'Ự'),
    ('\x13', 'Ỳ'),
    ('\x14', 'Ỷ'),
    ('\x15', 'Ỹ'),
    ('\x16', 'Ý'),
    ('\x17', 'Ỵ'),
];

fn from_tcvn3(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 2);
    for word in text.split_inclusive(char::is_whitespace) {
        let start = out.len();
        out.extend(word.chars().map(tcvn));
        let small = word.bytes().any(|b| b.is_ascii_lowercase());
        let capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
        if !small && capitals >= 2 {
            let raised = out[start..].to_uppercase();
            out.replace_range(start.., &raised);
        }
    }
    nfc(&out).into_owned()
}

fn tcvn(c: char) -> char {
    let code = c as usize;
    match code {
        0xA1..=0xFF => TCVN_HIGH[code - 0xA1],
        0x80..=0x9F => TCVN_C1[code - 0x80],
        0x01..=0x17 => TCVN_C0
            .iter()
            .find(|(from, _)| *from == c)
            .map_or(c, |&(_, to)| to),
        _ => c,
    }
}

fn from_vni(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let c = vni_letter(c);
        let marked = chars.peek().and_then(|&mark| vni_marked(c, mark));
        if marked.is_some() {
            chars.next();
        }
        out.push(marked.unwrap_or(c));
    }
    out
}

/// A letter that VNI writes with one character.
fn vni_letter(c: char) -> char {
    match c {
        'ô' => 'ơ',
        'Ô' => 'Ơ',
        'ö' => 'ư',
        'Ö' => 'Ư',
        'ñ' => 'đ',
        'Ñ' => 'Đ',
        'æ' => 'ỉ',
        'Æ' => 'Ỉ',
        'ó' => 'ĩ',
        'Ó' => 'Ĩ',
        'ò' => 'ị',
        'Ò' => 'Ị',
        'î' => 'ỵ',
        'Î' => 'Ỵ',
        _ => c,
    }
}

/// The vowel that the letter and the mark character after it stand for.
fn vni_marked(c: char, mark: char) -> Option<char> {
    let base = letter(c).filter(|l| l.tone == Tone::Ngang)?;
    let (shape, tone) = match mark.to_lowercase().next()? {
        'ù' => (base.shape, Tone::Sac),
        'ø' => (base.shape, Tone::Huyen),
        'û' => (base.shape, Tone::Hoi),
        'õ' => (base.shape, Tone::Nga),
        'ï' => (base.shape, Tone::Nang),
        'â' => (Shape::Circumflex, Tone::Ngang),
        'á' => (Shape::Circumflex, Tone::Sac),
        'à' => (Shape::Circumflex, Tone::Huyen),
        'å' => (Shape::Circumflex, Tone::Hoi),
        'ã' => (Shape::Circumflex, Tone::Nga),
        'ä' => (Shape::Circumflex, Tone::Nang),
        'ê' => (Shape::Breve, Tone::Ngang),
        'é' => (Shape::Breve, Tone::Sac),
        'è' => (Shape::Breve, Tone::Huyen),
        'ú' => (Shape::Breve, Tone::Hoi),
        'ü' => (Shape::Breve, Tone::Nga),
        'ë' => (Shape::Breve, Tone::Nang),
        _ => return None,
    };
    if shape != base.shape && base.shape != Shape::Plain {
        return None;
    }
    vowel(base.base, shape, tone, base.upper)
}

#[cfg(test)]
mod tests {
    use super::super::fold::ALL_ACCENTED;
    use super::*;

    const TCVN3: &str = "Céng hßa x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc";
    const VNI: &str = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam Ñoäc laäp - Töï do - Haïnh phuùc";
    const UNICODE: &str = "Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập - Tự do - Hạnh phúc";

    #[test]
    fn mottos_are_recognised_and_decoded() {
        assert_eq!(detect(TCVN3), Some(Legacy::Tcvn3));
        assert_eq!(decode(TCVN3, Legacy::Tcvn3), UNICODE);
        assert_eq!(detect(VNI), Some(Legacy::Vni));
        assert_eq!(decode(VNI, Legacy::Vni), UNICODE);
    }

    #[test]
    fn headings_in_capitals_are_recognised() {
        let tcvn3 = "CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM";
        assert_eq!(detect(tcvn3), Some(Legacy::Tcvn3));
        let vni = "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM";
        assert_eq!(detect(vni), Some(Legacy::Vni));
        assert_eq!(
            decode(vni, Legacy::Vni),
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        );
    }

    #[test]
    fn capitals_of_both_encodings_are_decoded() {
        let upper = "CỘNG HÒA XÃ HỘI";
        assert_eq!(decode("CéNG HßA X· HéI", Legacy::Tcvn3), "CỘNG HÒA Xã HỘI");
        assert_eq!(decode("COÄNG HOØA XAÕ HOÄI", Legacy::Vni), upper);
        assert_eq!(decode("Uû ban §¶ng", Legacy::Tcvn3), "Uỷ ban Đảng");
        assert_eq!(decode("a\u{B2} 57", Legacy::Tcvn3), "ã 57");
    }

    #[test]
    fn the_tcvn_table_has_every_letter_once() {
        let mut letters: Vec<char> = TCVN_HIGH.into_iter().chain(TCVN_C1).collect();
        letters.extend(TCVN_C0.map(|(_, to)| to));
        letters.retain(|c| c.is_alphabetic());
        letters.sort_unstable();
        let mut all: Vec<char> = ALL_ACCENTED.chars().collect();
        all.sort_unstable();
        assert_eq!(letters, all);
    }

    #[test]
    fn vni_writes_every_letter() {
        let small = "aøaûaõaùaï aêaèaúaüaéaë aâaàaåaãaáaä eøeûeõeùeï eâeàeåeãeáeä ìæóíò oøoûoõoùoï oâoàoåoãoáoä \
                     ôôøôûôõôùôï uøuûuõuùuï ööøöûöõöùöï yøyûyõyùî ñ"
            .replace(' ', "");
        let vni = small.clone() + &small.to_uppercase();
        assert_eq!(decode(&vni, Legacy::Vni), ALL_ACCENTED);
    }

    #[test]
    fn a_pasted_paragraph_is_found_in_unicode_text() {
        let text = format!("{UNICODE}. Xã hội, tình hình, của bà con, đã là thế. {TCVN3}");
        assert_eq!(detect(&text), Some(Legacy::Tcvn3));
    }

    #[test]
    fn a_few_words_are_not_enough() {
        assert_eq!(detect("héi chñ nghÜa"), None);
        assert_eq!(detect("hoäi hoäi hoäi hoäi hoäi hoäi"), None);
        assert_eq!(detect(""), None);
    }

    #[test]
    fn vietnamese_in_unicode_is_left_alone() {
        for text in [
            UNICODE,
            "Là và bà cô chú tôi ông có thì mà «nhà» ® 30°C 5m² § 3 · Ý kiến · Nội dung · Đề án",
            "µm µg m² m³ µm kW·h 20°C ±5 ×3 µl µs ¹ ² ³ ½ giờ ¼ ¾",
        ] {
            assert_eq!(detect(text), None, "{text}");
        }
    }

    #[test]
    fn other_languages_and_code_are_left_alone() {
        for text in [
            "Où êtes-vous allés l'été dernier? Nous étions à la mer, où l'eau était déjà très fraîche; il a fallu \
             naïvement goûter aux pâtes, aux gâteaux de Noël et à la crème brûlée. Ça coûte cher, bien sûr, août \
             aidant: tôt ou tard, la forêt, l'hôtel, le maïs et l'île reçoivent leur dû. Œuvre d'aïeul, façade, garçon.",
            "A situação da região não está fácil: são ações e decisões que os cidadãos já não têm condições de \
             tomar. Você também vê o coração da nação, a educação, a saúde, o português e as maçãs à mão. Três avós, \
             pães, limões, órgãos, irmãos, alemães e açúcar; lá está o pai, país, baú, aí, saí e caí. Põe e dói.",
            "El año pasado España celebró también la reunión: mañana habrá niños, señores, pingüinos, vergüenza, raíz, \
             baúl, aún, país, maíz, leí, oír, reír, tú, él, sí, más y qué.",
            "Die Bürger müssen für die Öffnung größerer Straßen zahlen; schöne Häuser, Mädchen, Töchter, Füße, \
             Bäume und Blätter, naïv, daß, möglich, früh, über Österreich.",
            "Hyvää päivää, älä mene sinne, sää on kylmä. Jäätelö, työ, yö, pöytä, hää, tämä, isä, äiti, ääni. På \
             måndag går vi på ön och äter smör, blåbär, kött. Får jag få två små å, hør på når vi rører øl.",
            "fn main() { let café = \"naïve\"; println!(\"{}\", café); } // ¯\\_(ツ)_/¯ ©®§¶ «x» ¬a £5 ¥6 ¢7 ¡hola! ¿qué?",
        ] {
            assert_eq!(detect(text), None, "{text}");
        }
    }

    #[test]
    fn the_look_at_many_bytes_agrees_with_the_table() {
        for code in 0x80..=0xFF_u32 {
            let c = char::from_u32(code).expect("Latin-1").to_string();
            assert_eq!(
                has_telling(c.as_bytes()),
                count_telling(c.as_bytes()) > 0,
                "{code:X}"
            );
        }
    }

    #[test]
    fn decoding_accepts_any_text() {
        for legacy in [Legacy::Tcvn3, Legacy::Vni] {
            assert_eq!(decode("", legacy), "");
            assert_eq!(
                decode("plain 57-NQ/TW – “Đảng”", legacy),
                "plain 57-NQ/TW – “Đảng”"
            );
            for c in '\0'..='\u{17F}' {
                assert!(!decode(&format!("a{c}"), legacy).is_empty());
            }
        }
    }
}
