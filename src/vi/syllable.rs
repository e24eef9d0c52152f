//! The spelling of one Vietnamese syllable: onset, rime, tone.
//!
//! Tells words that can be Vietnamese from those that cannot, whether or not they mean anything. Names, loan words,
//! acronyms and letters of lists are none of its business; leaving them out is the caller's.

use unicode_normalization::UnicodeNormalization;

use super::fold::{Tone, letter};

/// The longest spelling, `nghiêng`, in letters.
const LONGEST: usize = 7;

/// Whether `word` is spelled as a Vietnamese syllable can be, in any case, NFC or NFD.
///
/// Both tone styles are right (`hòa`, `hoà`), both `i` and `y` (`kĩ`, `kỹ`). Wrong are an onset or a rime that does
/// not exist (`luợng`), an onset spelled for other vowels (`ce`, `nga` as `ngha`), a tone other than sắc and nặng
/// before c, ch, p, t (`hoc`), two tone marks (`bỉết`), a tone mark on the wrong letter (`tòan`, `nghiã`), and
/// anything that is not letters.
pub fn is_vietnamese(word: &str) -> bool {
    // U+0300–U+036F, the combining marks, are the characters that begin with these two bytes
    if word.bytes().any(|b| matches!(b, 0xCC | 0xCD)) {
        spelled_right(word.nfc())
    } else {
        spelled_right(word.chars())
    }
}

fn spelled_right(word: impl Iterator<Item = char>) -> bool {
    let mut codes = [0; LONGEST];
    let mut len = 0;
    let mut mark = None;
    for c in word {
        let Some(l) = letter(c) else { return false };
        if len == LONGEST {
            return false;
        }
        codes[len] = l.code();
        if l.tone != Tone::Ngang && mark.replace((len, l.tone)).is_some() {
            return false;
        }
        len += 1;
    }
    let word = &codes[..len];
    let (onset, rime) = split(word);
    fits(word, onset, rime, mark)
        // `gi` is an onset in `giá`, but `g` and the rime's i in `gìn`, `giếng`
        || onset == b"gi" && is_gi_rime(&word[1..]) && fits(word, b"g", &word[1..], mark)
}

/// Cuts the word behind the longest onset it starts with.
fn split(word: &[u8]) -> (&[u8], &[u8]) {
    const LONGEST_FIRST: [&[u8]; 11] = [
        b"ngh", b"ch", b"gh", b"gi", b"kh", b"ng", b"nh", b"ph", b"qu", b"th", b"tr",
    ];
    let onset = LONGEST_FIRST.iter().find(|onset| word.starts_with(onset));
    let at = match onset {
        Some(onset) => onset.len(),
        None => usize::from(
            word.first()
                .is_some_and(|b| b"bcdDghklmnprstvx".contains(b)),
        ),
    };
    word.split_at(at)
}

fn fits(word: &[u8], onset: &[u8], rime: &[u8], mark: Option<(usize, Tone)>) -> bool {
    if !is_rime(rime) || !agree(onset, rime) {
        return false;
    }
    let stopped = matches!(rime, [.., b'c' | b'p' | b't'] | [.., b'c', b'h']);
    match mark {
        None => !stopped,
        Some((at, tone)) => {
            (!stopped || matches!(tone, Tone::Sac | Tone::Nang))
                && at
                    .checked_sub(word.len() - rime.len())
                    .is_some_and(|at| may_carry_tone(rime, at))
        }
    }
}

