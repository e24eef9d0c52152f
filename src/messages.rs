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
    BrokenImage = Error "broken-image", "không có tệp ảnh “{0}”", "there is no picture “{0}”";
    HelpImagePlace = Help "", "đặt ảnh cạnh bài viết hoặc trong thư mục static/, và viết đúng tên, cả chữ hoa, chữ thường", "put the picture beside the article or in static/, and spell its name exactly";
    RemoteImage = Error "remote-image", "ảnh lấy từ trang khác: {0}", "the picture comes from another site: {0}";
    HelpRemoteImage = Help "", "tải ảnh về, đặt cạnh bài viết (và ghi nguồn): trang của xã không được gọi sang trang khác", "download it and put it beside the article (and credit it): a state page must not call other sites";
    BadImage = Error "bad-image", "tệp ảnh “{0}” hỏng hoặc không phải ảnh", "the file “{0}” is broken or not a picture";
    HelpBadImage = Help "", "mở ảnh bằng chương trình xem ảnh và lưu lại thành JPEG hoặc PNG", "open it in a picture viewer and save it as JPEG or PNG";
    MissingAlt = Error "missing-alt", "ảnh chưa có mô tả cho người không nhìn thấy", "the picture has no description for people who cannot see it";
    HelpAlt = Help "", "viết điều ảnh cho thấy vào ngoặc vuông: ![Người dân làm thủ tục tại bộ phận một cửa]({0})", "say what it shows in the brackets: ![Residents at the one-stop office]({0})";
    MissingFile = Error "missing-file", "không có tệp “{0}”", "there is no file “{0}”";
    HelpFilePlace = Help "", "đặt tệp cạnh bài viết hoặc trong thư mục static/", "put the file beside the page or in static/";
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
    UnknownBlock = Error "unknown-block", "không có khối “{0}”", "there is no block “{0}”";
    UnclosedBlock = Error "unclosed-block", "khối “::: {0}” không có dòng ::: kết thúc", "the block “::: {0}” has no closing :::";
    HelpCloseBlock = Help "", "thêm một dòng chỉ có ::: sau khối", "add a line with only ::: after the block";
    StrayBlockEnd = Error "stray-block-end", "dòng ::: này không đóng khối nào", "this ::: closes no block";
    HelpStrayBlock = Help "", "xóa dòng này, hoặc viết tên khối sau dấu :::", "delete the line, or write a block's name after :::";
    BadBlockArgument = Error "bad-block-argument", "tham số của khối viết sai: {0}", "an argument of the block is not well written: {0}";
    UnknownBlockArgument = Error "unknown-block-argument", "khối “{0}” không có tham số “{1}”", "the block “{0}” has no argument “{1}”";
    MissingBlockArgument = Error "missing-block-argument", "khối “{0}” thiếu tham số “{1}”", "the block “{0}” lacks the argument “{1}”";
    UnusedFootnote = Warning "unused-footnote", "chú thích [^{0}] không được nhắc tới trong bài", "the footnote [^{0}] is never referred to";
    HelpFootnote = Help "", "thêm [^{0}] vào chỗ cần chú thích, hoặc xóa dòng này", "put [^{0}] where it belongs, or delete the line";
    MissingFootnote = Warning "missing-footnote", "bài không có chú thích nào tên “[^{0}]”; người đọc sẽ thấy nguyên dấu này", "there is no footnote “[^{0}]”; readers see the mark as it is";
    HelpMissingFootnote = Help "", "thêm dòng “[^{0}]: nội dung chú thích” vào cuối bài, hoặc xóa dấu này", "put a line “[^{0}]: text of the footnote” at the end, or delete the mark";
    LiteralStars = Warning "literal-stars", "dấu ** ở đây không tạo được chữ đậm", "these ** do not make bold text";
    HelpStars = Help "", "thêm dấu cách sau ** đóng (hoặc trước ** mở), như: **Kết luận:** nội dung; dấu ** thừa thì xóa", "put a space after the closing ** (or before the opening one), as in **Note:** text; delete a ** that is alone";
    HeadingOne = Warning "heading-one", "trong bài không dùng tiêu đề cấp 1 (#): tên bài đã là tiêu đề cấp 1", "no level-1 heading (#) in a text: the page's title is one";
    HelpHeadingOne = Help "", "đổi # thành ##", "change # to ##";
    HelpHeadingUnderlined = Help "", "viết ## ở đầu dòng này và xóa dòng === bên dưới", "write ## before this line and delete the === below it";
    HeadingSkip = Error "heading-skip", "tiêu đề nhảy từ cấp {0} xuống cấp {1}", "the headings jump from level {0} to level {1}";
    HelpHeadingSkip = Help "", "dùng {0} thay cho {1}", "use {0} in place of {1}";
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
    NoteDocument = Note "", "văn bản ghi ở đây", "the document is recorded here";
    DuplicateSymbol = Error "duplicate-symbol", "hai văn bản cùng số, ký hiệu “{0}”", "two documents have the symbol “{0}”";
    HelpDuplicateSymbol = Help "", "giữ một trang cho mỗi văn bản, hoặc ghi cả năm: 12/2026/QĐ-UBND", "keep one page per document, or give the year: 12/2026/QĐ-UBND";
    DateOrder = Error "date-order", "“{0}” sớm hơn “{1}”", "“{0}” is earlier than “{1}”";
    HelpDateOrder = Help "", "xem lại hai ngày này trong văn bản", "check both dates in the document";

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
    NoteTemplatePages = Note "", "mẫu dừng ở đây; còn {0} trang khác cũng hỏng vì chỗ này", "the template stopped here; {0} more pages stop at this place";
    HelpTemplateFailed = Help "", "tên mà mẫu được dùng có trong docs/templates.md", "the names that a template may use are in docs/templates.md";
    UnknownAsset = Error "unknown-asset", "giao diện không có tệp static/{0}", "the theme has no file static/{0}";
    HomeIsMissing = Warning "missing-home", "chưa có tệp content/_index.md cho trang chủ; tạm lấy tên cổng làm tên trang chủ", "there is no content/_index.md for the home page; the site's title is used for now";
    HelpHome = Help "", "tạo tệp content/_index.md có ba dòng: +++ rồi title = \"Tên trang chủ\" rồi +++, sau đó viết vài dòng giới thiệu", "make content/_index.md with three lines: +++ then title = \"Title\" then +++, and a few lines below";

    // What the program itself writes into pages
    PageTaskDone = Ui "", "Đã xong", "Done";
    PageTaskOpen = Ui "", "Chưa xong", "Not done";
    PageAlertNote = Ui "", "Lưu ý", "Note";
    PageAlertTip = Ui "", "Mẹo", "Tip";
    PageAlertImportant = Ui "", "Quan trọng", "Important";
    PageAlertWarning = Ui "", "Cảnh báo", "Warning";
    PageAlertCaution = Ui "", "Thận trọng", "Caution";
    PageTable = Ui "", "Bảng", "Table";
    PageHeadingId = Ui "", "muc", "section";
    PageFootnote = Ui "", "Chú thích", "Footnote";
    PageFootnotes = Ui "", "Chú thích", "Footnotes";
    PageFootnoteBack = Ui "", "Về chỗ chú thích", "Back to footnote";
    PageHome = Ui "", "Trang chủ", "Home";
    PageSearch = Ui "", "Tìm kiếm", "Search";
    PageSiteMap = Ui "", "Sơ đồ trang", "Site map";
    PageNotFound = Ui "", "Không tìm thấy trang", "Page not found";

    // Writing
    ForeignFile = Error "foreign-file", "{0} có sẵn và không do trangxa tạo; không ghi đè", "{0} is there and was not made by trangxa; it is not overwritten";
    HelpForeignFile = Help "", "chuyển tệp đó đi nơi khác, hoặc chọn thư mục khác: --out THU-MUC", "move it away, or choose another folder: --out FOLDER";
    CannotWrite = Error "cannot-write", "không ghi được {0} ({1})", "{0} cannot be written ({1})";
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
    LargeFile = Error "large-file", "tệp {0} quá lớn để đăng: {1} (tối đa {2})", "the file {0} is too large to publish: {1} (at most {2})";
    HelpLargeFile = Help "", "nén hoặc chia nhỏ tệp; hoặc ghi max_file_mb trong [publish.{0}]", "make it smaller or split it; or write max_file_mb in [publish.{0}]";
    Insecure = Warning "insecure-host", "[publish.{0}] có insecure = true: mật khẩu và tệp gửi tới {1} không được mã hóa, người khác trên đường truyền có thể đọc", "[publish.{0}] has insecure = true: the password and the files for {1} are not encrypted and can be read on the way";
    HelpInsecure = Help "", "đề nghị đơn vị quản lý máy chủ mở SFTP hoặc FTPS, rồi xóa dòng insecure", "ask those who run the host for SFTP or FTPS, then delete the line insecure";
    HostLost = Error "host-lost", "mất kết nối với {0} ({1})", "the connection to {0} is lost ({1})";
    HelpHostLost = Help "", "kiểm tra mạng và tên máy chủ rồi chạy lại; phần đã gửi không phải gửi lại, cổng đang chạy vẫn nguyên vẹn", "check the network and the host's name and run again; what was sent need not be sent again, and the live site is whole";
    HostSlow = Error "host-slow", "{0} không trả lời ({1})", "{0} does not answer ({1})";
    HostBusy = Error "host-busy", "{0} đang bận hoặc không nhận thêm kết nối ({1})", "{0} is busy or takes no more connections ({1})";
    HelpHostBusy = Help "", "chờ vài phút rồi chạy lại, hoặc ghi connections = 1 trong site.toml", "wait some minutes and run again, or write connections = 1 in site.toml";
    HostRefused = Error "host-refused", "{0} không cho làm việc này ({1})", "{0} refuses ({1})";
    HelpHostRefused = Help "", "kiểm tra mục path trong site.toml và quyền ghi của tài khoản trên máy chủ", "check path in site.toml and whether the account may write on the host";
    HostFull = Error "host-full", "{0} hết chỗ chứa ({1})", "{0} has no room left ({1})";
    HelpHostFull = Help "", "xóa bớt tệp cũ trên máy chủ hoặc xin thêm dung lượng, rồi chạy lại", "remove old files on the host or ask for more room, then run again";
    HostUntrue = Error "host-untrue", "{0} báo đã nhận nhưng tệp không đúng ({1})", "{0} said that it had the file, and the file is not right ({1})";
    HelpHostUntrue = Help "", "chạy lại; nếu vẫn vậy, báo cho đơn vị quản lý máy chủ", "run again; if it stays so, tell those who run the host";
    HostLogin = Error "host-login", "{0} không nhận tên đăng nhập hoặc mật khẩu ({1})", "{0} does not accept the name or the password ({1})";
    HelpHostLogin = Help "", "kiểm tra user trong site.toml và mật khẩu (hoặc tệp khóa)", "check user in site.toml and the password (or the key file)";
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
    RemovesMuch = Error "removes-much", "lần đăng này sẽ xóa {0} trong {1} tệp trên máy chủ", "this would remove {0} of {1} files on the host";
    HelpRemovesMuch = Help "", "xem lại bằng --dry-run --list; nếu đúng ý, chạy lại với --allow-removals", "look with --dry-run --list; if it is meant, run again with --allow-removals";
    OthersPublished = Error "others-published", "máy kia đã đăng {0} bài bạn chưa có: {1}", "another machine has published {0} pages that you do not have: {1}";
    HelpOthersPublished = Help "", "chép thư mục bài viết từ máy kia về rồi đăng lại; nếu muốn bỏ các bài đó, chạy lại với --over-others", "copy the texts from that machine and publish again; to drop those pages, run again with --over-others";
    ManifestLost = Warning "manifest-lost", "bảng kê trên máy chủ bị mất hoặc đã cũ; đã đối chiếu từng tệp", "the list of files on the host is missing or old; each file was compared";
    UiAndMore = Ui "", "{0} và {1} mục khác", "{0} and {1} more";
    UiNothingToPublish = Ui "", "Không có gì mới: {0} đã đúng như máy này.", "Nothing is new: {0} is as it is here.";
    UiPublishPlan = Ui "", "Sẽ gửi lên {0}: {1}.", "To be sent to {0}: {1}.";
    UiPublished = Ui "", "Đã đăng lên {0}: {1}, trong {2}.", "Published to {0}: {1}, in {2}.";
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
    CliHostKey = Ui "", "khóa của máy chủ (SHA256:…), đã hỏi đơn vị quản lý", "the host's key (SHA256:…), as those who run it gave it";
    CliPublish = Ui "", "đăng lên máy chủ, chỉ gửi những gì thay đổi", "publish to a host; only what changed is sent";
    CliTarget = Ui "", "NOI-DANG", "TARGET";
    CliPublishTarget = Ui "", "tên nơi đăng trong site.toml (mặc định: nơi có default = true)", "its name in site.toml (default: the one with default = true)";
    CliDryRun = Ui "", "chỉ nói sẽ làm gì", "only say what would be done";
    CliList = Ui "", "kể tên từng tệp", "name every file";
    CliAllowRemovals = Ui "", "cho phép xóa nhiều tệp trên máy chủ", "allow that many files are removed on the host";
    CliTakeOver = Ui "", "cho phép ghi đè tệp không do trangxa gửi", "allow that files that trangxa did not put there are replaced";
    CliOverOthers = Ui "", "cho phép bỏ những gì máy khác đã đăng", "allow that what another machine published is lost";

    // The command line
    UiWriting = Ui "", "ghi trang", "writing";
    UiBuilt = Ui "", "Đã dựng {0} trang ({1} bài) trong {2}.", "Built {0} pages ({1} items) in {2}.";
    UiChanges = Ui "", "{0} tệp mới, {1} tệp đổi, {2} tệp xóa, {3} tệp giữ nguyên → {4}", "{0} new, {1} changed, {2} removed, {3} unchanged → {4}";
    UiChecked = Ui "", "Đã kiểm tra {0} trang ({1} bài) trong {2}: {3} lỗi, {4} cảnh báo.", "Checked {0} pages ({1} items) in {2}: {3} errors, {4} warnings.";
    UiFailed = Ui "", "Có {0} lỗi và {1} cảnh báo; chưa ghi gì. Sửa các lỗi trên rồi chạy lại.", "{0} errors and {1} warnings; nothing was written. Mend the errors above and run again.";
    UiWarnings = Ui "", "Có {0} cảnh báo.", "{0} warnings.";
    UiNoBaseUrl = Ui "", "Chưa có địa chỉ của cổng: nguồn tin (RSS), sơ đồ trang và địa chỉ gốc của từng trang thiếu tên miền.\nViết vào đầu site.toml, ví dụ: base_url = \"https://tenxa.tinh.gov.vn\"", "The site's address is not known: feeds, the sitemap and canonical URLs have no host.\nWrite at the top of site.toml, for example: base_url = \"https://commune.province.gov.vn\"";
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
    UiInitNext = Ui "", "Tiếp theo:\n  cd {0}\n  trangxa dung        dựng trang vào public/\n  trangxa moi article \"Tên bài\" --in tin-tuc", "Next:\n  cd {0}\n  trangxa build       builds into public/\n  trangxa new article \"Title\" --in tin-tuc";
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
    CliCompletions = Ui "", "in mã hoàn thành lệnh cho shell", "print shell completions";
    CliShell = Ui "", "bash, zsh, fish, powershell, elvish", "bash, zsh, fish, powershell, elvish";
    UsageCommand = Ui "", "không có lệnh “{0}”", "there is no command “{0}”";
    UsageOption = Ui "", "không có tùy chọn “{0}”", "there is no option “{0}”";
    UsageExtra = Ui "", "lệnh này không nhận “{0}”", "this command does not take “{0}”";
    UsageNoValue = Ui "", "{0} cần một giá trị", "{0} needs a value";
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
