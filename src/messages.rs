//! The message catalogue: every sentence that the program says to a person, in Vietnamese and English, in one table.
//!
//! A row is a name, a level (`error` and `warning` have a code that stays the same for ever; `help`, `note` and `ui`
//! have none), and the two texts. `{0}`, `{1}` are arguments. Texts say what is wrong in the editor's words, helps say
//! what to do. Nothing else in the program holds text for people, save the themes.

use serde::{Deserialize, Serialize};

/// The language of messages. Vietnamese is the default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Its BCP 47 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }
}

/// What a message is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// A mistake: nothing is written until it is mended.
    Error,
    /// Should be mended; the site is built all the same.
    Warning,
    /// What to do about a mistake.
    Help,
    /// A second place that explains a mistake.
    Note,
    /// What the command line says while it works.
    Ui,
}

macro_rules! messages {
    ($($name:ident = $level:ident $code:literal, $vi:literal, $en:literal;)*) => {
        /// A row of the catalogue.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[repr(u16)]
        #[expect(missing_docs, reason = "the table beside each name is its documentation")]
        pub enum Msg { $($name),* }

        impl Msg {
            /// Every row, in the order of the table.
            pub const ALL: &[Msg] = &[$(Msg::$name),*];

            /// The code of an error or a warning, such as `broken-link`; empty for other rows.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Msg::$name => $code),* }
            }

            /// What the row is for.
            #[must_use]
            pub const fn level(self) -> Level {
                match self { $(Msg::$name => Level::$level),* }
            }

            /// The text in one language, with `{0}` where arguments go.
            #[must_use]
            pub const fn text(self, lang: Lang) -> &'static str {
                match lang {
                    Lang::Vi => match self { $(Msg::$name => $vi),* },
                    Lang::En => match self { $(Msg::$name => $en),* },
                }
            }
        }
    };
}