/// The rimes of Vietnamese, in the letters of `code`.
#[rustfmt::skip]
fn is_rime(rime: &[u8]) -> bool {
    matches!(
        rime,
        // a, ă, â
        b"a" | b"ac" | b"ach" | b"ai" | b"am" | b"an" | b"ang" | b"anh" | b"ao" | b"ap" | b"at" | b"au" | b"ay"
        | b"Ac" | b"Am" | b"An" | b"Ang" | b"Ap" | b"At"
        | b"Bc" | b"Bm" | b"Bn" | b"Bng" | b"Bp" | b"Bt" | b"Bu" | b"By"
        // e, ê
        | b"e" | b"ec" | b"em" | b"en" | b"eng" | b"eo" | b"ep" | b"et"
        | b"E" | b"Ech" | b"Em" | b"En" | b"Enh" | b"Ep" | b"Et" | b"Eu"
        // i, iê
        | b"i" | b"ia" | b"ich" | b"im" | b"in" | b"inh" | b"ip" | b"it" | b"iu"
        | b"iEc" | b"iEm" | b"iEn" | b"iEng" | b"iEp" | b"iEt" | b"iEu"
        // o, oo, ô, ơ
        | b"o" | b"oc" | b"oi" | b"om" | b"on" | b"ong" | b"op" | b"ot" | b"ooc" | b"oong"
        | b"O" | b"Oc" | b"Oi" | b"Om" | b"On" | b"Ong" | b"Op" | b"Ot"
        | b"P" | b"Pi" | b"Pm" | b"Pn" | b"Pp" | b"Pt"
        // u, uô, ư, ươ
        | b"u" | b"ua" | b"uc" | b"ui" | b"um" | b"un" | b"ung" | b"up" | b"ut"
        | b"uOc" | b"uOi" | b"uOm" | b"uOn" | b"uOng" | b"uOt"
        | b"U" | b"Ua" | b"Uc" | b"Ui" | b"Um" | b"Ung" | b"Ut" | b"Uu"
        | b"UPc" | b"UPi" | b"UPm" | b"UPn" | b"UPng" | b"UPp" | b"UPt" | b"UPu"
        // y, yê; ych, yn, ynh, yt only behind qu
        | b"y" | b"yEm" | b"yEn" | b"yEng" | b"yEt" | b"yEu" | b"ych" | b"yn" | b"ynh" | b"yt"
    ) || is_rounded(rime)
}

/// The rimes that begin with a glide written o or u.
#[rustfmt::skip]
fn is_rounded(rime: &[u8]) -> bool {
    matches!(
        rime,
        b"oa" | b"oac" | b"oach" | b"oai" | b"oam" | b"oan" | b"oang" | b"oanh" | b"oao" | b"oap" | b"oat" | b"oay"
        | b"oAc" | b"oAm" | b"oAn" | b"oAng" | b"oAt"
        | b"oe" | b"oem" | b"oen" | b"oeng" | b"oeo" | b"oet"
        | b"uBn" | b"uBng" | b"uBt" | b"uBy"
        | b"uE" | b"uEch" | b"uEnh" | b"uP"
        | b"uy" | b"uya" | b"uych" | b"uyn" | b"uynh" | b"uyp" | b"uyt" | b"uyu" | b"uyEn" | b"uyEt"
    )
}

/// The rimes written with `g` although it begins with i: `gì`, `gìn`, `giếng`, `giết`.
fn is_gi_rime(rime: &[u8]) -> bool {
    matches!(rime, b"i" | b"im" | b"in" | b"ip" | b"it") || rime.starts_with(b"iE")
}

/// Whether the onset is the one spelled before this rime. Both exist.
fn agree(onset: &[u8], rime: &[u8]) -> bool {
    let front = matches!(rime[0], b'e' | b'E' | b'i' | b'y');
    match rime {
        [b'y'] => matches!(
            onset,
            b"" | b"d" | b"h" | b"k" | b"l" | b"m" | b"n" | b"s" | b"t" | b"v" | b"th" | b"qu"
        ),
        b"yn" | b"ynh" | b"ych" | b"yt" => onset == b"qu",
        [b'y', ..] => matches!(onset, b"" | b"qu"),
        [b'i', b'E', ..] if onset.is_empty() => false,
        _ => match onset {
            b"c" => !front && !is_rounded(rime),
            b"k" | b"gh" | b"ngh" => front,
            b"g" => !front || rime[0] == b'i' && is_gi_rime(rime),
            b"ng" => !front,
            b"qu" => rime == b"Oc" || !matches!(rime[0], b'o' | b'O' | b'u' | b'U'),
            b"gi" => !is_rounded(rime) && rime[0] != b'i' && rime[0] != b'y',
            _ => true,
        },
    }
}

