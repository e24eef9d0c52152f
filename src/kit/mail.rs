//! The page as a bulletin by e-mail: one HTML file whose styles stand in its elements, because programs for mail know no
//! style sheets.

use super::share::Words;
use super::story::{Look, Piece, escaped, html};
use crate::messages::{Lang, Msg};

const LOOK: Look = Look(&[
    (
        "heading",
        "margin:24px 0 8px;font-size:20px;line-height:1.35;color:#a81219",
    ),
    ("paragraph", "margin:0 0 14px"),
    ("item", "margin:0 0 6px"),
    ("list", "margin:0 0 14px;padding-left:24px"),
    (
        "quote",
        "margin:0 0 14px;padding:2px 0 2px 14px;border-left:4px solid #f0b400",
    ),
    (
        "table",
        "margin:0 0 14px;border-collapse:collapse;width:100%",
    ),
    (
        "cell",
        "border:1px solid #c9bfb5;padding:6px 8px;text-align:left;vertical-align:top",
    ),
    ("picture", "max-width:100%;height:auto"),
    ("link", "color:#8a0f14"),
]);

/// The whole file. `at` makes whole addresses of the page's links and pictures.
#[must_use]
pub fn bulletin(
    words: &Words,
    date: Option<&str>,
    pieces: &[Piece],
    at: &dyn Fn(&str) -> Option<String>,
) -> String {
    let (title, owner) = (escaped(&words.title), escaped(&words.owner));
    let date = date.map_or_else(String::new, |date| {
        format!("<p style=\"margin:0 0 18px;color:#5a524b;font-size:15px\">{date}</p>\n")
    });
    let more = words.address.as_deref().map_or_else(String::new, |address| {
        let address = escaped(address);
        let lead = Msg::KitReadMore.text(Lang::Vi);
        format!("<p style=\"margin:0 0 8px\">{lead} <a href=\"{address}\" style=\"color:#8a0f14\">{address}</a></p>\n")
    });
    let text = html(pieces, at, &LOOK);
    format!(
        "<!doctype html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n</head>\n\
         <body style=\"margin:0;background:#f4efe8\">\n\
         <div style=\"max-width:640px;margin:0 auto;background:#fffdf9;color:#1d1a18;font:17px/1.6 Arial,Helvetica,sans-serif\">\n\
         <div style=\"padding:16px 24px;background:#a81219;color:#fff;font-weight:bold\">{owner}</div>\n\
         <div style=\"padding:24px\">\n\
         <h1 style=\"margin:0 0 8px;font-size:26px;line-height:1.3\">{title}</h1>\n{date}{text}</div>\n\
         <div style=\"padding:16px 24px;border-top:1px solid #e2d8cc;font-size:15px\">\n{more}<p style=\"margin:0\">{owner}</p>\n</div>\n\
         </div>\n</body>\n</html>\n"
    )
}