messages! {
    // The kit of a page
    KitUnknownPage = Error "kit-unknown-page", "không có bài nào ở “{0}”", "there is no page at “{0}”";
    HelpKitUnknownPage = Help "", "viết đường dẫn của tệp, ví dụ content/tin-tuc/bai-viet.md, hoặc địa chỉ của bài, ví dụ /tin-tuc/bai-viet/", "give the path of the file, such as content/tin-tuc/bai-viet.md, or the page's address, such as /tin-tuc/bai-viet/";
    KitHiddenPage = Error "kit-hidden-page", "bài “{0}” chưa hiện với người đọc: {1}", "the page “{0}” is not shown to readers: {1}";
    HelpKitHiddenPage = Help "", "đăng bài trước rồi làm bộ tài liệu; muốn làm thử thì thêm --drafts", "publish the page first; to try it out, add --drafts";
    KitNoAddress = Warning "kit-no-address", "trang chưa có địa chỉ web, nên bài chia sẻ không có đường dẫn, bản in không có mã QR", "the site has no web address, so that share texts have no link and prints no QR code";
    HelpKitNoAddress = Help "", "điền base_url trong site.toml, hoặc thêm --base-url https://…", "set base_url in site.toml, or add --base-url https://…";
    KitHeavyPicture = Warning "kit-heavy-picture", "ảnh {0} nặng {1}, Zalo chỉ nhận ảnh dưới 1 MB", "the picture {0} has {1}; Zalo takes pictures below 1 MB only";
    HelpKitHeavyPicture = Help "", "ảnh động, ảnh vẽ được giữ nguyên; lưu lại nhỏ hơn, hoặc thay bằng ảnh JPEG, PNG", "moving and drawn pictures are kept as they are; save it smaller, or use a JPEG or PNG";
    KitFileKept = Warning "kit-file-kept", "giữ nguyên tệp “{0}”: bạn đã sửa, hoặc tệp không do lệnh này làm ra", "“{0}” stays as it is: somebody changed it, or this command did not make it";
    HelpKitFileKept = Help "", "muốn có bản mới thì đổi tên hoặc xóa tệp ấy rồi chạy lại", "to have the new one, rename or remove the file and run again";
    RadioAbbreviation = Warning "radio-abbreviation", "bản phát thanh: không rõ “{0}” viết tắt chữ gì, tạm đọc là “{1}”", "broadcast: nobody knows what “{0}” stands for; it is read “{1}”";
    HelpRadioAbbreviation = Help "", "trong bài, viết đủ chữ ở lần đầu rồi đến “({0})”; hoặc thêm vào words của bảng [radio] trong site.toml", "in the text, write it out the first time with “({0})” behind it; or add it to words of [radio] in site.toml";
    RadioDayOrShare = Warning "radio-day-or-share", "bản phát thanh: “{0}” được đọc là “{1}”, có thể lại là một phần", "broadcast: “{0}” is read “{1}”, and may be a share";
    HelpRadioDayOrShare = Help "", "nếu là ngày, viết “ngày {0}”; nếu là một phần, viết bằng chữ", "for a day, write “ngày {0}”; for a share, write it in words";
    RadioAddress = Warning "radio-address", "bản phát thanh: không đọc địa chỉ “{0}” vì người nghe không ghi kịp, thay bằng “{1}”", "broadcast: the address “{0}” is not read, because nobody can note it down; “{1}” stands in its place";
    HelpRadioAddress = Help "", "nghe lại câu có chữ này trong phat-thanh.txt và sửa cho xuôi tai", "read the sentence in phat-thanh.txt aloud and mend it if need be";
    RadioLongSentence = Warning "radio-long-sentence", "bản phát thanh: câu dài {0} chữ: “{1}”", "broadcast: a sentence has {0} words: “{1}”";
    HelpRadioLongSentence = Help "", "tách thành các câu không quá {0} chữ để người nghe theo kịp", "part it into sentences of at most {0} words, so that listeners can follow";
    RadioUnheard = Warning "radio-unheard", "bản phát thanh: đã bỏ câu nói về hình, bảng hoặc chỗ bấm: “{0}”", "broadcast: a sentence about a picture, a table or a click was left out: “{0}”";
    HelpRadioUnheard = Help "", "nếu người nghe cần ý này, viết thêm một câu nghe là hiểu", "if listeners need it, write a sentence that is understood by ear";
    RadioTable = Warning "radio-table", "bản phát thanh: đã bỏ bảng ({0} bảng) vì không đọc trên loa được", "broadcast: tables ({0}) were left out, because they cannot be read aloud";
    HelpRadioTable = Help "", "chọn một, hai con số quan trọng trong bảng và viết thành câu trong bài", "take one or two figures of it and say them in a sentence of the text";
    RadioTooLong = Warning "radio-too-long", "bản phát thanh dài khoảng {0} phút, nên dưới {1} phút", "the broadcast takes about {0} minutes; keep it below {1}";
    HelpRadioTooLong = Help "", "rút bớt trong phat-thanh.txt, hoặc chia thành nhiều buổi phát", "shorten phat-thanh.txt, or part it into several broadcasts";
    RadioGreeting = Ui "", "Xin kính chào bà con nhân dân {0}! Hệ thống truyền thanh cơ sở xin thông báo:", "Xin kính chào bà con nhân dân {0}! Hệ thống truyền thanh cơ sở xin thông báo:";
    RadioClosing = Ui "", "Xin trân trọng cảm ơn bà con đã chú ý lắng nghe.", "Xin trân trọng cảm ơn bà con đã chú ý lắng nghe.";
    TellTime = Ui "", "Thời gian: {0}.", "Thời gian: {0}.";
    TellSince = Ui "", "từ {0}", "từ {0}";
    TellPlace = Ui "", "Địa điểm: {0}.", "Địa điểm: {0}.";
    TellPostponed = Ui "", "Hoãn, chưa có ngày mới", "Hoãn, chưa có ngày mới";
    TellCancelled = Ui "", "Đã hủy", "Đã hủy";
    TellProgramme = Ui "", "Chương trình", "Chương trình";
    TellSlogans = Ui "", "Khẩu hiệu", "Khẩu hiệu";
    TellGoals = Ui "", "Mục tiêu", "Mục tiêu";
    TellResult = Ui "", "Kết quả", "Kết quả";
    TellNeeds = Ui "", "Cần chuẩn bị", "Cần chuẩn bị";
    TellFee = Ui "", "Lệ phí: {0}.", "Lệ phí: {0}.";
    TellService = Ui "", "Mở dịch vụ trên mạng", "Mở dịch vụ trên mạng";
    TellSource = Ui "", "Nguồn: ", "Nguồn: ";
    TellStep = Ui "", "Bước {0}: ", "Bước {0}: ";
    TellQuestion = Ui "", "Ý kiến", "Ý kiến";
    TellAsked = Ui "", "Ý kiến: {0}", "Ý kiến: {0}";
    TellAnswer = Ui "", "Trả lời", "Trả lời";
    TellClaim = Ui "", "Thông tin chưa đúng", "Thông tin chưa đúng";
    TellFact = Ui "", "Thông tin đúng", "Thông tin đúng";
    TellRight = Ui "", "Thông tin đúng: {0}.", "Thông tin đúng: {0}.";
    TellWho = Ui "", "Ai làm: {0}.", "Ai làm: {0}.";
    TellWhere = Ui "", "Ở đâu: {0}.", "Ở đâu: {0}.";
    TellContact = Ui "", "Hỏi thêm: {0}.", "Hỏi thêm: {0}.";
    KitReadFirst = Ui "", "tờ này", "this note";
    KitFacebook = Ui "", "bài đăng Facebook", "a post for Facebook";
    KitZaloGroup = Ui "", "tin nhắn nhóm Zalo", "a message for a Zalo group";
    KitZaloArticle = Ui "", "tiêu đề, tác giả, mô tả của bài Zalo OA", "title, author and summary of a Zalo OA article";
    KitZaloTitle = Ui "", "tiêu đề bài Zalo OA", "title of the Zalo OA article";
    KitZaloAuthor = Ui "", "tác giả bài Zalo OA", "author of the Zalo OA article";
    KitZaloSummary = Ui "", "mô tả bài Zalo OA", "summary of the Zalo OA article";
    KitSms = Ui "", "tin nhắn SMS, không dấu", "an SMS, without marks";
    KitRadio = Ui "", "bản phát thanh, đọc nguyên văn", "the broadcast, to be read as it stands";
    KitPaste = Ui "", "bài để dán vào trang của tỉnh hoặc nơi khác", "the text to paste into another portal";
    KitMail = Ui "", "bản tin gửi thư điện tử", "the bulletin for e-mail";
    KitPicture = Ui "", "ảnh của bài, dưới 1 MB", "a picture of the page, below 1 MB";
    KitCard = Ui "", "ảnh chia sẻ", "the picture for sharing";
    KitLeaflet = Ui "", "tờ rơi A5 để in", "a leaflet A5 to print";
    KitSlogans = Ui "", "khẩu hiệu của chiến dịch, để chép", "the campaign's slogans, to copy";
    KitBanner = Ui "", "băng rôn 6 × 0,8 m, tỷ lệ 1:10", "a banner of 6 × 0.8 m at 1:10";
    KitCalendar = Ui "", "lịch để thêm vào điện thoại", "the calendar entry for telephones";
    KitNote = Ui "", "Bộ tài liệu của bài “{0}”", "Kit of the page “{0}”";
    KitLengths = Ui "", "Độ dài (số ký tự / tối đa):", "Lengths (characters / at most):";
    KitMinutes = Ui "", "bản phát thanh đọc khoảng {0} phút", "the broadcast takes about {0} min";
    KitTodo = Ui "", "Việc còn phải làm:", "What is still to be done:";
    KitReadMore = Ui "", "Đọc bài trên cổng thông tin:", "Read it on the portal:";
    UiKitMade = Ui "", "Đã làm bộ tài liệu trong {0}: {1} tệp, gói gửi đi {2} ({3}).", "The kit is in {0}: {1} files; to send: {2} ({3}).";
    KitLeftOut = Ui "", "Gói gửi đi không được quá 15 MB nên không kèm: {0} (vẫn có trong thư mục)", "Not in the file to send, which must stay below 15 MB: {0} (they are in the folder)";
    UiKitTodo = Ui "", "Còn {0} việc nên xem lại trước khi dùng (ghi ở trên và trong doc-truoc.txt).", "{0} things to look at before using it (above, and in doc-truoc.txt).";

    // Labels
    LabelError = Ui "", "lỗi", "error";
    LabelWarning = Ui "", "cảnh báo", "warning";
    LabelHelp = Ui "", "cách sửa", "help";
    LabelNote = Ui "", "xem thêm", "note";

    // Helps shared by many
    DidYouMean = Help "", "có phải bạn muốn viết “{0}”?", "did you mean “{0}”?";
    KnownNames = Help "", "dùng được: {0}", "known: {0}";

    // Files
    NotUtf8 = Error "not-utf8", "không đọc được chữ trong tệp: tệp không phải là văn bản, hoặc được lưu theo bảng mã lạ", "the file is not text, or is saved in an unknown encoding";
    HelpSaveUtf8 = Help "", "mở tệp, chọn “Lưu thành…” (Save As) và chọn bảng mã UTF-8", "open the file and save it with the encoding UTF-8";
    OtherEncoding = Warning "other-encoding", "tệp được lưu theo bảng mã {0}, không phải UTF-8; đã tự chuyển khi đọc", "the file is saved as {0}, not UTF-8; it was converted while reading";
    LegacyText = Error "legacy-text", "bài có chữ gõ theo bảng mã cũ {0}, người đọc sẽ thấy chữ lạ", "the page has text in the old encoding {0}, which readers see garbled";
    HelpLegacy = Help "", "chuyển cả bài sang Unicode bằng công cụ của UniKey (Ctrl+Shift+F6); đoạn này có lẽ là: “{0}”", "convert the whole page to Unicode with UniKey (Ctrl+Shift+F6); this probably reads: “{0}”";
    EmptyFile = Error "empty-file", "tệp trống", "the file is empty";
    HelpEmptyFile = Help "", "viết vào tệp ba dòng: +++ rồi title = \"Tên bài\" rồi +++; hoặc xóa tệp", "write three lines: +++ then title = \"Title\" then +++; or delete the file";
    HugeFile = Error "huge-file", "tệp văn bản quá lớn: {0} (tối đa {1})", "the text file is too large: {0} (at most {1})";
    HelpHugeFile = Help "", "có lẽ ảnh đã bị dán thẳng vào văn bản; hãy lưu ảnh thành tệp riêng, hoặc chia bài thành nhiều bài", "a picture was probably pasted into the text; save it as a file of its own, or split the article";
    UnreadableFile = Error "unreadable-file", "không đọc được tệp ({0})", "the file cannot be read ({0})";
    HelpUnreadable = Help "", "đóng chương trình đang giữ tệp, kiểm tra quyền truy cập rồi làm lại", "close the program that holds the file, check its permissions and try again";
    LinkOutside = Error "link-outside", "lối tắt (symlink) dẫn ra ngoài thư mục của trang: {0}", "the symbolic link leaves the site's folder: {0}";
    HelpLinkOutside = Help "", "chép tệp vào thư mục của trang thay cho lối tắt", "copy the file into the site's folder instead of linking to it";
    LinkLoop = Error "link-loop", "lối tắt (symlink) dẫn vòng lại chính nó", "the symbolic link leads back to itself";
    HelpLinkLoop = Help "", "xóa lối tắt này", "delete this link";
    DanglingLink = Error "dangling-link", "lối tắt (symlink) dẫn tới tệp không còn: {0}", "the symbolic link leads to a file that is not there: {0}";
    HelpDanglingLink = Help "", "xóa lối tắt này, hoặc chép tệp vào đây thay cho nó", "delete this link, or put the file here in its place";
    CaseClash = Error "case-clash", "tên tệp này chỉ khác “{0}” ở chữ hoa, chữ thường", "the name of this file differs from “{0}” only in upper and lower case";
    HelpCaseClash = Help "", "đổi tên một tệp: Windows coi hai tên này là một, máy chủ thì không", "rename one: Windows sees one name where the host sees two";
    NoteOtherFile = Note "", "tệp kia ở đây", "the other file is here";
    MissingIndex = Warning "missing-index", "chuyên mục “{0}” chưa có tệp _index.md; tên thư mục được dùng làm tên chuyên mục", "the section “{0}” has no _index.md; the folder's name is used as its title";
    HelpMissingIndex = Help "", "tạo tệp {0} có ba dòng: +++ rồi title = \"Tên chuyên mục\" rồi +++", "make the file {0} with three lines: +++ then title = \"Section title\" then +++";

    // TOML: front matter, site.toml, data
    MissingFrontMatter = Error "missing-front-matter", "bài chưa có phần đầu bài", "the file has no front matter";
    HelpFrontMatter = Help "", "thêm vào đầu tệp ba dòng: +++ rồi title = \"Tên bài\" rồi +++", "put three lines at the top: +++ then title = \"Title\" then +++";
    UnclosedFrontMatter = Error "unclosed-front-matter", "phần đầu bài mở bằng +++ nhưng không có dòng +++ kết thúc", "the front matter opens with +++ and has no closing +++";
    HelpUnclosed = Help "", "thêm một dòng chỉ có +++ sau dòng {0}", "add a line with only +++ after line {0}";
    HelpMeantFence = Help "", "đổi dòng {0} (“{1}”) thành +++", "change line {0} (“{1}”) to +++";
    YamlFrontMatter = Error "yaml-front-matter", "phần đầu bài dùng --- (YAML); trangxa dùng +++ (TOML)", "the front matter uses --- (YAML); trangxa uses +++ (TOML)";
    HelpYaml = Help "", "đổi hai dòng --- thành +++ và viết title = \"…\" thay cho title: …", "change both --- to +++ and write title = \"…\" in place of title: …";
    BadToml = Error "bad-toml", "{0}", "{0}";
    Verbatim = Ui "", "{0}", "{0}";
    TomlUnquoted = Ui "", "chữ phải đặt trong dấu ngoặc kép", "text must stand in quotes";
    TomlCurly = Ui "", "ở đây phải dùng dấu ngoặc kép thẳng \" \", không dùng “ ”", "straight quotes \" \" are needed here, not “ ”";
    TomlUnclosedText = Ui "", "chữ mở ngoặc kép mà không đóng", "the text opens with a quote and does not close";
    TomlInnerQuotes = Ui "", "trong chữ lại có dấu ngoặc kép giống dấu bao ngoài", "the text has the same quotes inside as around it";
    TomlBackslash = Ui "", "dấu \\ không đứng một mình được trong ngoặc kép", "a \\ cannot stand alone within quotes";
    TomlNoValue = Ui "", "chưa có giá trị sau dấu =", "there is no value after the =";
    TomlNoEquals = Ui "", "thiếu dấu = sau “{0}”", "there is no = after “{0}”";
    TomlTwoEquals = Ui "", "chỉ viết một dấu =", "one = is enough";
    TomlColon = Ui "", "sau tên mục phải là dấu =, không phải dấu :", "a key is followed by =, not by :";
    TomlNotALine = Ui "", "dòng này không có dạng: tên = giá trị", "this line is not of the form: name = value";
    TomlKey = Ui "", "tên mục “{0}” viết sai: chỉ dùng chữ cái không dấu, chữ số, dấu - và dấu _", "the key “{0}” is not well written: it has only letters a–z, digits, - and _";
    TomlHeader = Ui "", "tên bảng phải nằm trọn trong [ ], một mình một dòng", "the name of a table stands in [ ] on a line of its own";
    TomlUnclosedList = Ui "", "danh sách mở bằng [ mà không có ] đóng", "the list opens with [ and has no closing ]";
    TomlUnclosedTable = Ui "", "bảng mở bằng { mà không có } đóng", "the table opens with { and has no closing }";
    TomlNoComma = Ui "", "thiếu dấu phẩy giữa hai giá trị", "a comma is missing between two values";
    TomlTwoCommas = Ui "", "thừa dấu phẩy trong [ ]", "there is a comma too many in [ ]";
    TomlExtra = Ui "", "thừa “{0}” sau giá trị", "there is “{0}” after the value";
    TomlBool = Ui "", "ở đây phải viết true (có) hoặc false (không)", "true or false must stand here";
    TomlNumber = Ui "", "số “{0}” viết sai", "the number “{0}” is not well written";
    TomlOther = Ui "", "không hiểu chỗ này ({0})", "this cannot be understood ({0})";
    HelpWrite = Help "", "viết: {0}", "write: {0}";
    HelpAdd = Help "", "thêm: {0}", "add: {0}";
    HelpNoValue = Help "", "viết giá trị sau dấu =, hoặc xóa dòng này", "write the value after the =, or delete the line";
    HelpMultiline = Help "", "đóng ngoặc kép ở cuối dòng; chữ dài nhiều dòng thì đặt giữa \"\"\" và \"\"\"", "close the quotes at the end of the line; text of several lines stands between \"\"\" and \"\"\"";
    HelpQuotes = Help "", "chữ phải nằm trong dấu ngoặc kép thẳng: title = \"Tên bài\" (không dùng “ ”)", "text stands in straight quotes: title = \"Title\" (not “ ”)";
    HelpToml = Help "", "mỗi dòng có dạng: tên = \"chữ\", tên = true, tên = 12, tên = 2026-11-21 hoặc tên = [\"a\", \"b\"]", "each line is: name = \"text\", name = true, name = 12, name = 2026-11-21 or name = [\"a\", \"b\"]";
    DuplicateKey = Error "duplicate-key", "mục “{0}” viết hai lần", "the key “{0}” stands twice";
    HelpDuplicateKey = Help "", "giữ một dòng, xóa dòng kia", "keep one line, delete the other";
    NoteFirst = Note "", "lần đầu ở đây", "the first is here";
    UnknownKey = Error "unknown-key", "không có mục nào tên “{0}”", "there is no key “{0}”";
    HelpExtraKey = Help "", "sửa hoặc xóa dòng này; mục riêng của giao diện thì đặt trong bảng [extra]", "mend or delete the line; keys of the theme's own belong in the table [extra]";
    HelpOtherKind = Help "", "“{0}” là mục của kiểu bài {1}: thêm dòng kind = \"{1}\", hoặc xóa dòng này", "“{0}” is a key of the kind {1}: add kind = \"{1}\", or delete the line";
    HelpPageKey = Help "", "“{0}” chỉ dùng trong bài (kiểu {1}), không dùng trong _index.md", "“{0}” is for pages (of the kind {1}), not for an _index.md";
    HelpSectionKey = Help "", "“{0}” chỉ dùng trong tệp _index.md của chuyên mục", "“{0}” is only for the _index.md of a section";
    DuplicateId = Error "duplicate-id", "mã “{0}” trùng với mã “{1}” đã có", "the id “{0}” is the same as “{1}”";
    HelpDuplicateId = Help "", "đặt mã khác cho một trong hai, rồi sửa các bài dùng mã đó", "give one of them another id, and mend the pages that use it";
    WrongType = Error "wrong-type", "“{0}” phải là {1}, không phải {2}", "“{0}” must be {1}, not {2}";
    HelpExample = Help "", "ví dụ: {0}", "for example: {0}";
    MissingKey = Error "missing-key", "thiếu mục bắt buộc “{0}”", "the required key “{0}” is missing";
    BadDate = Error "bad-date", "ngày không hợp lệ: “{0}”", "not a valid date: “{0}”";
    HelpDate = Help "", "viết năm-tháng-ngày, ví dụ: {0}", "write year-month-day, for example: {0}";
    HelpNoSuchDay = Help "", "không có ngày này trong lịch; xem lại ngày và tháng", "the calendar has no such day; check day and month";
    NoWebAddress = Error "no-web-address", "“{0}” chưa phải là một địa chỉ web đầy đủ", "“{0}” is not a whole web address";
    HelpNoWebAddress = Help "", "chép nguyên địa chỉ trên thanh địa chỉ của trình duyệt, bắt đầu bằng https://", "copy the whole address from the browser's address bar; it begins with https://";
    BadChoice = Error "bad-choice", "“{0}” không dùng được cho “{1}”", "“{0}” cannot be used for “{1}”";
    OutOfRange = Error "out-of-range", "“{0}” phải từ {1} đến {2}", "“{0}” must be from {1} to {2}";
    TypeText = Ui "", "chữ trong dấu ngoặc kép", "text in quotes";
    TypeBool = Ui "", "true hoặc false", "true or false";
    TypeInt = Ui "", "số nguyên", "a whole number";
    TypeFloat = Ui "", "số thập phân", "a decimal number";
    TypeDate = Ui "", "ngày", "a date";
    TypeList = Ui "", "danh sách trong [ ]", "a list in [ ]";
    TypeTable = Ui "", "một bảng", "a table";
    TypeTables = Ui "", "nhiều bảng, mỗi bảng mở bằng [[ ]]", "tables, each opened with [[ ]]";
    UpdatedBeforeDate = Warning "updated-before-date", "ngày cập nhật sớm hơn ngày đăng", "the update is earlier than the date";
    ExpiresBeforeDate = Error "expires-before-date", "bài hết hạn trước khi được đăng", "the page expires before it appears";
    HelpExpires = Help "", "sửa “expires” thành một ngày sau “date”", "change “expires” to a day after “date”";
    HelpUpdated = Help "", "sửa “updated” thành ngày sửa bài gần nhất, hoặc bỏ dòng này", "change “updated” to the day of the last change, or remove the line";
    MixedTones = Warning "mixed-tones", "“{0}” đặt dấu thanh khác phần lớn các chữ trong bài (còn {1} chữ nữa như vậy)", "the tone mark of “{0}” stands elsewhere than in most words of the text ({1} more)";
    ToneStyle = Warning "tone-style", "“{0}” đặt dấu thanh khác cách đã chọn cho cổng (còn {1} chữ nữa như vậy)", "the tone mark of “{0}” stands elsewhere than the site wants it ({1} more)";
    HelpToneStyle = Help "", "viết “{0}”; tên riêng thì giữ nguyên cách viết của người mang tên", "write “{0}”; names keep their owner's spelling";
    CapitalTitle = Warning "capital-title", "tên bài viết toàn chữ in hoa, khó đọc và máy đọc màn hình dễ đọc sai", "the title is in capitals throughout, which is hard to read";
    HelpCapitalTitle = Help "", "viết như một câu: chỉ in hoa chữ đầu câu và tên riêng", "write it as a sentence: capitals only at the start and in names";
    LongDescription = Warning "long-description", "phần mô tả dài {0} ký tự, quá {1} thì Zalo và trang tìm kiếm cắt bớt", "the description has {0} characters; beyond {1} Zalo and search engines cut it";
    HelpLongDescription = Help "", "viết gọn trong một, hai câu: việc gì, cho ai, khi nào", "say it in a sentence or two: what, for whom, when";
    HeavyPage = Warning "heavy-page", "bài quá dài, trang nặng {0} (nên dưới {1}); điện thoại cũ mở chậm", "the text is too long, the page has {0} (keep it below {1}); old telephones open it slowly";
    HelpHeavyPage = Help "", "chia thành nhiều bài, hoặc để phụ lục trong tệp đính kèm", "split it, or put its annexes into an attached file";

    // Names that must be known
    UnknownKind = Error "unknown-kind", "không có kiểu bài “{0}”", "there is no kind “{0}”";
    UnknownTerm = Error "unknown-term", "không có mã “{0}” trong {1}", "there is no id “{0}” in {1}";
    HelpAddTerm = Help "", "sửa mã, hoặc thêm một mục mới vào {0}", "mend the id, or add an entry to {0}";
    NearTag = Warning "near-tag", "thẻ “{0}” gần giống thẻ “{1}” đã dùng ở {2} bài khác", "the tag “{0}” is nearly the tag “{1}” used by {2} other pages";
    HelpNearTag = Help "", "dùng cùng một cách viết để các bài vào cùng một thẻ", "spell it the same way so that the pages share one tag";
    EmptySlug = Error "empty-slug", "không tạo được địa chỉ trang từ “{0}”", "no address can be made from “{0}”";
    HelpSlug = Help "", "đặt slug = \"dia-chi-khong-dau\" trong phần đầu bài", "set slug = \"plain-address\" in the front matter";
    SlugNotPlain = Error "slug-not-plain", "địa chỉ “{0}” có ký tự không dùng được", "the address “{0}” has characters that cannot be used";
    DuplicateUrl = Error "duplicate-url", "địa chỉ /{0} đã có trang hoặc tệp khác dùng", "the address /{0} is used by another page or file";
    HelpDuplicateUrl = Help "", "đặt slug khác cho một trong hai, hoặc đổi tên tệp", "give one of them another slug, or rename a file";
    HelpDuplicateFile = Help "", "đổi tên một trong hai tệp", "rename one of the two files";
    HelpAliasTaken = Help "", "bỏ địa chỉ cũ này, hoặc đổi địa chỉ của trang kia", "remove this alias, or change the address of the other page";
    HelpReservedUrl = Help "", "đặt slug khác trong phần đầu bài, hoặc đổi tên tệp, thư mục", "set another slug in the front matter, or rename the file or folder";
    WindowsName = Warning "windows-name", "địa chỉ /{0} có tên “{1}” mà Windows dành cho thiết bị: máy Windows không dựng được cổng này", "the address /{0} has the name “{1}”, which Windows keeps for a device: no Windows machine can build this site";
    HelpWindowsName = Help "", "đổi slug, tên tệp hoặc tên thẻ cho khác đi, ví dụ: slug = \"{0}-2\"", "change the slug, the file's name or the tag's, for example: slug = \"{0}-2\"";
    NotePageHere = Note "", "trang hoặc tệp kia ở đây", "the other page or file is here";
    ReservedUrl = Error "reserved-url", "địa chỉ /{0} dành cho trang do chương trình tạo", "the address /{0} is taken by a page that the program makes";
    BadAlias = Error "bad-alias", "địa chỉ cũ “{0}” không hợp lệ", "the alias “{0}” is not valid";
    HelpAlias = Help "", "viết như: aliases = [\"/tin-tuc/ten-cu/\"]", "write: aliases = [\"/tin-tuc/old-name/\"]";

    // Links, images, files
    BrokenLink = Error "broken-link", "liên kết hỏng: không có trang hay tệp “{0}”", "broken link: there is no page or file “{0}”";
    HelpLink = Help "", "xem lại tên tệp; đường dẫn tính từ thư mục của bài này (../van-ban/ten-bai.md) hoặc từ gốc (/van-ban/ten-bai/)", "check the file's name; a path counts from this page's folder (../documents/page.md) or from the root (/documents/page/)";
    BrokenAnchor = Error "broken-anchor", "trang “{0}” không có tiêu đề nào mang tên “#{1}”", "the page “{0}” has no heading “#{1}”";
    HelpAnchor = Help "", "sửa phần sau dấu # của liên kết, hoặc bỏ “#{0}”", "mend what follows the # of the link, or remove “#{0}”";
    LinkToHidden = Error "link-to-hidden", "trang “{0}” hiện không được đăng nên liên kết này sẽ hỏng", "the page “{0}” is not published, so this link would be broken";
    HelpLinkToHidden = Help "", "bỏ liên kết này, hoặc cho đăng trang kia", "remove the link, or publish the other page";
    NoteHidden = Note "", "trang kia ở đây: {0}", "the other page is here: {0}";
    UnsafeLink = Error "unsafe-link", "liên kết “{0}” không an toàn", "the link “{0}” is not safe";
    HelpUnsafeLink = Help "", "chỉ dùng địa chỉ https:, http:, mailto:, tel:, sms: hoặc đường dẫn trong trang", "use only https:, http:, mailto:, tel:, sms: or a path within the site";
    EmptyLink = Error "empty-link", "liên kết không có chữ nào để bấm vào", "the link has no text to click";
    VagueLink = Warning "vague-link", "chữ “{0}” của liên kết không cho biết sẽ dẫn đến đâu", "the link's text “{0}” does not say where it leads";
    GamblingLink = Warning "gambling-link", "liên kết “{0}” giống như dẫn tới trang cờ bạc: {1}", "the link “{0}” seems to lead to gambling: {1}";
    HelpGamblingLink = Help "", "xóa liên kết này; nếu không phải do mình viết thì có người đã sửa tệp: đổi mật khẩu và xem lại cả bài", "remove it; if you did not write it, somebody else changed the file: change passwords and read the whole text";
    BareUrl = Warning "bare-url", "liên kết để nguyên địa chỉ web: {0}", "the link shows a bare web address: {0}";
    HelpLinkText = Help "", "viết tên trang hoặc việc cần làm vào chữ của liên kết, ví dụ: [Mẫu đơn đăng ký]({0})", "write the page's name or what to do as the link's text, for example: [Application form]({0})";
    InsecureLink = Warning "insecure-link", "liên kết dùng http:, đường truyền không được bảo vệ: {0}", "the link uses http:, which is not protected: {0}";
    HelpInsecureLink = Help "", "thử mở trang ấy bằng https:; mở được thì sửa thành {0}", "try the page with https:; if it opens, change the link to {0}";
    DeadLink = Warning "dead-link", "trang ngoài không còn: {0} (máy chủ trả lời {1})", "the page outside is gone: {0} (its host answers {1})";
    HelpDeadLink = Help "", "tìm địa chỉ mới của trang ấy, hoặc bỏ liên kết", "find the page's new address, or remove the link";
    SilentLink = Warning "silent-link", "trang ngoài không trả lời: {0}", "the page outside does not answer: {0}";
    HelpSilentLink = Help "", "mở thử trong trình duyệt; nếu mấy ngày vẫn không mở được, tìm địa chỉ khác hoặc bỏ liên kết", "try it in a browser; if it does not open for days, find another address or remove the link";
    NoNetwork = Warning "no-network", "chưa kiểm tra được {0} liên kết ra ngoài: không trang nào trả lời", "the {0} links that leave the site could not be checked: no page answers";
    HelpNoNetwork = Help "", "nối máy vào mạng rồi chạy lại", "connect this machine to the network and run again";
    BrokenImage = Error "broken-image", "không có tệp ảnh “{0}”", "there is no picture “{0}”";
    HelpImagePlace = Help "", "đặt ảnh cạnh bài viết hoặc trong thư mục static/, và viết đúng tên, cả chữ hoa, chữ thường", "put the picture beside the article or in static/, and spell its name exactly";
    RemoteImage = Error "remote-image", "ảnh lấy từ trang khác: {0}", "the picture comes from another site: {0}";
    HelpRemoteImage = Help "", "tải ảnh về, đặt cạnh bài viết (và ghi nguồn): trang của xã không được gọi sang trang khác", "download it and put it beside the article (and credit it): a state page must not call other sites";
    BadImage = Error "bad-image", "tệp ảnh “{0}” hỏng hoặc không phải ảnh", "the file “{0}” is broken or not a picture";
    HelpBadImage = Help "", "mở ảnh bằng chương trình xem ảnh và lưu lại thành JPEG hoặc PNG", "open it in a picture viewer and save it as JPEG or PNG";
    MissingAlt = Error "missing-alt", "ảnh chưa có mô tả cho người không nhìn thấy", "the picture has no description for people who cannot see it";
    HelpAlt = Help "", "viết điều ảnh cho thấy vào ngoặc vuông: ![Người dân làm thủ tục tại bộ phận một cửa]({0})", "say what it shows in the brackets: ![Residents at the one-stop office]({0})";
    WeakAlt = Warning "weak-alt", "lời tả “{0}” không cho biết ảnh có gì", "the description “{0}” does not say what the picture shows";
    DecorativeAlt = Error "decorative-alt", "ảnh ghi là để trang trí mà vẫn có lời tả", "the picture is marked as decorative and is described all the same";
    HelpDecorativeAlt = Help "", "xóa lời tả trong ngoặc vuông nếu ảnh chỉ để trang trí; nếu không thì xóa {decorative}", "delete the description in the brackets if the picture only decorates; else delete {decorative}";
    UnknownImageAttribute = Error "unknown-image-attribute", "ảnh không có thuộc tính “{0}”", "a picture has no attribute “{0}”";
    EmptyImageAttribute = Error "empty-image-attribute", "thuộc tính “{0}” của ảnh chưa có nội dung", "the picture's attribute “{0}” has no value";
    UnclosedImageAttributes = Error "unclosed-image-attributes", "phần { } ngay sau ảnh viết chưa đúng", "the { } behind the picture is not well written";
    HelpImageAttributes = Help "", "viết liền sau ảnh, trên cùng một dòng: {credit=\"Nguyễn Văn A\"} hoặc {decorative}", "write directly behind the picture, on one line: {credit=\"Name\"} or {decorative}";
    InlineCaption = Warning "inline-caption", "chú thích của ảnh không hiện ra: ảnh không đứng riêng một đoạn", "the picture's caption does not show: the picture does not stand alone in its paragraph";
    HelpInlineCaption = Help "", "để một dòng trống trước và sau ảnh", "leave an empty line before and after the picture";
    EmptyImage = Error "empty-image", "tệp ảnh “{0}” trống, không có gì bên trong", "the picture “{0}” is an empty file";
    TruncatedImage = Error "truncated-image", "ảnh “{0}” bị thiếu phần cuối", "the end of the picture “{0}” is missing";
    HelpCopyImage = Help "", "chép lại ảnh từ máy ảnh hoặc điện thoại; có lẽ lần trước chép hay tải chưa xong", "copy the picture again from the camera or phone; the last copy or download was probably cut short";
    HugeImage = Error "huge-image", "ảnh “{0}” quá lớn: {1} (tối đa {2})", "the picture “{0}” is too large: {1} (at most {2})";
    HelpHugeImage = Help "", "thu nhỏ ảnh rồi lưu lại thành JPEG; cạnh dài 4000 điểm ảnh là đủ cho mọi chỗ trên trang", "make it smaller and save it as JPEG; a long side of 4000 pixels is enough for any place on the site";
    ImageFormat = Error "image-format", "ảnh “{0}” ở dạng {1}, chưa dùng được trên trang", "the picture “{0}” is of the kind {1}, which cannot be used";
    BrokenPixels = Error "broken-pixels", "dữ liệu bên trong ảnh này bị hỏng, hình sẽ thiếu hoặc sai màu", "the data inside this picture is broken: parts would be missing or have wrong colours";
    HelpHeic = Help "", "mở ảnh trên điện thoại hoặc máy tính rồi lưu lại thành JPEG; trên iPhone, để sau này máy tự chụp JPEG: Cài đặt, Camera, Định dạng, Tương thích nhất", "open it on the phone or computer and save it as JPEG; to take JPEGs from now on, on an iPhone: Settings, Camera, Formats, Most Compatible";
    ImageExtension = Warning "image-extension", "tên tệp ghi là .{0} nhưng bên trong là ảnh {1}; trang vẫn dùng đúng", "the name says .{0} but the content is {1}; the site uses it as such";
    HelpImageExtension = Help "", "đổi đuôi tên tệp thành .{0}, và sửa tên trong bài", "change the end of the name to .{0}, and mend the name in the text";
    ImagePlace = Warning "image-place", "ảnh này ghi nơi chụp (tọa độ GPS); trên trang đã bỏ, tệp gốc vẫn còn", "this picture says where it was taken (GPS); that is removed on the site, and still in the file";
    ImageSerial = Warning "image-serial", "ảnh này ghi số máy ảnh; trên trang đã bỏ, tệp gốc vẫn còn", "this picture has the camera's serial number; that is removed on the site, and still in the file";
    HelpStripImage = Help "", "đừng gửi tệp gốc cho người khác; muốn xóa hẳn, trên Windows: bấm phải vào tệp, Thuộc tính, Chi tiết, Xóa thuộc tính và thông tin cá nhân", "do not pass the file on; to remove it for good, on Windows: right click, Properties, Details, Remove Properties and Personal Information";
    ImagePlaceKept = Warning "image-place-kept", "ảnh này ghi nơi chụp (tọa độ GPS) và được đăng nguyên như vậy", "this picture says where it was taken (GPS), and is published as it is";
    HelpImagePlaceKept = Help "", "chuyển ảnh ra cạnh bài viết và chèn vào bài (trang sẽ tự bỏ tọa độ), hoặc xóa tọa độ khỏi tệp", "move it beside the article and show it there (the site then removes the place), or remove the place from the file";
    HeavyImage = Warning "heavy-image", "ảnh này nặng {0} và không thu nhỏ được; người xem bằng điện thoại phải tải hết", "this picture weighs {0} and cannot be made smaller; a phone must load all of it";
    HelpHeavyImage = Help "", "dùng ảnh tĩnh thay cho ảnh động; bản vẽ SVG thì xuất thành PNG", "use a still picture; export an SVG drawing as PNG";
    SvgScript = Error "svg-script", "bản vẽ SVG có mã chạy được: {0}", "the SVG drawing has something that runs: {0}";
    SvgHandler = Error "svg-handler", "bản vẽ SVG có thuộc tính chạy mã: {0}", "the SVG drawing has an attribute that runs code: {0}";
    SvgOutside = Error "svg-outside", "bản vẽ SVG lấy thêm từ nơi khác: {0}", "the SVG drawing fetches something from elsewhere: {0}";
    HelpSvg = Help "", "chỉ dùng bản vẽ từ nguồn tin cậy; mở bằng chương trình vẽ và lưu lại thành SVG thuần (Plain SVG), hoặc xuất thành PNG", "use only drawings from a source that you trust; open it in a drawing program and save it as Plain SVG, or export it as PNG";
    MissingFile = Error "missing-file", "không có tệp “{0}”", "there is no file “{0}”";
    HelpFilePlace = Help "", "đặt tệp cạnh bài viết hoặc trong thư mục static/", "put the file beside the page or in static/";
    DisguisedFile = Error "disguised-file", "tệp “{0}” không phải loại mà đuôi tên nói", "the file “{0}” is not of the kind that its name says";
    HelpDisguisedFile = Help "", "mở tệp gốc và lưu lại thành {0}, không chỉ đổi đuôi tên", "open the original and save it as {0}; do not only rename it";
    HarmfulFile = Error "harmful-file", "không được đăng loại tệp này: “{0}” (chương trình hoặc tệp có macro)", "a file of this kind must not be published: “{0}” (a program, or a file with macros)";
    FileWithMacros = Error "file-with-macros", "tệp “{0}” có macro, có thể mang mã độc", "the file “{0}” has macros, which may do harm";
    HelpHarmfulFile = Help "", "xuất thành PDF (hoặc lưu thành tệp không có macro) rồi đính kèm tệp đó", "save it as PDF (or as a file without macros) and attach that";
    LargeFile = Warning "large-file", "tệp “{0}” quá lớn để tải bằng điện thoại: {1} (nên dưới {2})", "the file “{0}” is too large for a telephone: {1} (keep it below {2})";
    HelpLargeFile = Help "", "nén tệp hoặc chia thành nhiều phần; giới hạn đặt ở attachment_mb trong bảng [check] của site.toml", "make it smaller or split it; the limit is attachment_mb in the table [check] of site.toml";
    ScannedPdf = Warning "scanned-pdf", "tệp “{0}” chỉ gồm ảnh chụp, không có chữ; máy đọc màn hình và tìm kiếm không đọc được", "the file “{0}” is only pictures of pages and has no text; screen readers and searches cannot read it";
    HelpScannedPdf = Help "", "xuất PDF từ tệp Word gốc; nếu chỉ có bản giấy, chép nội dung chính vào bài hoặc nhận dạng chữ (OCR)", "save the PDF from the original text; if there is only paper, write its content into the page or recognise the text (OCR)";
    RemoteAudio = Error "remote-audio", "âm thanh lấy từ trang khác: {0}", "the sound comes from another site: {0}";
    HelpRemoteAudio = Help "", "tải tệp âm thanh về, đặt cạnh bài viết: trang của xã không được gọi sang trang khác", "download the sound and put it beside the page: a state page must not call other sites";
    BadAudio = Error "bad-audio", "tệp “{0}” không phải âm thanh MP3 hoặc M4A", "the file “{0}” is no MP3 or M4A sound";
    HelpBadAudio = Help "", "mở tệp bằng chương trình ghi âm, lưu lại thành MP3: mọi điện thoại đều nghe được", "open it in a sound recorder and save it as MP3, which every phone plays";
    UnknownDocument = Error "unknown-document", "cổng chưa có văn bản số “{0}”", "the site has no document “{0}”";
    HelpUnknownDocument = Help "", "sửa số, ký hiệu, hoặc thêm trang cho văn bản đó: trangxa moi document \"Tên văn bản\"", "mend the symbol, or add a page for that document: trangxa new document \"Title\"";

    // Text
    UnsafeHtml = Error "unsafe-html", "không dùng được mã HTML <{0}> trong bài", "the HTML <{0}> cannot be used in a text";
    UnsafeAttribute = Error "unsafe-attribute", "không dùng được thuộc tính HTML {0}", "the HTML attribute {0} cannot be used";
    HelpUnsafeHtml = Help "", "xóa đoạn mã này; nếu thật cần, người quản trị thêm tệp vào markdown.raw_html trong site.toml", "delete it; if it is really needed, the administrator lists the file under markdown.raw_html in site.toml";
    HiddenText = Error "hidden-text", "đoạn này bị ẩn ({0}); trang của cơ quan nhà nước không được có chữ ẩn", "this text is hidden ({0}); a state page must not have hidden text";
    UnclosedHtml = Error "unclosed-html", "thẻ HTML <{0}> mở mà không đóng", "the HTML <{0}> is opened and not closed";
    StrayHtml = Error "stray-html", "thẻ đóng </{0}> không có thẻ mở", "the closing </{0}> has no opening tag";
    HelpCloseHtml = Help "", "thêm </{0}>, hoặc xóa <{0}>", "add </{0}>, or delete <{0}>";
    HelpStrayHtml = Help "", "xóa </{0}>", "delete </{0}>";
    MediaWithoutWords = Error "media-without-words", "<{0}> không có phụ đề hay bản chữ; người khiếm thính không biết nội dung", "<{0}> has no captions or transcript; deaf people cannot know what it says";
    HelpMediaWithoutWords = Help "", "thêm <track kind=\"captions\" src=\"…\"> vào trong thẻ, hoặc aria-describedby trỏ tới id của đoạn tóm tắt bằng chữ", "put a <track kind=\"captions\" src=\"…\"> into it, or an aria-describedby with the id of a summary in words";
    MovingContent = Error "moving-content", "<{0}> tự chạy; trang của cơ quan nhà nước không được có chữ nhấp nháy, chữ chạy hay phim tự phát", "<{0}> moves by itself; a state page must not blink, scroll or play by itself";
    HelpMovingContent = Help "", "bỏ autoplay, hoặc thay chữ chạy bằng một đoạn chữ thường", "remove autoplay, or write a plain paragraph in place of moving text";
    UnknownBlock = Error "unknown-block", "không có khối “{0}”", "there is no block “{0}”";
    UnclosedBlock = Error "unclosed-block", "khối “::: {0}” không có dòng ::: kết thúc", "the block “::: {0}” has no closing :::";
    HelpCloseBlock = Help "", "thêm một dòng chỉ có ::: sau khối", "add a line with only ::: after the block";
    UnclosedFence = Error "unclosed-fence", "khối “```{0}” không có dòng ``` kết thúc", "the block “```{0}” has no closing ```";
    HelpCloseFence = Help "", "thêm một dòng chỉ có ``` sau nội dung của khối", "add a line with only ``` after what the block holds";
    StrayBlockEnd = Error "stray-block-end", "dòng ::: này không đóng khối nào", "this ::: closes no block";
    HelpStrayBlock = Help "", "xóa dòng này, hoặc viết tên khối sau dấu :::", "delete the line, or write a block's name after :::";
    BadBlockArgument = Error "bad-block-argument", "tham số của khối viết sai: {0}", "an argument of the block is not well written: {0}";
    ArgumentQuotes = Error "argument-quotes", "“{0}” mở bằng dấu {1} mà đóng bằng dấu {2}: hai dấu ngoặc phải cùng loại", "“{0}” opens with {1} but closes with {2}: both quotes must be of one kind";
    UnknownBlockArgument = Error "unknown-block-argument", "khối “{0}” không có tham số “{1}”", "the block “{0}” has no argument “{1}”";
    MissingBlockArgument = Error "missing-block-argument", "khối “{0}” thiếu tham số “{1}”", "the block “{0}” lacks the argument “{1}”";
    BadBlockNumber = Error "bad-block-number", "“{0}” phải là một con số, không phải “{1}”", "“{0}” must be a number, not “{1}”";
    AmbiguousArgument = Error "ambiguous-argument", "“{0}” đọc được hai cách", "“{0}” can be read in two ways";
    HelpAmbiguousArgument = Help "", "viết {0} hoặc {1}", "write {0} or {1}";
    LongBlockTitle = Warning "long-block-title", "tiêu đề dài {0} chữ; người xem nhớ được nhiều nhất khoảng {1} chữ", "the title has {0} words; readers keep about {1} in mind";
    HelpLongBlockTitle = Help "", "chỉ nói điều quan trọng nhất, phần còn lại đưa xuống phu-de", "say the most important thing only; the rest goes into phu-de";
    UnusedFootnote = Warning "unused-footnote", "chú thích [^{0}] không được nhắc tới trong bài", "the footnote [^{0}] is never referred to";
    HelpFootnote = Help "", "thêm [^{0}] vào chỗ cần chú thích, hoặc xóa dòng này", "put [^{0}] where it belongs, or delete the line";
    MissingFootnote = Warning "missing-footnote", "bài không có chú thích nào tên “[^{0}]”; người đọc sẽ thấy nguyên dấu này", "there is no footnote “[^{0}]”; readers see the mark as it is";
    HelpMissingFootnote = Help "", "thêm dòng “[^{0}]: nội dung chú thích” vào cuối bài, hoặc xóa dấu này", "put a line “[^{0}]: text of the footnote” at the end, or delete the mark";
    LiteralStars = Warning "literal-stars", "dấu ** ở đây không tạo được chữ đậm", "these ** do not make bold text";
    HelpStars = Help "", "thêm dấu cách sau ** đóng (hoặc trước ** mở), như: **Kết luận:** nội dung; dấu ** thừa thì xóa", "put a space after the closing ** (or before the opening one), as in **Note:** text; delete a ** that is alone";
    DoubledWord = Warning "doubled-word", "viết hai lần liền “{0}”", "“{0}” stands twice";
    HelpDoubledWord = Help "", "xóa một chữ “{0}”", "delete one “{0}”";
    SpaceBeforeMark = Warning "space-before-mark", "thừa dấu cách trước dấu “{0}”", "there is a space before “{0}”";
    HelpSpaceBeforeMark = Help "", "viết dấu “{0}” liền ngay sau chữ", "put “{0}” right after the word";
    DoubledMark = Warning "doubled-mark", "dấu câu gõ hai lần: “{0}”", "a mark stands twice: “{0}”";
    HelpDoubledMark = Help "", "giữ một dấu; dấu ba chấm thì viết đủ ba chấm", "keep one of them; an ellipsis has three dots";
    MixedQuotes = Warning "mixed-quotes", "đoạn trích mở bằng “ mà đóng bằng \"", "the quotation opens with “ and closes with \"";
    HelpMixedQuotes = Help "", "đổi dấu \" này thành ”", "change this \" to ”";
    StrayQuote = Warning "stray-quote", "dấu ” này không có dấu “ mở trước nó", "this ” has no opening “ before it";
    HelpStrayQuote = Help "", "thêm “ vào đầu đoạn trích, hoặc xóa dấu này", "put a “ where the quotation begins, or delete the mark";
    InvisibleCharacter = Warning "invisible-character", "có ký tự không nhìn thấy ({0}) lẫn trong chữ; người tìm kiếm sẽ không tìm ra chữ này", "there is an invisible character ({0}) in the text; searches will not find the word";
    ForeignLetter = Warning "foreign-letter", "trong “{0}” có con chữ “{1}” của tiếng nước khác, chỉ trông giống chữ Việt", "in “{0}” the letter “{1}” is of another alphabet and only looks like ours";
    HelpRetype = Help "", "xóa rồi gõ lại chữ ở chỗ này; lỗi thường theo vào khi chép từ Word, Zalo hoặc trang web khác", "delete and type this place anew; it usually comes in with text copied from Word, Zalo or another site";
    NumberStyle = Warning "number-style", "số “{0}” viết theo kiểu Anh; người Việt đọc thành số khác", "the number “{0}” is written the English way; Vietnamese readers take it for another";
    EnglishText = Warning "english-text", "đoạn này viết bằng tiếng Anh mà chưa đánh dấu; máy đọc màn hình sẽ đọc như tiếng Việt", "this paragraph is English and not marked so; screen readers will read it as Vietnamese";
    HelpEnglishText = Help "", "thêm dòng <div lang=\"en\"> trước đoạn và dòng </div> sau đoạn, giữa chúng và đoạn để một dòng trống; hoặc dịch ra tiếng Việt", "put a line <div lang=\"en\"> before it and a line </div> after it, each parted from it by an empty line; or translate it";
    HeadingOne = Warning "heading-one", "trong bài không dùng tiêu đề cấp 1 (#): tên bài đã là tiêu đề cấp 1", "no level-1 heading (#) in a text: the page's title is one";
    HelpHeadingOne = Help "", "đổi # thành ##", "change # to ##";
    HelpHeadingUnderlined = Help "", "viết ## ở đầu dòng này và xóa dòng === bên dưới", "write ## before this line and delete the === below it";
    HeadingSkip = Error "heading-skip", "tiêu đề nhảy từ cấp {0} xuống cấp {1}", "the headings jump from level {0} to level {1}";
    HelpHeadingSkip = Help "", "dùng {0} thay cho {1}", "use {0} in place of {1}";
    TableWithoutHeader = Error "table-without-header", "bảng không có tên cột; người dùng máy đọc màn hình không biết mỗi ô là gì", "the table has no column headings; people with a screen reader cannot tell what a cell is";
    HelpTableHeader = Help "", "viết tên cột vào hàng đầu của bảng", "write the names of the columns into its first row";
    HelpHtmlTableHeader = Help "", "viết tên cột vào hàng đầu của bảng bằng <th>…</th> thay cho <td>…</td>", "write the names of the columns into its first row with <th>…</th> in place of <td>…</td>";
    PersonalId = Error "personal-id", "có số căn cước hoặc chứng minh nhân dân của một người; trang công khai không được đăng số này", "there is the number of somebody's identity card; a public page must not have it";
    HelpPersonalId = Help "", "xóa số này; nếu đây không phải là giấy tờ của ai, thêm nó vào contacts trong bảng [check] của site.toml", "delete it; if it is nobody's, add it to contacts in the table [check] of site.toml";
    PersonalContact = Warning "personal-contact", "“{0}” giống số điện thoại, hộp thư hoặc tài khoản riêng của một người", "“{0}” looks like somebody's own telephone, mail address or account";
    HelpPersonalContact = Help "", "xóa đi; nếu là liên hệ chính thức, thêm vào site.toml: [check] rồi contacts = [\"{0}\"]", "delete it; if it is an official contact, add to site.toml: [check], then contacts = [\"{0}\"]";
    PeopleList = Error "people-list", "bảng này giống danh sách người dân: có cột “{0}” và cột “{1}”", "this table looks like a list of residents: it has the columns “{0}” and “{1}”";
    HelpPeopleList = Help "", "bỏ cột riêng tư hoặc cả bảng; nếu phải công khai theo quy định, thêm vào site.toml: [check] rồi people_lists = [\"{0}\"]", "remove the private column or the table; if the law wants it public, add to site.toml: [check], then people_lists = [\"{0}\"]";
    WrongWeekday = Error "wrong-weekday", "{1} không phải là {0}", "{1} is not “{0}”";
    HelpWeekday = Help "", "ngày {0} là {1}", "{0} is “{1}”";
    ImpossibleDate = Error "impossible-date", "không có ngày “{0}”", "there is no day “{0}”";
    HelpImpossibleDate = Help "", "xem lại ngày, tháng trong văn bản gốc", "check the day and month in the original";
    CitationDate = Error "citation-date", "ngày của văn bản {0} ghi sai: {1}", "the date given for {0} is wrong: {1}";
    HelpCitationDate = Help "", "{0} ban hành ngày {1}", "{0} was issued on {1}";
    CitationIssuer = Error "citation-issuer", "cơ quan ban hành văn bản {0} ghi sai: {1}", "the issuer given for {0} is wrong: {1}";
    HelpCitationIssuer = Help "", "{0} do {1} ban hành", "{0} was issued by {1}";
    CitationType = Error "citation-type", "loại của văn bản {0} ghi sai: {1}", "the type given for {0} is wrong: {1}";
    HelpCitationType = Help "", "{0} là {1}", "{0} is a “{1}”";
    SymbolStyle = Warning "symbol-style", "số, ký hiệu văn bản viết chưa đúng cách: “{0}”", "the document's symbol is not well written: “{0}”";
    SymbolOrder = Warning "symbol-order", "số, ký hiệu “{0}” lẫn cách viết của văn bản Đảng với văn bản của cơ quan nhà nước", "the symbol “{0}” mixes the ways of the Party and of the State";
    DateStyle = Warning "date-style", "ngày của văn bản {0} viết chưa đúng cách: {1}", "the date of {0} is not well written: {1}";
    HelpDateStyle = Help "", "ngày nhỏ hơn 10 và tháng 1, 2 có số 0 ở trước, tháng khác thì không: {0}", "days below 10 and the months 1 and 2 have a zero in front, other months have not: {0}";
    ReplacedDocument = Warning "replaced-document", "văn bản {0} đã bị {1} thay thế, hết hiệu lực từ {2}", "{0} was replaced by {1} and has no effect since {2}";
    HelpReplacedDocument = Help "", "dẫn {0} thay cho văn bản cũ, hoặc nói rõ văn bản cũ đã được {0} thay thế", "cite {0} in its place, or say that {0} has replaced it";
    NoteDocument = Note "", "văn bản ghi ở đây", "the document is recorded here";
    DuplicateSymbol = Error "duplicate-symbol", "hai văn bản cùng số, ký hiệu “{0}”", "two documents have the symbol “{0}”";
    HelpDuplicateSymbol = Help "", "giữ một trang cho mỗi văn bản, hoặc ghi cả năm: 12/2026/QĐ-UBND", "keep one page per document, or give the year: 12/2026/QĐ-UBND";
    DateOrder = Error "date-order", "“{0}” sớm hơn “{1}”", "“{0}” is earlier than “{1}”";
    HelpDateOrder = Help "", "xem lại hai ngày này trong văn bản", "check both dates in the document";
    HelpDayOrder = Help "", "sửa “{0}” hoặc “{1}” cho đúng thứ tự", "mend “{0}” or “{1}” so that they are in order";

    // Kinds of pages
    UnknownCampaign = Error "unknown-campaign", "không có chiến dịch “{0}”", "there is no campaign “{0}”";
    HelpUnknownCampaign = Help "", "ghi phần cuối trong địa chỉ của trang chiến dịch, hoặc tạo trang: trangxa moi campaign \"Tên chiến dịch\"", "give the last part of the campaign page's address, or make the page: trangxa new campaign \"Title\"";
    ManyPinned = Error "many-pinned", "chỉ ghim được nhiều nhất {0} bài", "at most {0} pages can be pinned";
    HelpManyPinned = Help "", "giữ lại {0} bài quan trọng nhất; các bài khác vẫn tự hiện bên dưới", "keep the {0} that matter most; the others still appear below by themselves";
    CampaignWithoutResult = Warning "campaign-without-result", "chiến dịch đã kết thúc mà chưa ghi kết quả", "the campaign is over and has no result";
    HelpCampaignWithoutResult = Help "", "thêm result = \"…\" vào phần đầu bài: đã làm được gì, bao nhiêu người tham gia", "add result = \"…\": what was done, and by how many";
    BadYearDay = Error "bad-year-day", "không có ngày “{0}” trong năm", "no year has the day “{0}”";
    HelpYearDay = Help "", "ghi ngày rồi đến tháng: date = \"10/10\"", "write the day, then the month: date = \"10/10\"";
    SameTitle = Warning "same-title", "hai trang cùng kiểu, cùng tên “{0}”, cùng ngày", "two pages of one kind have the title “{0}” and the same day";
    HelpSameTitle = Help "", "nếu ghi hai lần thì xóa một tệp; nếu là hai việc khác nhau thì đặt tên cho phân biệt được", "if it was written twice, remove one file; if these are two things, name them apart";
    NoteSameTitle = Note "", "tên ấy đã có ở đây", "that title is here, too";
    EmptySection = Warning "empty-section", "thực đơn dẫn tới chuyên mục này, mà mục chưa có bài nào và chưa có lời giới thiệu", "the menu leads to this section, which has no page and no text of its own";
    HelpEmptySection = Help "", "viết vài câu giới thiệu trong _index.md, hoặc cất thư mục này đi đến khi có bài", "write a few words in its _index.md, or put the folder away until it has a page";
    UnexplainedAbbreviation = Warning "unexplained-abbreviation", "chữ viết tắt “{0}” đứng một mình, nhiều người không biết là gì", "the abbreviation “{0}” stands alone, and many do not know it";
    FormerName = Warning "former-name", "“{0}” là tên cũ, nay không còn", "“{0}” is a name of the past";
    HelpFormerLevel = Help "", "từ 01/7/2025 chỉ còn cấp tỉnh và cấp xã: ghi tên xã, phường hiện nay; cần nhắc tên cũ thì thêm chữ “cũ”", "since 01/7/2025 there are provinces and communes only: write the commune's name of today; to speak of the past, add “cũ”";
    LongGuide = Warning "long-guide", "bài hướng dẫn dài, in ra chừng {0} tờ A4", "the guide is long and takes about {0} sheets of A4";
    HelpLongGuide = Help "", "rút gọn để vừa một tờ phát cho bà con, hoặc chia thành hai bài", "shorten it to the one sheet that residents are given, or part it into two";
    GuideWithoutSteps = Warning "guide-without-steps", "bài hướng dẫn chưa chia thành các bước", "the guide has no steps";
    HelpGuideWithoutSteps = Help "", "mở đầu mỗi bước bằng một dòng như: ## Mở ứng dụng; số thứ tự tự hiện", "begin every step with a line such as: ## Open the app; the numbers appear by themselves";
    AnswerWithoutDate = Error "answer-without-date", "ý kiến đã có lời trả lời mà chưa ghi ngày trả lời", "the opinion has an answer but no day of the answer";
    HelpAnswerWithoutDate = Help "", "thêm vào phần đầu bài: answered = 2026-11-21", "add to the front matter: answered = 2026-11-21";
    AnswerWithoutText = Error "answer-without-text", "đã ghi ngày trả lời mà chưa có lời trả lời", "there is a day of the answer but no answer";
    HelpAnswerWithoutText = Help "", "viết lời trả lời dưới phần đầu bài, hoặc bỏ dòng answered", "write the answer below the front matter, or remove the line answered";
    AnswerWithoutUnit = Error "answer-without-unit", "lời trả lời chưa ghi đơn vị trả lời", "the answer does not say which unit gives it";
    HelpAnswerWithoutUnit = Help "", "thêm unit = \"mã đơn vị\" (mã trong content/_data/units.toml)", "add unit = \"id\" (an id of content/_data/units.toml)";
    UnansweredQuestion = Warning "unanswered-question", "ý kiến chưa được trả lời sau {0} ngày (hạn {1} ngày)", "the opinion has waited {0} days for an answer (the limit is {1} days)";
    HelpUnansweredQuestion = Help "", "nhắc đơn vị trả lời; hạn đặt ở answer_days trong bảng [check] của site.toml", "remind the unit; the limit is answer_days in the table [check] of site.toml";
    CorrectionWithoutSource = Error "correction-without-source", "thông tin đúng phải có nguồn", "a correction must have a source";
    HelpCorrectionWithoutSource = Help "", "thêm vào phần đầu bài: source = {name = \"Tên cơ quan hoặc văn bản\", url = \"https://…\"}", "add to the front matter: source = {name = \"Name\", url = \"https://…\"}";
    ReprintWithoutSource = Error "reprint-without-source", "tin dẫn lại phải ghi tên và địa chỉ của bài gốc", "news taken over must give the name and the address of the original";
    HelpReprintWithoutSource = Help "", "thêm vào phần đầu bài: source = {name = \"Tên cổng\", url = \"https://…\", date = 2026-11-21}", "add to the front matter: source = {name = \"Name\", url = \"https://…\", date = 2026-11-21}";
    VideoWithoutFile = Error "video-without-file", "chưa có tệp video hoặc địa chỉ xem", "there is neither a file nor an address of the video";
    HelpVideoWithoutFile = Help "", "thêm file = \"ten-tep.mp4\" (tệp đặt cạnh bài) hoặc url = \"https://…\"", "add file = \"name.mp4\" (a file beside the page) or url = \"https://…\"";
    VideoWithoutPicture = Error "video-without-picture", "video chưa có ảnh đại diện", "the video has no picture";
    HelpVideoWithoutPicture = Help "", "thêm image = \"anh.jpg\" và image_alt: ảnh hiện trước khi người xem bấm", "add image = \"picture.jpg\" and image_alt: it is shown before the visitor clicks";
    VideoCaptionsForm = Error "video-captions-form", "trình duyệt không đọc được phụ đề “{0}”; tên tệp phải có đuôi .vtt", "browsers cannot read the captions “{0}”; the file's name must end in .vtt";
    HelpVideoCaptionsForm = Help "", "tệp .srt: mở bằng Notepad, thêm dòng đầu WEBVTT và một dòng trống, đổi dấu phẩy trong giờ thành dấu chấm (00:00:03,000 thành 00:00:03.000), lưu thành tệp .vtt", "an .srt file: open it in a text editor, put WEBVTT and an empty line at the top, turn the commas in the times into full stops (00:00:03,000 into 00:00:03.000), save it as .vtt";
    VideoForm = Warning "video-form", "nhiều trình duyệt không phát được tệp video “{0}”", "many browsers cannot play the video file “{0}”";
    HelpVideoForm = Help "", "lưu lại thành .mp4 (H.264), ví dụ bằng Clipchamp có sẵn trong Windows 11", "save it as .mp4 (H.264), for example with Clipchamp, which comes with Windows 11";
    VideoWithoutWords = Error "video-without-words", "video chưa có phụ đề hay bản tóm tắt bằng chữ; người khiếm thính không biết nội dung", "the video has neither captions nor a summary; deaf people cannot know what it says";
    HelpVideoWithoutWords = Help "", "thêm captions = \"ten-tep.vtt\", hoặc viết tóm tắt nội dung vào bài (từ 20 chữ)", "add captions = \"name.vtt\", or write what it says into the page (20 words or more)";
    PageNeeded = Error "page-needed", "“{0}” không phải là một bài trên cổng", "“{0}” is no page of this site";
    HelpPageNeeded = Help "", "ghi địa chỉ một bài của cổng, ví dụ /tin-tuc/bai-viet/", "give the address of a page, such as /tin-tuc/bai-viet/";

    // Charts and other figures
    NoteBlock = Note "", "khối dùng số liệu này ở đây", "the block that uses these figures is here";
    MissingFigures = Error "missing-figures", "khối “{0}” chưa có số liệu", "the block “{0}” has no figures";
    HelpMissingFigures = Help "", "viết bảng trong khối (hàng đầu là tên cột), hoặc ghi tệp số liệu: du-lieu: so-lieu.xlsx", "write a table in the block (headings in its first row), or name a file: du-lieu: so-lieu.xlsx";
    FiguresTwice = Error "figures-twice", "khối “{0}” vừa có bảng bên trong vừa ghi du-lieu, không rõ lấy số nào", "the block “{0}” has both a table inside and du-lieu, and it is unclear which counts";
    HelpFiguresTwice = Help "", "xóa bảng trong khối, hoặc xóa du-lieu", "delete the table in the block, or du-lieu";
    HelpDataPlace = Help "", "đặt tệp số liệu (.xlsx, .csv, .toml) cạnh bài viết hoặc trong content/_data/, và viết đúng tên", "put the file (.xlsx, .csv, .toml) beside the page or into content/_data/, and spell its name exactly";
    BadArea = Error "bad-area", "“{0}” không phải là một vùng ô", "“{0}” is no area of cells";
    NotAFigure = Error "not-a-figure", "“{0}” ở cột “{1}” không phải con số", "“{0}” in the column “{1}” is not a number";
    HelpNotAFigure = Help "", "sửa ô này; cột đầu là nhãn, các cột sau phải là số (chưa có số thì để trống)", "mend the cell; the first column has the labels, the others numbers (leave it empty when there is none)";
    NoFigures = Error "no-figures", "bảng không có cột số nào", "the table has no column of numbers";
    HelpNoFigures = Help "", "cột đầu là nhãn, từ cột thứ hai là số", "the first column has the labels, from the second on there are numbers";
    NoUnit = Error "no-unit", "số liệu chưa có đơn vị tính", "the figures have no unit";
    HelpNoUnit = Help "", "thêm don-vi (ví dụ: don-vi: hồ sơ), hoặc ghi đơn vị trong ngoặc ở tên cột: Hồ sơ (bộ)", "add don-vi (for example don-vi: hồ sơ), or put the unit in brackets in the heading: Hồ sơ (bộ)";
    OtherUnit = Error "other-unit", "đơn vị ở “{0}” khác với đơn vị của mục tiêu: {1}", "the unit of “{0}” is not that of the target: {1}";
    HelpOtherUnit = Help "", "ghi số đã đạt và mục tiêu bằng cùng một đơn vị", "write what is reached and the target in one unit";
    HelpUnitInBrackets = Help "", "nếu “{0}” trong ngoặc là đơn vị thì thêm: don-vi: {0}", "if “{0}” in brackets is the unit, add: don-vi: {0}";
    TwoUnits = Warning "two-units", "biểu đồ có hai đơn vị tính: “{0}” và “{1}”; hai trục trên một hình dễ gây hiểu sai", "the chart has two units: “{0}” and “{1}”; two axes in one picture mislead";
    HelpTwoUnits = Help "", "tách thành hai biểu đồ", "make two charts of it";
    HugeChart = Error "huge-chart", "bảng có {0} hàng, {1} cột số: quá nhiều cho một hình (tối đa {2} hàng và {3} con số)", "the table has {0} rows and {1} columns of figures: too much for one picture (at most {2} rows and {3} figures)";
    HelpHugeChart = Help "", "gộp bớt, hoặc dùng khối “bang”", "put some together, or use the block “bang”";
    NeedsTwoColumns = Error "needs-two-columns", "loại biểu đồ này so sánh hai cột số, bảng chỉ có một", "this kind of chart compares two columns of numbers, and there is one";
    HelpNeedsTwoColumns = Help "", "thêm một cột số, hoặc đổi loai thành “thanh”", "add a column, or change loai to “thanh”";
    NegativePart = Error "negative-part", "“{0}” nhỏ hơn 0, không thể là một phần của tổng", "“{0}” is below 0 and cannot be a part of a whole";
    HelpNegativePart = Help "", "xem lại số này, hoặc đổi loai thành “cot” hay “thanh”", "check the number, or change loai to “cot” or “thanh”";
    AxisNotAtZero = Warning "axis-not-at-zero", "trục bắt đầu từ {0}: chênh lệch giữa các cột trông lớn hơn thực tế", "the axis begins at {0}: differences look greater than they are";
    HelpAxisNotAtZero = Help "", "bỏ truc-tu để trục bắt đầu từ 0, hoặc dùng loai “duong”", "leave out truc-tu so that it begins at 0, or use loai “duong”";
    AxisUnused = Warning "axis-unused", "loại biểu đồ “{0}” không dùng truc-tu; số {1} ở đây không có tác dụng", "charts of the kind “{0}” do not use truc-tu; {1} does nothing here";
    HelpAxisUnused = Help "", "bỏ dòng truc-tu; chỉ loại “cot” và “thanh” dùng mục này", "leave out truc-tu; only “cot” and “thanh” use it";
    ManyColours = Warning "many-colours", "biểu đồ cần {0} màu; mắt người chỉ phân biệt tốt khoảng {1} màu", "the chart needs {0} colours; eyes tell about {1} apart";
    HelpManyColours = Help "", "gộp các nhóm nhỏ thành “Khác”, hoặc tách thành nhiều biểu đồ", "put small groups together, or make several charts";
    ManySlices = Warning "many-slices", "biểu đồ bánh có {0} phần; quá {1} phần thì khó so sánh", "the pie has {0} slices; more than {1} are hard to compare";
    HelpManySlices = Help "", "đổi loai thành “thanh”, hoặc gộp các phần nhỏ thành “Khác”", "change loai to “thanh”, or put small slices together";
    NotAHundred = Warning "not-a-hundred", "các phần cộng lại được {0}%, không phải 100%", "the slices add up to {0}%, not 100%";
    HelpNotAHundred = Help "", "xem lại số liệu; nếu người trả lời được chọn nhiều ý thì đổi loai thành “thanh”", "check the figures; if people could choose several answers, change loai to “thanh”";
    OneColumnOnly = Warning "one-column-only", "hình này chỉ vẽ được một cột số; cột “{0}” không hiện trong hình", "this picture shows one column; “{0}” is not in it";
    HelpOneColumnOnly = Help "", "bỏ cột này, hoặc đổi loai biểu đồ", "leave the column out, or change the kind of chart";
    NoSuchPlace = Error "no-such-place", "bản đồ “{1}” không có “{0}”", "the map “{1}” has no “{0}”";
    HelpNearPlace = Help "", "trên bản đồ có id “{0}”; sửa tên trong bảng, hoặc đổi id thành “{1}”", "the map has the id “{0}”; mend the name in the table, or change the id to “{1}”";
    HelpNoSuchPlace = Help "", "đặt id=\"{0}\" cho hình của nơi này trong tệp SVG", "give the shape of this place the id \"{0}\" in the SVG";
    HeavyMap = Warning "heavy-map", "bản đồ nặng {0} (nên dưới {1}), trang sẽ mở chậm", "the map has {0} (better below {1}), the page will be slow";
    HelpHeavyMap = Help "", "giản lược đường nét (Inkscape: Đường nét → Giản lược, Ctrl+L) rồi lưu lại", "simplify its paths (Inkscape: Path → Simplify, Ctrl+L) and save it";
    MoreThanWhole = Error "more-than-whole", "“{0}” không nằm trong khoảng từ 0 đến {1}", "“{0}” is not from 0 to {1}";
    HelpMoreThanWhole = Help "", "so là số phần trên tổng 10 hoặc 100 (tren)", "so is how many of 10 or 100 (tren)";
    // Tables of figures
    AmbiguousNumber = Error "ambiguous-number", "“{0}” đọc được hai cách: {1} (dấu “{3}” ngăn hàng nghìn) hoặc {2} (dấu “{3}” ngăn phần thập phân)", "“{0}” can be read in two ways: {1} (the “{3}” parts thousands) or {2} (the “{3}” parts decimals)";
    HelpNotation = Help "", "ở khối dùng bảng này, ghi mục “so” là {0} nếu đúng là {1}, là {2} nếu đúng là {3}", "in the block that uses this table, set “so” to {0} if it is {1}, or to {2} if it is {3}";
    HelpMoreAmbiguous = Help "", "bảng còn {0} ô như vậy; chỉ cần ghi một lần", "the table has more such cells ({0}); saying it once is enough";
    NoSuchDay = Error "no-such-day", "không có ngày “{0}”", "there is no day “{0}”";
    HelpNoSuchDayCell = Help "", "viết ngày trước, tháng sau: 31/03/2026", "write the day first, then the month: 31/03/2026";
    FailedCell = Error "failed-cell", "ô này đang báo lỗi {0}", "the cell shows the error {0}";
    HelpFailedCell = Help "", "mở tệp bằng Excel, sửa công thức trong ô rồi lưu lại", "open the file, mend the formula in the cell and save it";
    UncomputedCell = Error "uncomputed-cell", "ô này có công thức nhưng tệp chưa lưu kết quả", "the cell has a formula, and the file does not have its result";
    HelpUncomputedCell = Help "", "mở tệp bằng Excel rồi lưu lại, hoặc ghi số thay cho công thức", "open the file in a spreadsheet program and save it, or write the number in place of the formula";
    MixedUnits = Error "mixed-units", "cột “{0}” có hai đơn vị: {1} và {2}", "the column “{0}” has two units: {1} and {2}";
    HelpMixedUnits = Help "", "dùng một đơn vị cho cả cột và ghi vào tên cột: {0} ({1})", "use one unit for the whole column and put it into the heading: {0} ({1})";
    MergedNumber = Error "merged-number", "số “{0}” nằm trong ô gộp nên không rõ là của hàng nào, cột nào", "the number “{0}” is in a merged cell, so its row or column is unclear";
    HelpMergedNumber = Help "", "bỏ gộp ô rồi ghi số vào từng ô", "unmerge the cell and write a number into each";
    MissingHeading = Error "missing-heading", "cột này chưa có tên", "the column has no heading";
    HelpMissingHeading = Help "", "ghi tên cột ở hàng đầu của bảng", "write a heading in the first row of the table";
    HelpArea = Help "", "nếu trang tính còn nội dung khác, ghi rõ vùng của bảng, ví dụ: {0}", "if there is more on the sheet, name the table's area, for example: {0}";
    RaggedRow = Error "ragged-row", "hàng này có {0} ô, trong khi bảng có {1} cột", "the row has {0} cells, and the table {1} columns";
    HelpRaggedRow = Help "", "thêm tên cột còn thiếu, hoặc xóa ô thừa", "add the missing heading, or delete the extra cell";
    HelpCommaCells = Help "", "số có dấu phẩy thì đặt trong ngoặc kép (\"12,5\"), hoặc lưu tệp với dấu ; giữa các ô", "put numbers with a comma in quotes (\"12,5\"), or save the file with ; between the cells";
    UnclosedQuote = Error "unclosed-quote", "ô mở bằng dấu ngoặc kép mà không đóng", "the cell opens with a quote and does not close";
    HelpUnclosedQuote = Help "", "thêm dấu \" ở cuối ô, hoặc xóa dấu \" ở đầu ô; dấu \" trong chữ thì viết \"\"", "put a \" at the end of the cell, or delete the one at its start; a \" within is written \"\"";
    UnclearSeparator = Error "unclear-separator", "không rõ các ô ngăn nhau bằng dấu “{0}” hay “{1}”", "it is unclear whether “{0}” or “{1}” parts the cells";
    HelpSeparator = Help "", "thêm vào đầu tệp một dòng ghi dấu ngăn, ví dụ: sep=;", "put a line with the separator at the top of the file, for example: sep=;";
    NoTable = Error "no-table", "ở đây chưa có bảng", "there is no table here";
    HelpNoTable = Help "", "viết mỗi hàng một dòng, các ô ngăn bằng dấu |, hàng đầu là tên cột: Thôn | Số hồ sơ (hồ sơ)", "write a row on each line with | between the cells, headings first: Village | Requests (requests)";
    DuplicateHeading = Error "duplicate-heading", "hai cột cùng tên “{0}”", "two columns have the heading “{0}”";
    HelpDuplicateHeading = Help "", "đặt tên khác cho một trong hai cột", "give one of them another heading";
    SecondTable = Error "second-table", "sau hàng trống lại có số liệu: không rõ còn thuộc bảng hay là bảng khác", "there is more after a blank row: it is unclear whether it belongs to the table";
    HelpSecondTable = Help "", "xóa hàng trống nếu là một bảng", "delete the blank row if it is one table";
    UnknownTableKind = Error "unknown-table-kind", "không đọc được số liệu từ loại tệp này", "figures cannot be read from this kind of file";
    HelpTableKind = Help "", "dùng tệp Excel (.xlsx), CSV (.csv), TSV (.tsv) hoặc TOML (.toml)", "use a workbook (.xlsx), CSV (.csv), TSV (.tsv) or TOML (.toml)";
    BadWorkbook = Error "bad-workbook", "không đọc được tệp Excel này: tệp hỏng hoặc không phải là .xlsx", "the workbook cannot be read: it is damaged or no .xlsx";
    HelpBadWorkbook = Help "", "mở tệp bằng Excel, chọn “Lưu thành…” (Save As) và kiểu “Excel Workbook (*.xlsx)”", "open it in a spreadsheet program and save it as “Excel Workbook (*.xlsx)”";
    OldWorkbook = Error "old-workbook", "tệp theo kiểu Excel cũ (.xls)", "the file is of the old kind .xls";
    HelpOldWorkbook = Help "", "mở tệp bằng Excel và lưu thành kiểu “Excel Workbook (*.xlsx)”", "open it in a spreadsheet program and save it as “Excel Workbook (*.xlsx)”";
    LockedWorkbook = Error "locked-workbook", "tệp Excel có mật khẩu nên không đọc được", "the workbook has a password and cannot be read";
    HelpLockedWorkbook = Help "", "mở tệp bằng Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc) rồi lưu lại", "open it, remove the password (File → Info → Protect Workbook) and save it";
    HugeWorkbook = Error "huge-workbook", "tệp Excel quá lớn (tối đa {0}) hoặc trải quá nhiều hàng, cột", "the workbook is too large (at most {0}) or spreads over too many rows and columns";
    HelpHugeWorkbook = Help "", "chép riêng bảng cần đăng sang một tệp mới", "copy the table that is to be published into a new file";
    UnknownSheet = Error "unknown-sheet", "tệp không có trang tính “{0}”", "the workbook has no sheet “{0}”";
    EmptyTable = Error "empty-table", "bảng chưa có số liệu", "the table has no figures";
    HelpEmptyTable = Help "", "bảng cần một hàng tên cột và ít nhất một hàng số liệu", "a table needs a row of headings and at least one row of figures";
    HugeTable = Error "huge-table", "bảng quá lớn ({0} hàng, {1} cột) hoặc có ô quá dài", "the table is too large ({0} rows, {1} columns) or a cell is too long";
    HelpHugeTable = Help "", "mỗi bảng tối đa {0} ô và {1} cột; chỉ giữ lại phần cần đăng", "a table has at most {0} cells and {1} columns; keep only what is to be published";

    // Configuration, theme, templates
    MissingSite = Error "missing-site", "không tìm thấy site.toml ở {0} hay các thư mục bên trên", "no site.toml in {0} or above it";
    HelpMissingSite = Help "", "tạo trang mới: trangxa tao TEN-THU-MUC, hoặc chỉ thư mục: --root THU-MUC", "make a new site: trangxa init FOLDER, or name its folder: --root FOLDER";
    BadBaseUrl = Error "bad-base-url", "base_url “{0}” không phải là địa chỉ web", "base_url “{0}” is not a web address";
    HelpBaseUrl = Help "", "viết như: base_url = \"https://tenxa.tinh.gov.vn\"", "write: base_url = \"https://commune.province.gov.vn\"";
    UnknownTheme = Error "unknown-theme", "không có giao diện “{0}”", "there is no theme “{0}”";
    HelpTheme = Help "", "đặt giao diện vào themes/{0}/ hoặc dùng theme = \"cong-xa\"", "put it in themes/{0}/ or use theme = \"cong-xa\"";
    ThemeLoop = Error "theme-loop", "các giao diện kế thừa lẫn nhau thành vòng: {0}", "the themes extend each other in a loop: {0}";
    HelpThemeLoop = Help "", "sửa hoặc xóa dòng này để không giao diện nào kế thừa lại chính nó", "change or delete this line so that no theme extends itself";
    TemplateSyntax = Error "template-syntax", "mẫu giao diện viết sai: {0}", "the template is not well written: {0}";
    HelpTemplate = Help "", "xem lại dòng này, hoặc xóa tệp để dùng mẫu gốc của giao diện", "check this line, or delete the file to use the theme's own";
    HelpTemplateFile = Help "", "thêm vào mẫu: {% block tên %}{% endblock %}, hoặc xóa tệp để dùng mẫu gốc của giao diện", "add to the template: {% block name %}{% endblock %}, or delete the file to use the theme's own";
    HelpAsset = Help "", "đặt tệp vào thư mục static/ của giao diện, hoặc sửa tên", "put the file into the static/ folder of the theme, or mend the name";
    ThirdParty = Error "third-party", "trang sẽ tự gọi sang trang khác: {0}", "the page would call another site by itself: {0}";
    HelpThirdParty = Help "", "chép tệp ấy vào thư mục static/ và dùng bản đó: trang của xã không để trang khác theo dõi người đọc", "copy the file into static/ and use that: a state page lets nobody else watch its readers";
    HelpAllowHost = Help "", "nếu bắt buộc phải dùng, thêm vào site.toml: [check] rồi hosts = [\"{0}\"]", "if it must be, add to site.toml: [check], then hosts = [\"{0}\"]";
    MeasuringHost = Warning "measuring-host", "mã đo lường gọi tới máy chủ không phải của Nhà nước: {0}", "the measuring snippet calls a host that is not the State's: {0}";
    LowContrast = Error "low-contrast", "màu chữ --{0} không đủ rõ trên nền --{1}: tương phản {2}:1, cần ít nhất 4,5:1", "the text colour --{0} is not clear enough on --{1}: contrast {2}:1, at least 4.5:1 is needed";
    HelpLowContrast = Help "", "chọn màu chữ đậm hơn trên nền nhạt, hoặc nhạt hơn trên nền đậm", "take a darker text on a light ground, or a lighter one on a dark ground";
    TeraOther = Ui "", "Tera báo: {0}", "Tera says: {0}";
    TeraVariable = Ui "", "không có biến nào tên “{0}”", "there is no variable “{0}”";
    TeraField = Ui "", "không có trường nào tên “{0}”", "there is no field “{0}”";
    TeraFilter = Ui "", "không có bộ lọc “{0}”", "there is no filter “{0}”";
    TeraFunction = Ui "", "không có hàm “{0}”", "there is no function “{0}”";
    TeraTest = Ui "", "không có phép thử “{0}”", "there is no test “{0}”";
    TeraTemplate = Ui "", "không có mẫu “{0}”", "there is no template “{0}”";
    TeraComponent = Ui "", "không có thành phần “{0}”", "there is no component “{0}”";
    TeraBlock = Ui "", "mẫu gốc không có khối “{0}”", "the template that is extended has no block “{0}”";
    TeraNoBlock = Ui "", "thiếu khối mà các mẫu khác cần: {0}", "blocks that other templates need are missing: {0}";
    TeraTwoBlocks = Ui "", "khối “{0}” viết hai lần", "the block “{0}” stands twice";
    TeraOutside = Ui "", "trong mẫu có extends, nội dung phải nằm trong khối (block)", "in a template that extends another, text must stand in a block";
    TeraCircle = Ui "", "các mẫu gọi lẫn nhau thành vòng: “{0}”", "templates call each other in a loop: “{0}”";
    TeraEnd = Ui "", "mẫu kết thúc quá sớm", "the template ends too early";
    TeraUnclosed = Ui "", "thẻ {% {0} %} không có {% end{0} %}", "{% {0} %} has no {% end{0} %}";
    TeraFound = Ui "", "không được có “{0}” ở đây", "there must be no “{0}” here";
    TeraTag = Ui "", "không có thẻ “{0}”, hoặc thẻ không được đứng ở đây", "there is no tag “{0}”, or it cannot stand here";
    TeraString = Ui "", "chữ mở bằng {0} mà không đóng", "the text opens with {0} and does not close";
    TeraCharacter = Ui "", "ký tự không dùng được", "this character cannot be used";
    TeraArgument = Ui "", "thiếu tham số “{0}”", "the argument “{0}” is missing";
    TeraLoop = Ui "", "không lặp (for) được trên giá trị kiểu {0}", "a for cannot go over a value of the type {0}";
    TeraOperands = Ui "", "hai giá trị không cùng kiểu hoặc không phải là số", "the two values are not of one type or not numbers";
    TeraType = Ui "", "giá trị không đúng kiểu", "the value is not of the right type";
    TemplateFailed = Error "template-failed", "không dựng được trang này: {0}", "this page cannot be made: {0}";
    NoteTemplate = Note "", "mẫu dừng ở đây", "the template stopped here";
    NoteDrawing = Note "", "mẫu vẽ ở đây", "the drawing's template is here";
    NoteTemplatePages = Note "", "mẫu dừng ở đây; còn {0} trang khác cũng hỏng vì chỗ này", "the template stopped here; {0} more pages stop at this place";
    HelpTemplateFailed = Help "", "tên mà mẫu được dùng có trong docs/templates.md", "the names that a template may use are in docs/templates.md";
    BrokenDrawing = Error "broken-drawing", "mẫu vẽ {0} không cho ra một hình SVG đúng: {1}", "the drawing {0} does not give a well-formed SVG: {1}";
    HelpBrokenDrawing = Help "", "sửa mẫu này trong thư mục templates/ của giao diện", "mend the template in the templates/ folder of the theme";
    CardGlyph = Warning "card-glyph", "ảnh chia sẻ không vẽ được {0} trong tên nên bỏ qua", "the social card cannot show {0} of the title and leaves it out";
    HelpCardGlyph = Help "", "bỏ ký tự này khỏi tên; không bỏ cũng được, trang vẫn hiện đủ, chỉ ảnh chia sẻ là thiếu", "take it out of the title, or leave it: the page shows all of it, only the social card does not";
    UnknownAsset = Error "unknown-asset", "giao diện không có tệp static/{0}", "the theme has no file static/{0}";
    HomeIsMissing = Warning "missing-home", "chưa có tệp content/_index.md cho trang chủ; tạm lấy tên cổng làm tên trang chủ", "there is no content/_index.md for the home page; the site's title is used for now";
    HelpHome = Help "", "tạo tệp content/_index.md có ba dòng: +++ rồi title = \"Tên trang chủ\" rồi +++, sau đó viết vài dòng giới thiệu", "make content/_index.md with three lines: +++ then title = \"Title\" then +++, and a few lines below";

    // Posters
    PosterText = Error "poster-text", "đồ họa là ảnh làm sẵn mà phần chữ chỉ có {0} từ (cần ít nhất {1}): người không xem được ảnh sẽ không biết nội dung", "the infographic is a picture and its text has only {0} words (at least {1}): who cannot see the picture does not learn what it says";
    HelpPosterText = Help "", "viết lại bằng chữ, dưới phần đầu bài, mọi số liệu và lời trong ảnh", "write below the front matter, in words, all figures and texts of the picture";
    PosterSource = Warning "poster-source", "đồ họa chưa ghi nguồn số liệu", "the infographic does not say where its figures come from";
    BadSize = Error "bad-size", "kích thước ảnh “{0}” viết sai", "“{0}” is not the size of a picture";
    HelpBadSize = Help "", "viết như: zalo = \"1280x720\" (rộng x cao, mỗi chiều từ 200 đến 4000 điểm ảnh)", "write: zalo = \"1280x720\" (width x height, each from 200 to 4000 pixels)";
    PosterWide = Ui "", "Ảnh ngang", "Wide picture";
    PosterSquare = Ui "", "Ảnh vuông", "Square picture";
    PosterTall = Ui "", "Ảnh đứng", "Tall picture";
    PosterStory = Ui "", "Ảnh đầy màn hình điện thoại", "Picture for a whole phone";
    PosterZalo = Ui "", "Ảnh cho Zalo", "Picture for Zalo";
    PosterA4 = Ui "", "Tờ rơi", "Leaflet";
    PosterSourceLine = Ui "", "Nguồn: {0}", "Source: {0}";
    PosterUnit = Ui "", "Đơn vị: {0}", "Unit: {0}";
    PosterAsked = Ui "", "Hỏi: {0}", "Question: {0}";
    PosterAnswered = Ui "", "Trả lời: {0}", "Answered by: {0}";
    PosterMissing = Ui "", "Ở đây không đủ chỗ cho {0} nữa. Xem đầy đủ tại {1}", "There is no room here for {0}. See all of it at {1}";
    PosterNumbers = Ui "", "{0} con số", "{0} numbers";
    PosterDrawings = Ui "", "{0} hình", "{0} drawings";
    PosterTables = Ui "", "{0} bảng", "{0} tables";
    PosterLists = Ui "", "{0} danh sách", "{0} lists";
    PosterTexts = Ui "", "{0} đoạn chữ", "{0} texts";
    PosterA3 = Ui "", "Áp phích", "Poster";

    // What the program itself writes into pages
    PageTaskDone = Ui "", "Đã xong", "Done";
    PageTaskOpen = Ui "", "Chưa xong", "Not done";
    PageAlertNote = Ui "", "Lưu ý", "Note";
    PageAlertTip = Ui "", "Mẹo", "Tip";
    PageAlertImportant = Ui "", "Quan trọng", "Important";
    PageAlertWarning = Ui "", "Cảnh báo", "Warning";
    PageAlertCaution = Ui "", "Thận trọng", "Caution";
    PageTable = Ui "", "Bảng", "Table";
    ChartUnit = Ui "", "Đơn vị: {0}", "Unit: {0}";
    ChartTarget = Ui "", "Mục tiêu: {0}", "Target: {0}";
    ChartReached = Ui "", "Đạt: {0}", "Reached: {0}";
    ChartNoFigure = Ui "", "Chưa có số liệu", "No figure yet";
    SaysOne = Ui "", "{0}: {1}.", "{0}: {1}.";
    SaysAllAlike = Ui "", "Tất cả đều là {0}.", "All are {0}.";
    SaysEnds = Ui "", "Cao nhất là {0} ({1}), thấp nhất là {2} ({3}).", "Highest is {0} ({1}), lowest is {2} ({3}).";
    SaysShares = Ui "", "Lớn nhất là {0} ({1}), nhỏ nhất là {2} ({3}).", "Largest is {0} ({1}), smallest is {2} ({3}).";
    SaysWay = Ui "", "Từ {0} ({1}) đến {2} ({3}): {4}.", "From {0} ({1}) to {2} ({3}): {4}.";
    SaysBetween = Ui "", "So sánh {0} và {1}.", "{0} compared with {1}.";
    SaysChange = Ui "", "{0}: từ {1} đến {2}, {3}.", "{0}: from {1} to {2}, {3}.";
    SaysPair = Ui "", "{0}: {1} {2}, {3} {4}.", "{0}: {1} {2}, {3} {4}.";
    SaysMore = Ui "", "tăng {0}", "{0} more";
    SaysLess = Ui "", "giảm {0}", "{0} less";
    SaysPoints = Ui "", "{0} điểm phần trăm", "{0} percentage points";
    SaysOutOf = Ui "", "{0} trên {1}: {2}.", "{0} out of {1}: {2}.";
    SaysProgress = Ui "", "Đạt {0}; mục tiêu {1}.", "Reached {0}; target {1}.";
    SaysTarget = Ui "", "Mục tiêu {0}; chưa có số liệu.", "Target {0}; no figure yet.";
    SaysUnchanged = Ui "", "không đổi", "unchanged";
    PageHeadingId = Ui "", "muc", "section";
    PageCredit = Ui "", "Ảnh", "Photo";
    PageFootnote = Ui "", "Chú thích", "Footnote";
    PageFootnotes = Ui "", "Chú thích", "Footnotes";
    PageFootnoteBack = Ui "", "Về chỗ chú thích", "Back to footnote";
    PageHome = Ui "", "Trang chủ", "Home";
    PageSearch = Ui "", "Tìm kiếm", "Search";
    PageSection = Ui "", "Chuyên mục", "Section";
    PageSiteMap = Ui "", "Sơ đồ trang", "Site map";
    PageNotFound = Ui "", "Không tìm thấy trang", "Page not found";
    OfflineTitle = Ui "", "Không có mạng", "No network";
    OfflineText = Ui "", "Các trang đọc được lúc này:", "What can be read now:";

    // Writing
    ForeignFile = Error "foreign-file", "{0} có sẵn và không do trangxa tạo; không ghi đè", "{0} is there and was not made by trangxa; it is not overwritten";
    HelpForeignFile = Help "", "chuyển tệp đó đi nơi khác, hoặc chọn thư mục khác: --out THU-MUC", "move it away, or choose another folder: --out FOLDER";
    CannotWrite = Error "cannot-write", "không ghi được {0} ({1})", "{0} cannot be written ({1})";
    HelpHeld = Help "", "đóng chương trình đang mở tệp đó (Word, Excel, trình đọc PDF, cửa sổ thư mục), rồi chạy lại; tệp chưa ghi thì vẫn là bản cũ", "close the program that has the file open (Word, Excel, a PDF reader, a folder's window), then run again; what was not written is as before";
    HelpCannotWrite = Help "", "kiểm tra ổ đĩa còn chỗ và thư mục cho phép ghi, rồi chạy lại; trang cũ vẫn nguyên vẹn", "check free space and permissions, then run again; the old site is whole";
    FileChanged = Error "file-changed", "tệp thay đổi trong lúc dựng trang", "the file changed while the site was being built";
    HelpFileChanged = Help "", "chạy lại lệnh", "run the command again";
    OutInSources = Error "out-in-sources", "thư mục kết quả {0} nằm trong thư mục nguồn", "the output folder {0} lies inside the sources";
    HelpOut = Help "", "chọn thư mục khác, ví dụ: --out public", "choose another folder, for example: --out public";
    FolderNotEmpty = Error "folder-not-empty", "thư mục {0} đã có tệp", "the folder {0} is not empty";
    HelpFolderNotEmpty = Help "", "chọn một thư mục mới", "choose a new folder";
    FileExists = Error "file-exists", "đã có tệp {0}", "the file {0} exists already";
    HelpFileExists = Help "", "đặt tên bài khác, hoặc sửa tệp đã có", "use another title, or edit that file";
    UnknownSection = Error "unknown-section", "không có chuyên mục “{0}”", "there is no section “{0}”";

    // Publishing
    PublishWithoutName = Error "publish-without-name", "phần [publish] thiếu tên của nơi đăng", "the section [publish] lacks the name of the place";
    HelpPublishWithoutName = Help "", "viết [publish.chinh-thuc] thay cho [publish]; có nhiều nơi thì thêm default = true vào nơi hay đăng nhất", "write [publish.live] in place of [publish]; where there are several places, add default = true to the usual one";
    SecretInSettings = Error "secret-in-settings", "[publish.{0}] có “{1}”: mật khẩu không được ghi trong site.toml", "[publish.{0}] has “{1}”: a password must not stand in site.toml";
    HelpSecret = Help "", "xóa dòng đó và đổi mật khẩu; khi đăng, chương trình sẽ hỏi, hoặc đọc từ biến môi trường {0}", "delete the line and change the password; it is asked for when publishing, or read from the environment variable {0}";
    NoDestination = Error "no-destination", "chưa nói đăng lên đâu: site.toml chưa có mục [publish.…]", "nothing says where to publish: site.toml has no [publish.…]";
    HelpNoDestination = Help "", "thêm vào site.toml, ví dụ: [publish.chinh-thuc] rồi type = \"sftp\", host = \"…\", user = \"…\", path = \"public_html\"", "add to site.toml, for example: [publish.live], then type = \"sftp\", host = \"…\", user = \"…\", path = \"public_html\"";
    UnknownDestination = Error "unknown-destination", "không có nơi đăng “{0}”", "there is no place to publish to called “{0}”";
    WhichDestination = Error "which-destination", "có nhiều nơi đăng, chưa rõ đăng lên nơi nào", "there are several places to publish to, and none is the default";
    HelpWhichDestination = Help "", "gõ tên nơi đăng ({0}), hoặc ghi default = true ở một nơi trong site.toml", "name one ({0}), or write default = true in one of them in site.toml";
    PrivateFile = Error "private-file", "tệp {0} không được đưa lên mạng: {1}", "the file {0} must not be published: {1}";
    PrivateKey = Ui "", "đây là tệp khóa hoặc mật khẩu", "it is a key or a password file";
    PrivateDraft = Ui "", "đây là tệp tạm hoặc tệp riêng của chương trình soạn thảo", "it is a temporary or private file of another program";
    PrivatePlace = Ui "", "ảnh ghi cả nơi chụp (GPS)", "the picture tells where it was taken (GPS)";
    HelpPrivate = Help "", "chuyển tệp ra khỏi content/ và static/", "move the file out of content/ and static/";
    HelpPrivatePlace = Help "", "mở ảnh, xóa thông tin vị trí (Windows: chuột phải › Thuộc tính › Chi tiết › Loại bỏ thuộc tính), rồi đăng lại", "remove the place from the picture (Windows: right click › Properties › Details › Remove properties), then publish again";
    TooLarge = Error "too-large", "tệp {0} quá lớn để đăng: {1} (tối đa {2})", "the file {0} is too large to publish: {1} (at most {2})";
    HelpTooLarge = Help "", "nén hoặc chia nhỏ tệp; hoặc ghi max_file_mb trong [publish.{0}]", "make it smaller or split it; or write max_file_mb in [publish.{0}]";
    Insecure = Warning "insecure-host", "[publish.{0}] có insecure = true: mật khẩu và tệp gửi tới {1} không được mã hóa, người khác trên đường truyền có thể đọc", "[publish.{0}] has insecure = true: the password and the files for {1} are not encrypted and can be read on the way";
    HelpInsecure = Help "", "đề nghị đơn vị quản lý máy chủ mở SFTP hoặc FTPS, rồi xóa dòng insecure", "ask those who run the host for SFTP or FTPS, then delete the line insecure";
    HostLost = Error "host-lost", "mất kết nối với {0} ({1})", "the connection to {0} is lost ({1})";
    HelpHostLost = Help "", "kiểm tra mạng và tên máy chủ rồi chạy lại; phần đã gửi không phải gửi lại, cổng đang chạy vẫn nguyên vẹn", "check the network and the host's name and run again; what was sent need not be sent again, and the live site is whole";
    HostSlow = Error "host-slow", "{0} không trả lời ({1})", "{0} does not answer ({1})";
    HostBusy = Error "host-busy", "{0} đang bận hoặc không nhận thêm kết nối ({1})", "{0} is busy or takes no more connections ({1})";
    HelpHostBusy = Help "", "chờ vài phút rồi chạy lại, hoặc ghi connections = 1 trong site.toml", "wait some minutes and run again, or write connections = 1 in site.toml";
    HostRefused = Error "host-refused", "{0} không cho làm việc này ({1})", "{0} refuses ({1})";
    HostSaid = Ui "", "{0}; nguyên văn: {1}", "{0}; in its words: {1}";
    HostDenied = Ui "", "tài khoản không có quyền ở chỗ này", "the account has no right to, here";
    HostMissing = Ui "", "chỗ này không có trên máy chủ", "nothing is there on the host";
    HostDeniedOrMissing = Ui "", "chỗ này không có, hoặc tài khoản không có quyền", "nothing is there, or the account has no right to";
    HostName = Ui "", "máy chủ không nhận tên tệp này, hoặc tài khoản không có quyền ghi ở đó", "the host does not take this name, or the account may not write there";
    HostUnsaid = Ui "", "máy chủ không nói vì sao, thường là hết chỗ chứa hoặc quá hạn mức", "the host does not say why; often there is no room left, or no quota";
    HostHeld = Ui "", "chương trình khác đang mở tệp này", "another program has the file open";
    HelpHostRefused = Help "", "kiểm tra mục path trong site.toml và quyền ghi của tài khoản trên máy chủ", "check path in site.toml and whether the account may write on the host";
    HostFull = Error "host-full", "{0} hết chỗ chứa ({1})", "{0} has no room left ({1})";
    HelpHostFull = Help "", "xóa bớt tệp cũ trên máy chủ hoặc xin thêm dung lượng, rồi chạy lại", "remove old files on the host or ask for more room, then run again";
    HostUntrue = Error "host-untrue", "{0} báo đã nhận nhưng tệp không đúng ({1})", "{0} said that it had the file, and the file is not right ({1})";
    HelpHostUntrue = Help "", "chạy lại; nếu vẫn vậy, báo cho đơn vị quản lý máy chủ", "run again; if it stays so, tell those who run the host";
    HostLogin = Error "host-login", "{0} không nhận tên đăng nhập hoặc mật khẩu ({1})", "{0} does not accept the name or the password ({1})";
    HelpHostLogin = Help "", "kiểm tra user trong site.toml và mật khẩu (hoặc tệp khóa)", "check user in site.toml and the password (or the key file)";
    HelpKeptPassword = Help "", "đã dùng mật khẩu mà Windows đang nhớ; chạy lại trong cửa sổ lệnh để gõ mật khẩu mới, hoặc xóa mật khẩu cũ: trangxa dang {0} --quen-mat-khau", "the password that Windows keeps was used; run again in a terminal to type the new one, or remove the old one: trangxa publish {0} --forget-password";
    PasswordNotKept = Warning "password-not-kept", "Windows không nhớ được mật khẩu ({0})", "Windows cannot keep the password ({0})";
    HelpPasswordNotKept = Help "", "việc đăng không bị ảnh hưởng; lần sau chương trình hỏi lại mật khẩu", "publishing is not touched by this; you will be asked for the password again next time";
    PasswordNotForgotten = Error "password-not-forgotten", "không xóa được mật khẩu mà Windows đang nhớ cho {0} ({1})", "the password that Windows keeps for {0} cannot be removed ({1})";
    HelpPasswordNotForgotten = Help "", "mở Credential Manager của Windows, chọn Windows Credentials rồi xóa dòng bắt đầu bằng trangxa:", "open the Credential Manager of Windows, choose Windows Credentials and remove the line that begins with trangxa:";
    HostKeyUnknown = Error "host-key-unknown", "chưa xác nhận máy chủ {0}; khóa của nó là {1}", "the host {0} is not confirmed yet; its key is {1}";
    HelpHostKeyUnknown = Help "", "hỏi đơn vị quản lý máy chủ xem có đúng khóa này không; đúng thì chạy lại với --host-key {0}", "ask those who run the host whether the key is right; if it is, run again with --host-key {0}";
    HostKeyChanged = Error "host-key-changed", "máy chủ {0} đưa ra khóa khác lần trước. Có thể đơn vị quản lý đã đổi máy chủ, cũng có thể có kẻ giả làm máy chủ để lấy mật khẩu. Chương trình đã dừng, chưa gửi mật khẩu hay tệp nào. Khóa cũ: {1}. Khóa mới: {2}", "the host {0} shows another key than before. Its owners may have changed the host, or somebody may pose as it to get the password. The program has stopped; no password and no file was sent. Old key: {1}. New key: {2}";
    HelpHostKeyChanged = Help "", "gọi cho đơn vị quản lý máy chủ; chỉ khi họ xác nhận khóa mới, hãy xóa dòng của máy chủ này trong {0} rồi đăng lại", "call those who run the host; only if they confirm the new key, delete the host's line in {0} and publish again";
    NotPublished = Error "not-published", "không đọc được trên máy này tệp cần gửi ({0})", "a file to be sent cannot be read on this machine ({0})";
    AtFile = Ui "", "{0}, ở tệp {1}", "{0}, at the file {1}";
    Locked = Error "host-locked", "máy {0} đang đăng lên đây từ {1}", "{0} is publishing here since {1}";
    LockedNobody = Error "host-locked-now", "một máy khác vừa bắt đầu đăng lên đây", "another machine has just begun to publish here";
    HelpLocked = Help "", "chờ máy kia đăng xong rồi chạy lại; nếu máy kia đã tắt, sau 30 phút sẽ đăng được", "wait until it is done and run again; if that machine is off, you can publish after 30 minutes";
    TakenOver = Error "taken-over", "trong lúc máy này tạm dừng, một máy khác đã đăng lên đây", "while this machine paused, another has published here";
    HelpTakenOver = Help "", "chạy lại lệnh để xem máy kia đã đăng những gì", "run again to see what it has published";
    ForeignOnHost = Error "foreign-on-host", "trên máy chủ đã có {0} tệp không do trangxa gửi, trùng chỗ với tệp của cổng: {1}", "the host has {0} files in the places of ours that trangxa did not put there: {1}";
    HelpForeignOnHost = Help "", "xem lại mục path; nếu đúng là thay cổng cũ bằng cổng này, chạy lại với --take-over", "check path; if this site shall replace the old one, run again with --take-over";
    Obstacle = Error "host-obstacle", "trên máy chủ, {0} chắn chỗ của tệp cần gửi và không do trangxa tạo", "on the host, {0} stands where a file of ours must be, and trangxa did not make it";
    HelpObstacle = Help "", "đổi tên hoặc xóa nó trên máy chủ rồi chạy lại", "rename or remove it on the host, then run again";
    NoSwitch = Error "no-switch", "máy chủ này không đổi được cả cổng trong một bước ({0})", "this host cannot switch the whole site at once ({0})";
    HelpNoSwitch = Help "", "xóa dòng switch trong site.toml: cổng vẫn được đăng an toàn, từng tệp một; hoặc đề nghị đơn vị quản lý máy chủ cho phép liên kết tượng trưng (symlink)", "delete the line switch in site.toml: the site is then published safely, file by file; or ask those who run the host to allow symbolic links";
    UiSwitchUnproven = Ui "", "Chưa biết {0} có đổi được cả cổng trong một bước không: xem trước thì không ghi gì lên đó. Lần đăng đầu tiên thử việc này trước khi gửi; muốn biết ngay: trangxa dang {0} --test", "It is not known yet whether {0} can switch the whole site at once: this only looks. The first publish tries it before anything is sent; to know now: trangxa publish {0} --test";
    SwitchTaken = Error "switch-taken", "để đổi cả cổng trong một bước, {0} trên máy chủ phải là thư mục trống hoặc chưa có; hiện ở đó đã có tệp", "to switch the whole site at once, {0} on the host must be an empty folder or not be there; it holds files";
    HelpSwitchTaken = Help "", "trên máy chủ, đổi tên {0} thành tên khác rồi đăng lại; hoặc xóa dòng switch trong site.toml", "rename {0} on the host, then publish again; or delete the line switch in site.toml";
    SwitchOnlyHere = Error "switch-only-here", "switch = true chỉ dùng được với type = \"sftp\" hoặc type = \"folder\", và path phải có tên thư mục", "switch = true is for type = \"sftp\" or type = \"folder\", and path must name a folder";
    HelpSwitchOnlyHere = Help "", "xóa dòng switch, hoặc sửa type và path", "delete the line switch, or mend type and path";
    RemovesMuch = Error "removes-much", "lần đăng này sẽ xóa {0} trong {1} tệp trên máy chủ", "this would remove {0} of {1} files on the host";
    HelpRemovesMuch = Help "", "xem lại bằng --dry-run --list; nếu đúng ý, chạy lại với --allow-removals", "look with --dry-run --list; if it is meant, run again with --allow-removals";
    OthersPublished = Error "others-published", "máy kia đã đăng {0} bài bạn chưa có: {1}", "another machine has published {0} pages that you do not have: {1}";
    HelpOthersPublished = Help "", "chép thư mục bài viết từ máy kia về rồi đăng lại; nếu muốn bỏ các bài đó, chạy lại với --over-others", "copy the texts from that machine and publish again; to drop those pages, run again with --over-others";
    NoRelease = Error "no-release", "máy này không giữ bản đăng cách đây {0} lần (đang giữ {1} bản cũ)", "this machine does not keep the release {0} publishes back (it keeps {1} older ones)";
    HelpNoRelease = Help "", "chọn số nhỏ hơn nếu có bản cũ; máy đã đăng giữ 10 bản gần nhất, và chỉ có bản cũ từ lần đăng thứ hai", "choose a smaller number if there are any; the machine that published keeps the last 10, and has older ones from the second publish on";
    NeverPublished = Error "never-published", "{0} chưa có gì do trangxa đăng", "nothing was published to {0} by trangxa";
    HelpNeverPublished = Help "", "đăng trước đã: trangxa dang", "publish first: trangxa publish";
    ChangedOnHost = Error "changed-on-host", "tệp {0} trên máy chủ đã bị sửa, không còn như lúc đăng", "the file {0} on the host was changed since it was published";
    HelpChangedOnHost = Help "", "có thể máy chủ bị xâm nhập: đổi mật khẩu, báo đơn vị quản lý máy chủ, rồi đăng lại tệp đúng bằng --repair", "somebody may have broken in: change the password, tell those who run the host, then put the right file back with --repair";
    MissingOnHost = Error "missing-on-host", "tệp {0} không còn trên máy chủ", "the file {0} is gone from the host";
    HelpMissingOnHost = Help "", "đăng lại tệp bằng --repair", "put it back with --repair";
    StrangeOnHost = Warning "strange-on-host", "tệp {0} trên máy chủ không phải do trangxa gửi", "the file {0} on the host was not put there by trangxa";
    HelpStrangeOnHost = Help "", "nếu đơn vị không đặt tệp này ở đó thì xóa nó và báo đơn vị quản lý máy chủ", "if you did not put it there, remove it and tell those who run the host";
    VisitSilent = Warning "visit-silent", "đã đăng nhưng không mở được {0} ({1})", "published, but {0} cannot be opened ({1})";
    HelpVisitSilent = Help "", "mở thử địa chỉ bằng điện thoại; nếu không được, báo đơn vị quản lý máy chủ (tên miền, chứng thư số)", "open it with a telephone; if that fails, tell those who run the host (domain, certificate)";
    CertificateExpired = Error "certificate-expired", "chứng thư số của {0} đã hết hạn ngày {1}: trình duyệt chặn người đọc", "the certificate of {0} ended on {1}: browsers keep visitors out";
    HelpCertificateExpired = Help "", "bài đã ở trên máy chủ; báo ngay đơn vị quản lý máy chủ gia hạn chứng thư số", "what was published is on the host; ask those who run it to renew the certificate at once";
    CertificateEnds = Warning "certificate-ends", "chứng thư số của {0} hết hạn ngày {1}, còn {2} ngày", "the certificate of {0} ends on {1}, in {2} days";
    HelpCertificateEnds = Help "", "báo đơn vị quản lý máy chủ gia hạn trước ngày đó; hết hạn thì trình duyệt chặn người đọc", "ask those who run the host to renew it before; then browsers would keep visitors out";
    VisitStale = Warning "visit-stale", "{0} vẫn hiện bản cũ vì bộ nhớ đệm", "{0} still shows an old copy from a cache";
    HelpVisitStale = Help "", "chờ vài phút; nếu vẫn vậy, đề nghị đơn vị quản lý máy chủ xóa bộ nhớ đệm", "wait some minutes; if it stays so, ask those who run the host to clear the cache";
    VisitDiffers = Warning "visit-differs", "{0} không cho ra tệp vừa gửi (mã {1})", "{0} does not give the file that was sent (status {1})";
    HelpVisitDiffers = Help "", "có thể mục path chưa đúng thư mục web; thử bằng trangxa dang --test", "path may not be the folder of the web server; try trangxa publish --test";
    VisitNoNotFound = Warning "visit-no-404", "địa chỉ không có trên cổng được trả lời mã {0} thay vì 404", "an address that does not exist is answered with {0} instead of 404";
    HelpVisitNoNotFound = Help "", "đề nghị đơn vị quản lý máy chủ cho hiện tệp 404.html với mã 404", "ask those who run the host to show the file 404.html with the status 404";
    WrongFolder = Error "wrong-folder", "đã ghi được tệp thử, nhưng không thấy nó ở {0} ({1})", "the probe file was written, but it is not seen at {0} ({1})";
    HelpWrongFolder = Help "", "mục path chưa đúng thư mục web (thường là public_html, www hoặc htdocs), hoặc url, base_url chưa đúng", "path is not the folder of the web server (often public_html, www or htdocs), or url or base_url is not right";
    ManifestLost = Warning "manifest-lost", "bảng kê trên máy chủ bị mất hoặc đã cũ; đã đối chiếu từng tệp", "the list of files on the host is missing or old; each file was compared";
    UiAndMore = Ui "", "{0} và {1} mục khác", "{0} and {1} more";
    UiNothingToPublish = Ui "", "Không có gì mới: {0} đã đúng như máy này.", "Nothing is new: {0} is as it is here.";
    UiPublishPlan = Ui "", "Sẽ gửi lên {0}: {1}.", "To be sent to {0}: {1}.";
    UiPublished = Ui "", "Đã đăng lên {0}: {1}, trong {2}.", "Published to {0}: {1}, in {2}.";
    UiPacked = Ui "", "Đã ghi tệp nén {0}: {1}, trong {2}.", "Written to {0}: {1}, in {2}.";
    UiRollback = Ui "", "Quay lại bản đăng lúc {0} ({1} tệp).", "Going back to the release of {0} ({1} files).";
    UiVerified = Ui "", "Đã đối chiếu {0} tệp trên {1}: {2} bị sửa, {3} bị mất, {4} tệp lạ.", "Compared {0} files on {1}: {2} changed, {3} gone, {4} strange.";
    UiTrialFolder = Ui "", "✓ vào được máy chủ, tạo được thư mục", "✓ got in and made a folder";
    UiTrialWrite = Ui "", "✓ ghi được tệp, đọc lại đúng", "✓ wrote a file and read it back";
    UiTrialRename = Ui "", "✓ thay được tệp cũ bằng tệp mới", "✓ replaced a file by a new one";
    UiTrialWeb = Ui "", "✓ thấy tệp trên mạng", "✓ saw it on the web";
    UiTrialRemove = Ui "", "✓ đã dọn sạch", "✓ cleared everything away";
    UiTested = Ui "", "Đăng lên {0} được.", "Publishing to {0} works.";
    UiVisited = Ui "", "Đã mở thử {0} trang tại {1}: đúng như vừa gửi.", "Opened {0} pages at {1}: they are as they were sent.";
    UiCard = Ui "", "Để dán vào Zalo:", "To paste into Zalo:";
    UiCardHead = Ui "", "{0} vừa đăng {1} bài lúc {2}:", "{0} has published {1} articles at {2}:";
    UiCounts = Ui "", "{0} bài mới, {1} trang đổi, {2} xóa, {3}", "{0} new articles, {1} changed pages, {2} removed, {3}";
    UiCountsOther = Ui "", "{0} (và {1} tệp khác đi kèm, {2} tệp cũ được dọn)", "{0} (with {1} other files, and {2} old files cleared away)";
    UiAdopted = Ui "", "{0} tệp đã có sẵn trên máy chủ và đúng nội dung, không phải gửi lại.", "{0} files were on the host already and are right; they need not be sent.";
    UiSending = Ui "", "Đang gửi {0}/{1} tệp ({2}/{3})… {4}", "Sending {0}/{1} files ({2}/{3})… {4}";
    UiRemaining = Ui "", "còn khoảng {0}", "about {0} left";
    UiSeconds = Ui "", "{0} giây", "{0} s";
    UiMinutes = Ui "", "{0} phút", "{0} min";
    UiComparing = Ui "", "Đang đối chiếu {0}/{1} tệp…", "Comparing {0}/{1} files…";
    UiAgain = Ui "", "Máy chủ chưa nhận; thử lại sau {0} giây…", "The host did not take it; trying again in {0} s…";
    UiTrust = Ui "", "Lần đầu đăng lên máy chủ {0}. Khóa của máy chủ: {1}\nĐúng khóa mà đơn vị quản lý máy chủ cho biết thì gõ “co” rồi Enter, không thì chỉ Enter: ", "This is the first time with the host {0}. Its key: {1}\nIf this is the key that those who run the host gave you, type “yes” and Enter, else only Enter: ";
    UiPassword = Ui "", "Mật khẩu của {0} ở {1} (chữ sẽ hiện ra khi gõ): ", "The password of {0} at {1} (it shows while you type): ";
    UiPasswordAgain = Ui "", "{1} không nhận mật khẩu mà Windows đang nhớ.\nMật khẩu mới của {0} ở {1} (chữ sẽ hiện ra khi gõ): ", "{1} does not accept the password that Windows keeps.\nThe new password of {0} at {1} (it shows while you type): ";
    UiKeepPassword = Ui "", "Ghi nhớ mật khẩu này trong Windows? Gõ “c” rồi Enter để nhớ, chỉ Enter là không [c/K]: ", "Keep this password in Windows? Type “y” and Enter to keep it, only Enter for no [y/N]: ";
    UiPasswordKept = Ui "", "Windows đã nhớ mật khẩu này. Muốn xóa: trangxa dang {0} --quen-mat-khau", "Windows keeps this password now. To remove it: trangxa publish {0} --forget-password";
    UiPasswordReplaced = Ui "", "Windows đã nhớ mật khẩu mới thay cho mật khẩu cũ. Muốn xóa: trangxa dang {0} --quen-mat-khau", "Windows keeps the new password in the place of the old one. To remove it: trangxa publish {0} --forget-password";
    UiPasswordForgotten = Ui "", "Đã xóa mật khẩu mà Windows nhớ cho {0}.", "The password that Windows kept for {0} is removed.";
    UiNoPasswordKept = Ui "", "Máy này không nhớ mật khẩu nào cho {0}.", "This machine keeps no password for {0}.";
    CliHostKey = Ui "", "khóa của máy chủ (SHA256:…), đã hỏi đơn vị quản lý", "the host's key (SHA256:…), as those who run it gave it";
    CliPublish = Ui "", "đăng lên máy chủ, chỉ gửi những gì thay đổi", "publish to a host; only what changed is sent";
    CliTarget = Ui "", "NOI-DANG", "TARGET";
    CliPublishTarget = Ui "", "tên nơi đăng trong site.toml (mặc định: nơi có default = true)", "its name in site.toml (default: the one with default = true)";
    CliDryRun = Ui "", "chỉ nói sẽ làm gì", "only say what would be done";
    CliList = Ui "", "kể tên từng tệp", "name every file";
    CliAllowRemovals = Ui "", "cho phép xóa nhiều tệp trên máy chủ", "allow that many files are removed on the host";
    CliTakeOver = Ui "", "cho phép ghi đè tệp không do trangxa gửi", "allow that files that trangxa did not put there are replaced";
    CliRollback = Ui "", "quay lại bản đăng cách đây N lần (mặc định 1)", "go back to the release N publishes ago (default 1)";
    CliVerify = Ui "", "đối chiếu máy chủ với những gì đã đăng, nêu tên tệp bị sửa", "compare the host with what was published and name what was changed";
    CliRepair = Ui "", "đối chiếu rồi gửi lại những tệp bị sửa hoặc bị mất", "compare, and put back what was changed or is gone";
    CliTest = Ui "", "thử máy chủ bằng một tệp nhỏ: tạo, ghi, thay, mở qua mạng, xóa", "try the host with a small file: make, write, replace, open from outside, remove";
    CliForgetPassword = Ui "", "xóa mật khẩu mà Windows đang nhớ cho nơi này", "remove the password that Windows keeps for this place";
    CliOverOthers = Ui "", "cho phép bỏ những gì máy khác đã đăng", "allow that what another machine published is lost";

    // The command line
    UiWriting = Ui "", "ghi trang", "writing";
    UiBuilt = Ui "", "Đã dựng {0} trang ({1} bài) trong {2}.", "Built {0} pages ({1} items) in {2}.";
    UiChanges = Ui "", "{0} tệp mới, {1} tệp đổi, {2} tệp xóa, {3} tệp giữ nguyên → {4}", "{0} new, {1} changed, {2} removed, {3} unchanged → {4}";
    UiChecked = Ui "", "Đã kiểm tra {0} trang ({1} bài) trong {2}: {3} lỗi, {4} cảnh báo.", "Checked {0} pages ({1} items) in {2}: {3} errors, {4} warnings.";
    UiAsking = Ui "", "Đang hỏi {0} trang ngoài…", "Asking {0} pages outside…";
    UiFailed = Ui "", "Có {0} lỗi và {1} cảnh báo; chưa ghi gì. Sửa các lỗi trên rồi chạy lại.", "{0} errors and {1} warnings; nothing was written. Mend the errors above and run again.";
    UiWaiting = Ui "", "Một lần dựng khác đang ghi vào {0}; đợi nó xong…", "Another build is writing to {0}; waiting for it to end…";
    UiPictures = Ui "", "làm ảnh", "making pictures";
    UiPlaces = Ui "", "Đã bỏ nơi chụp (tọa độ GPS) khỏi {0} ảnh.", "Removed the place (GPS) from {0} pictures.";
    UiPixels = Ui "", "{0} × {1} điểm ảnh", "{0} × {1} pixels";
    UiMegapixels = Ui "", "{0} triệu điểm ảnh", "{0} million pixels";
    UiWarnings = Ui "", "Có {0} cảnh báo.", "{0} warnings.";
    UiNoBaseUrl = Ui "", "Chưa có địa chỉ của cổng: nguồn tin (RSS), sơ đồ trang và địa chỉ gốc của từng trang thiếu tên miền.\nViết vào đầu site.toml, ví dụ: base_url = \"https://tenxa.tinh.gov.vn\"", "The site's address is not known: feeds, the sitemap and canonical URLs have no host.\nWrite at the top of site.toml, for example: base_url = \"https://commune.province.gov.vn\"";
    UiReport = Ui "", "Báo cáo từ {0} đến {1}: {2} tin, bài (kỳ trước {3}), {4} hoạt động ngoài cổng.", "Report from {0} to {1}: {2} items ({3} in the period before), {4} activities off the page.";
    UiDeadline = Ui "", "Báo cáo phải gửi trước ngày {0}: còn {1} ngày (ngày làm việc cuối cùng là {2}, {3}).", "The report is due before {0}: {1} days left (the last day of work is {2}, {3}).";
    UiDeadlineToday = Ui "", "Báo cáo phải gửi trước ngày {0}: hôm nay là ngày cuối cùng.", "The report is due before {0}: today is the last day.";
    UiDeadlineLate = Ui "", "Báo cáo phải gửi trước ngày {0}: ngày làm việc cuối cùng, {1}, {2}, đã qua; hãy gửi ngay.", "The report is due before {0}: the last day of work, {1}, {2}, is over; send it at once.";
    UiHeldBack = Ui "", "Chưa đăng:", "Held back:";
    UiDraft = Ui "", "bản nháp", "draft";
    UiFuture = Ui "", "hẹn đăng {0}", "to appear on {0}";
    UiExpired = Ui "", "hết hạn từ {0}", "expired on {0}";
    UiNotApproved = Ui "", "chờ duyệt", "waiting for approval";
    UiAppears = Ui "", "sẽ đăng {0}", "appears on {0}";
    UiGoes = Ui "", "hết hạn {0}", "expires on {0}";
    UiNoPage = Ui "", "Chưa có trang để xem. Hãy sửa các lỗi được nêu; trang sẽ tự hiện ra.", "There is no page to show yet. Mend the mistakes that are listed and it will appear by itself.";
    UiMore = Ui "", "… và {0} mục nữa (xem tất cả: --json)", "… and {0} more (all of them: --json)";
    UiCreated = Ui "", "Đã tạo {0}", "Created {0}";
    UiInitNext = Ui "", "Tiếp theo:\n  cd {0}\n  trangxa xem         mở trình duyệt, xem trang trong khi viết\n  trangxa moi article \"Tên bài\" --in tin-tuc\n  trangxa dung        dựng trang vào public/", "Next:\n  cd {0}\n  trangxa preview     opens the browser, shows the site while you write\n  trangxa new article \"Title\" --in tin-tuc\n  trangxa build       builds into public/";
    UiNewNext = Ui "", "Mở tệp này, viết bài, bỏ dòng draft = true khi muốn đăng.", "Open the file, write, and remove draft = true when it may be published.";
    NewDraft = Ui "", "bản nháp: bỏ dòng này khi muốn đăng", "a draft: remove this line to publish";
    NewOptional = Ui "", "Các mục dưới đây không bắt buộc: bỏ dấu # ở đầu dòng để dùng.", "What follows is optional: remove the # at the start of a line to use it.";
    NewBody = Ui "", "Viết nội dung ở đây.", "Write here.";
    HelpNewTitle = Help "", "đặt tên có ít nhất một chữ cái hoặc chữ số", "give a name with at least one letter or digit";
    // The preview
    PortTaken = Error "port-taken", "cổng {0} đang có chương trình khác dùng", "the port {0} is in use by another program";
    HelpPort = Help "", "bỏ --port để trangxa tự tìm cổng, hoặc chọn số khác, ví dụ: --port {0}", "leave out --port and a free one is taken, or give another number, such as --port {0}";
    CannotServe = Ui "", "không mở được trang xem thử trên máy này ({0})", "the preview cannot be opened on this machine ({0})";
    HelpServe = Help "", "tắt trangxa đang chạy ở cửa sổ khác, khởi động lại máy rồi thử lại", "stop trangxa in other windows, restart the machine and try again";
    UiPreview = Ui "", "Xem thử tại {0} – sửa và lưu bài, trang tự đổi theo. Dừng: Ctrl+C.", "Preview at {0} – edit and save, the page follows. Stop with Ctrl+C.";
    UiSweeps = Ui "", "Ổ đĩa này không báo khi tệp thay đổi (ổ mạng, thẻ nhớ…): trang cập nhật sau vài giây.", "This drive does not tell of changed files (a network drive, a memory card…): pages are updated within seconds.";
    UiPreviewRunning = Ui "", "Trang này đang được xem thử tại {0}", "This site is already being previewed at {0}";
    UiPreviewMore = Ui "", "… và {0} chỗ nữa, xem tất cả tại {1}", "… and {0} more, all of them at {1}";
    UiPreviewOpen = Ui "", "Hãy mở địa chỉ này trong trình duyệt: {0}", "Open this address in a browser: {0}";
    UiPreviewStopped = Ui "", "Đã dừng xem thử.", "The preview has stopped.";
    UiStateBuilding = Ui "", "đang dựng", "building";
    UiStateFine = Ui "", "đang xem", "watching";
    UiStateErrors = Ui "", "có lỗi", "has errors";
    UiStatus = Ui "", "{0} · lúc {1}, trong {2} ms · {3} lỗi, {4} cảnh báo · {5}", "{0} · at {1}, in {2} ms · {3} errors, {4} warnings · {5}";
    UiStatusNext = Ui "", "sắp tới: {0} ({1})", "next: {0} ({1})";
    UiServed = Ui "", "Lưu → có trang mới", "Save → served";
    UiPainted = Ui "", "Lưu → hiện trên trình duyệt", "Save → painted";
    UiTook = Ui "", "{0}: {1} ms", "{0}: {1} ms";
    UiMeasured = Ui "", "{0}, {1} lần: một nửa trong {2} ms, 95% trong {3} ms, lâu nhất {4} ms", "{0}, {1} times: half within {2} ms, 95% within {3} ms, at most {4} ms";
    UiPhone = Ui "", "Xem trên điện thoại: nối điện thoại vào cùng mạng Wi-Fi rồi quét mã này, hoặc mở {0}\nChỉ xem được, đến {1}. Nếu Windows hỏi về tường lửa, chọn “Mạng riêng” (Private networks) rồi bấm “Cho phép truy cập” (Allow access).", "On a phone: join the same Wi-Fi and scan this code, or open {0}\nFor looking only, until {1}. If Windows asks about the firewall, choose “Private networks” and then “Allow access”.";
    UiPhoneBefore = Ui "", "Sắp chia sẻ trang xem thử cho điện thoại trong cùng mạng. Nếu Windows hỏi về tường lửa, chọn “Mạng riêng” (Private networks) rồi bấm “Cho phép truy cập” (Allow access).", "About to share the preview with phones in the same network. If Windows asks about the firewall, choose “Private networks” and then “Allow access”.";
    UiPhoneOver = Ui "", "Đã thôi chia sẻ với điện thoại.", "The preview is no longer shared with phones.";
    PhoneCode = Ui "", "Mã không đúng hoặc đã hết giờ. Hãy quét lại mã trên màn hình máy tính.", "The code is wrong or its time is over. Scan the code on the computer's screen again.";
    PhoneNoNetwork = Ui "", "Máy tính chưa ở trong mạng nội bộ nào. Hãy nối máy tính và điện thoại vào cùng một mạng Wi-Fi rồi thử lại.", "This computer is in no local network. Join the computer and the phone to the same Wi-Fi and try again.";
    PhoneFailed = Ui "", "Không chia sẻ được ({0}).", "Sharing failed ({0}).";
    PreviewRefused = Ui "", "Trang xem thử không trả lời yêu cầu này. Hãy mở bằng địa chỉ mà trangxa đã in ra.", "The preview does not answer this request. Open it by the address that trangxa printed.";
    PreviewList = Ui "", "Những chỗ cần sửa", "What is to be mended";
    PreviewNoProblems = Ui "", "Không có lỗi nào.", "There are no mistakes.";
    PreviewCount = Ui "", "{0} lỗi, {1} cảnh báo", "{0} errors, {1} warnings";
    PreviewHome = Ui "", "về trang chủ", "to the home page";
    PreviewSeePage = Ui "", "xem trang này", "see the page";
    OpenUnknown = Ui "", "Trang không có tệp {0}.", "The site has no file {0}.";
    OpenFailed = Ui "", "Không mở được {0} ({1}). Đặt biến TRANGXA_EDITOR để chọn chương trình, ví dụ: notepad.exe", "{0} cannot be opened ({1}). Set TRANGXA_EDITOR to choose a program, such as: notepad.exe";
    CliPreview = Ui "", "xem thử trong trình duyệt, lưu bài là trang đổi theo", "preview in the browser; the page follows every save";
    CliNumber = Ui "", "SO", "N";
    CliPort = Ui "", "cổng (mặc định: 5757 hoặc số trống kế tiếp)", "the port (default: 5757 or the next free one)";
    CliNoOpen = Ui "", "không tự mở trình duyệt", "do not open the browser";
    CliPhone = Ui "", "chia sẻ ngay với điện thoại trong cùng mạng, trong 30 phút", "share with phones in the same network at once, for 30 minutes";
    CliMeasure = Ui "", "đo từ lúc lưu đến lúc trang hiện ra", "measure from saving to painting";

    // The words of the preview's script
    WordLang = Ui "", "vi", "en";
    WordBar = Ui "", "Thanh xem trước", "Preview bar";
    WordOpenBar = Ui "", "Mở thanh xem trước", "Open the preview bar";
    WordOpenBarErrors = Ui "", "Mở thanh xem trước, {0} lỗi", "Open the preview bar, {0} errors";
    WordFoldBar = Ui "", "Thu gọn thanh xem trước", "Fold the preview bar away";
    WordOpenFile = Ui "", "Mở tệp", "Open file";
    WordOpenFileName = Ui "", "Mở tệp {0}", "Open file {0}";
    WordOpenFailed = Ui "", "Chưa mở được tệp. Mời tự mở: {0}", "The file could not be opened. Please open it by hand: {0}";
    WordNoFile = Ui "", "Trang do chương trình tự tạo", "This page is made by the program";
    WordErrors = Ui "", "{0} lỗi", "Errors: {0}";
    WordWarnings = Ui "", "{0} cảnh báo", "Warnings: {0}";
    WordNoErrors = Ui "", "Không có lỗi", "No errors";
    WordViews = Ui "", "Cách xem", "View";
    WordPhone = Ui "", "Điện thoại", "Phone";
    WordPhoneOn = Ui "", "Đang chia sẻ", "Sharing";
    WordMore = Ui "", "Thêm", "More";
    WordClose = Ui "", "Đóng", "Close";
    WordSize = Ui "", "Khổ màn hình", "Screen size";
    WordSize0 = Ui "", "Như cửa sổ này", "This window";
    WordSize360 = Ui "", "Điện thoại (360)", "Phone (360)";
    WordSize768 = Ui "", "Máy tính bảng (768)", "Tablet (768)";
    WordSize1280 = Ui "", "Máy tính (1280)", "Desktop (1280)";
    WordSizePrint = Ui "", "Bản in (khổ A4)", "Printed (A4)";
    WordLooks = Ui "", "Giao diện", "Look";
    WordDark = Ui "", "Nền tối", "Dark";
    WordContrast = Ui "", "Tương phản cao", "High contrast";
    WordGrey = Ui "", "Đen trắng", "Greyscale";
    WordFrame = Ui "", "Trang ở khổ {0}", "The page, {0}";
    WordPublic = Ui "", "Xem như người dân", "View as a resident";
    WordPublicDay = Ui "", "Vào ngày", "On the day";
    WordPublicToday = Ui "", "Để trống nếu xem theo hôm nay", "Empty means today";
    WordPublicNow = Ui "", "Đang xem như người dân", "Viewing as a resident";
    WordPublicOn = Ui "", "Đang xem như người dân, ngày {0}", "Viewing as a resident, on {0}";
    WordPublicEnd = Ui "", "Trở lại cách xem của người soạn", "Back to the editor’s view";
    WordPublicGone = Ui "", "Người dân không thấy trang này", "Residents do not see this page";
    WordFollowEdit = Ui "", "Đi theo chỗ đang sửa", "Go to the place being edited";
    WordFollowEditWhy = Ui "", "Khi chỗ vừa sửa nằm ngoài màn hình, trang cuộn đến đó.", "When the changed place is off screen, the page scrolls to it.";
    WordPin = Ui "", "Ghim trang này", "Pin this page";
    WordPinWhy = Ui "", "Khi lưu tệp khác, thẻ này vẫn ở lại trang đang xem.", "This tab stays here when another file is saved.";
    WordTop = Ui "", "Đưa thanh này lên trên", "Move this bar to the top";
    WordBottom = Ui "", "Đưa thanh này xuống dưới", "Move this bar to the bottom";
    WordPrint = Ui "", "In trang…", "Print the page…";
    WordNext = Ui "", "Sắp tới: {0}, {1}", "Next: {0}, {1}";
    WordOtherSaved = Ui "", "Vừa lưu một trang khác.", "Another page was saved.";
    WordGoThere = Ui "", "Đến trang đó", "Go to that page";
    WordGone = Ui "", "Trang này không còn trong cổng. Đang hiện bản cuối cùng của trang.", "This page is no longer part of the site. Its last version is shown.";
    WordGoUp = Ui "", "Lên mục trên", "Go to the section above";
    WordLost = Ui "", "Mất kết nối với chương trình xem trước. Trang sẽ tự nối lại khi chương trình chạy trở lại.", "Connection to the preview program lost. The page reconnects when the program runs.";
    WordBack = Ui "", "Đã nối lại", "Connected again";
    WordProblems = Ui "", "Lỗi và cảnh báo", "Errors and warnings";
    WordProblemsErrors = Ui "", "{0} lỗi cần sửa", "Errors to mend: {0}";
    WordProblemsWarnings = Ui "", "{0} cảnh báo", "Warnings: {0}";
    WordLastGood = Ui "", "Trang đang hiện là bản gần nhất không có lỗi. Sửa xong và lưu lại, bảng này tự đóng.", "The page shown is the last version without errors. This panel closes by itself once the errors are mended and saved.";
    WordFoldProblems = Ui "", "Thu nhỏ", "Fold away";
    WordError = Ui "", "Lỗi", "Error";
    WordWarning = Ui "", "Cảnh báo", "Warning";
    WordWholeSite = Ui "", "Cả cổng", "Whole site";
    WordHelp = Ui "", "Cách sửa", "What to do";
    WordNote = Ui "", "Xem thêm", "See also";
    WordCopy = Ui "", "Chép vị trí", "Copy place";
    WordCopied = Ui "", "Đã chép", "Copied";
    WordCopyFailed = Ui "", "Chưa chép được", "Could not be copied";
    WordHere = Ui "", "Trang đang xem", "This page";
    WordPhoneTitle = Ui "", "Xem trên điện thoại", "View on a phone";
    WordPhoneWhat = Ui "", "Điện thoại dùng chung Wi-Fi với máy này sẽ xem được các trang, nhưng không sửa được. Việc chia sẻ tự tắt sau 30 phút.", "A phone on the same Wi-Fi network as this computer can view the pages and change nothing. Sharing ends by itself after 30 minutes.";
    WordPhoneFirewall = Ui "", "Lần đầu, Windows có thể hỏi có cho phép chương trình dùng mạng hay không. Chỉ chọn “Mạng riêng” (Private networks), rồi bấm “Cho phép truy nhập” (Allow access). Không dùng ở mạng Wi-Fi công cộng.", "The first time, Windows may ask whether the program may use the network. Choose only “Private networks”, then press “Allow access”. Do not use this on public Wi-Fi.";
    WordPhoneStart = Ui "", "Bắt đầu chia sẻ", "Start sharing";
    WordPhoneStop = Ui "", "Dừng chia sẻ", "Stop sharing";
    WordPhoneScan = Ui "", "Mở máy ảnh trên điện thoại và hướng vào mã này:", "Point the phone’s camera at this code:";
    WordPhoneQr = Ui "", "Mã QR của địa chỉ {0}", "QR code of the address {0}";
    WordPhoneUntil = Ui "", "Tự tắt lúc {0}", "Ends by itself at {0}";
    WordPhoneShow = Ui "", "Hiện lại mã", "Show the code again";
    WordPhoneFailed = Ui "", "Chưa chia sẻ được. Hãy kiểm tra máy này đã nối mạng Wi-Fi chưa.", "Sharing did not start. Please check that this computer is connected to Wi-Fi.";

    CliAbout = Ui "", "Dựng cổng thông tin điện tử của xã từ các bài viết Markdown.", "Makes a commune's portal from Markdown.";
    CliUsage = Ui "", "Cách dùng", "Usage";
    CliCommands = Ui "", "Lệnh", "Commands";
    CliOptions = Ui "", "Tùy chọn", "Options";
    CliAnyOption = Ui "", "[TUY-CHON]", "[OPTIONS]";
    CliAnyCommand = Ui "", "<LENH>", "<COMMAND>";
    CliAlias = Ui "", "[hoặc: ", "[alias: ";
    CliHelp = Ui "", "xem hướng dẫn", "show this help";
    CliVersion = Ui "", "xem phiên bản", "show the version";
    CliFolder = Ui "", "THU-MUC", "FOLDER";
    CliRoot = Ui "", "thư mục của trang (mặc định: thư mục gần nhất có site.toml)", "the site's folder (default: the nearest with a site.toml)";
    CliLang = Ui "", "ngôn ngữ của thông báo: vi hoặc en", "the language of messages: vi or en";
    CliJson = Ui "", "in kết quả thành các dòng JSON", "print results as JSON lines";
    CliToday = Ui "", "coi ngày này là hôm nay", "take this day for today";
    CliInit = Ui "", "tạo một trang mới", "make a new site";
    CliInitDir = Ui "", "thư mục của trang mới", "the new site's folder";
    CliNew = Ui "", "tạo một bài mới", "make a new page";
    CliKind = Ui "", "KIEU", "KIND";
    CliTitle = Ui "", "TEN-BAI", "TITLE";
    CliSection = Ui "", "CHUYEN-MUC", "SECTION";
    CliNewKind = Ui "", "kiểu bài", "the kind";
    CliNewTitle = Ui "", "tên bài, trong ngoặc kép", "the title, in quotes";
    CliNewIn = Ui "", "chuyên mục, ví dụ tin-tuc", "the section, such as tin-tuc";
    CliBuild = Ui "", "dựng trang vào public/", "build the site into public/";
    CliOut = Ui "", "thư mục kết quả (mặc định: public)", "the output folder (default: public)";
    CliBaseUrl = Ui "", "dùng địa chỉ này thay cho base_url", "use this in place of base_url";
    CliDrafts = Ui "", "dựng cả bản nháp, bài hẹn ngày và bài hết hạn", "include drafts, scheduled and expired pages";
    CliCheck = Ui "", "kiểm tra tất cả mà không ghi gì", "check everything without writing";
    CliStrict = Ui "", "coi cảnh báo như lỗi", "take warnings for errors";
    CliExternal = Ui "", "hỏi cả các trang ngoài mà bài viết dẫn tới", "also ask the pages outside that texts lead to";
    CliKit = Ui "", "làm bộ tài liệu của một bài cho mạng xã hội, loa, giấy in, thư điện tử", "make the kit of a page for social networks, loudspeakers, print and mail";
    CliPage = Ui "", "BAI", "PAGE";
    CliKitPage = Ui "", "tệp hoặc địa chỉ của bài, ví dụ content/tin-tuc/bai-viet.md", "the page's file or address, such as content/tin-tuc/bai-viet.md";
    CliKitOut = Ui "", "thư mục nhận bộ tài liệu (mặc định: bo-tai-lieu)", "the folder for kits (default: bo-tai-lieu)";
    CliReport = Ui "", "làm báo cáo định kỳ: số liệu, đường dẫn từng bài, bản Word để ký", "make the periodical report: figures, the address of every item, a Word document to sign";
    CliFrom = Ui "", "ngày đầu kỳ (mặc định: hạn báo cáo trước, theo site.toml)", "the first day (default: the deadline before, as site.toml says)";
    CliTo = Ui "", "ngày cuối kỳ (mặc định: hôm nay)", "the last day (default: today)";
    CliReportOut = Ui "", "thư mục ghi báo cáo (mặc định: bao-cao)", "where to write it (default: bao-cao)";
    CliCompletions = Ui "", "in mã hoàn thành lệnh cho shell", "print shell completions";
    CliShell = Ui "", "bash, zsh, fish, powershell, elvish", "bash, zsh, fish, powershell, elvish";
    UsageCommand = Ui "", "không có lệnh “{0}”", "there is no command “{0}”";
    UsageOption = Ui "", "không có tùy chọn “{0}”", "there is no option “{0}”";
    UsageExtra = Ui "", "lệnh này không nhận “{0}”", "this command does not take “{0}”";
    UsageNoValue = Ui "", "{0} cần một giá trị", "{0} needs a value";
    UsagePeriod = Ui "", "ngày cuối kỳ {1} sớm hơn ngày đầu kỳ {0}", "the last day {1} is earlier than the first {0}";
    HelpPeriod = Help "", "ví dụ: trangxa bao-cao --from 2026-07-01 --to 2026-12-31", "for example: trangxa report --from 2026-07-01 --to 2026-12-31";
    UsageMissing = Ui "", "còn thiếu: {0}", "missing: {0}";
    UsageValue = Ui "", "“{0}” không dùng được cho {1}", "“{0}” cannot be used for {1}";
    UsageOther = Ui "", "lệnh viết sai: {0}", "wrong usage: {0}";
    UsageSeeHelp = Ui "", "xem hướng dẫn: trangxa --help", "see: trangxa --help";
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_error_and_warning_has_a_code_of_its_own_and_nothing_else_has() {
        let mut seen = BTreeSet::new();
        for msg in Msg::ALL {
            let coded = matches!(msg.level(), Level::Error | Level::Warning);
            assert_eq!(coded, !msg.code().is_empty(), "{msg:?}");
            assert!(!coded || seen.insert(msg.code()), "{msg:?} repeats a code");
        }
    }

    #[test]
    fn both_languages_use_the_same_arguments() {
        for msg in Msg::ALL {
            for n in 0..6 {
                let mark = format!("{{{n}}}");
                assert_eq!(
                    msg.text(Lang::Vi).contains(&mark),
                    msg.text(Lang::En).contains(&mark),
                    "{msg:?} differs in {mark}"
                );
            }
        }
    }
}