/// Whether the tone mark may stand on the letter `at` of the rime.
fn may_carry_tone(rime: &[u8], at: usize) -> bool {
    if let Some(shaped) = rime.iter().rposition(u8::is_ascii_uppercase) {
        return at == shaped;
    }
    let vowels = rime.iter().take_while(|b| b"aeiouy".contains(b)).count();
    match vowels {
        1 => at == 0,
        2 if rime.len() > 2 => at == 1,
        2 if matches!(rime, b"oa" | b"oe" | b"uy") => at < 2,
        2 => at == 0,
        _ => at == 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn right(words: &str) {
        for word in words.split_whitespace() {
            assert!(is_vietnamese(word), "{word} should be right");
            assert!(is_vietnamese(&word.nfd().collect::<String>()), "{word} NFD");
            assert!(is_vietnamese(&word.to_uppercase()), "{word} in capitals");
        }
    }

    #[track_caller]
    fn wrong(words: &str) {
        for word in words.split_whitespace() {
            assert!(!is_vietnamese(word), "{word} should be wrong");
        }
    }

    #[test]
    fn running_text_is_right() {
        right(
            "Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập Tự do Hạnh phúc Ủy ban nhân dân xã Lai Khê Bình Chương \
             tuyên truyền nghị quyết về đột phá phát triển khoa học công nghệ đổi mới sáng tạo và chuyển đổi số \
             quốc gia hướng dẫn người dân tiếp cận sử dụng dịch vụ công trực tuyến thương mại điện tử thanh toán \
             không dùng tiền mặt khuyến khích doanh nghiệp tham gia nghiên cứu quyết định chỉ thị thường xuyên",
        );
    }

    #[test]
    fn rare_rimes_are_right() {
        right(
            "nghiêng ngoằn ngoèo khuỷu khuya huơ thuở quở quờ quạng quýt quỳnh huỳnh huỵch tuýp xoong boóc coóc \
             loẻng xoẻng ngoạm oàm oạp yểng yếm yêu ỷ ừm hươu rượu nghều giường giữa già gì gìn giữ giếng giêng \
             giết giặc ghì ghê quen quẹo quăng quắc quặp quấn quầy quách quên quyền quyết quốc quý qui chuếnh \
             choáng xuềnh xoàng tuệch toạc buýt góa Thy Vy kỹ kĩ lý lí mỹ tỷ sỹ ưỡn ướt uống oan uể oải",
        );
    }

    #[test]
    fn both_tone_styles_are_right() {
        right("hòa hoà khỏe khoẻ thủy thuỷ ủy uỷ tùy tuỳ xòe xoè lọa loạ");
    }

    #[test]
    fn misspelled_syllables_are_wrong() {
        wrong(
            "luợng nguời truờng đựơc bỉết ũỹ ngườĩ phảị nghiã tòan hòan thúât qúy gìa gíup mùâ cuả ",
        );
        wrong("hoc tich lâp nhât hòc phách̀ hỏp cèt");
        wrong("ce ci ky̆ ngê ngha gha ge ka ko quu quo qo f j zalo web wifi ă ăn̉g nghiêngg iêu");
    }

    #[test]
    fn text_in_old_encodings_is_wrong() {
        wrong("Céng hßa x· héi chñ nghÜa ViÖt Coäng hoøa hoäi chuû nghóa Vieät");
    }

    #[test]
    fn what_is_not_a_word_is_wrong() {
        wrong("57 NQ TW B 1a a-b UBND VNeID x̉");
        assert!(!is_vietnamese(""));
    }

    #[test]
    fn a_tone_on_any_letter_of_a_closed_syllable_is_right_in_one_place_only() {
        let tones = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];
        for (plain, place) in [
            ("toan", 2),
            ("toai", 2),
            ("tuyn", 2),
            ("tau", 1),
            ("tiên", 2),
            ("tươi", 2),
        ] {
            let letters: Vec<char> = plain.chars().collect();
            for tone in tones {
                for at in 0..letters.len() {
                    let mut word: String = letters[..=at].iter().collect();
                    word.push_str(tone);
                    word.extend(&letters[at + 1..]);
                    assert_eq!(is_vietnamese(&word), at == place, "{word}");
                }
            }
        }
    }
}
