//! Feeds, sitemap and the list of all items: files for machines, each a pure function of its job.

use std::borrow::Cow;

use quick_xml::escape::escape;
use serde::Serialize;
use serde_json::json;

use crate::job::{FeedFormat, FeedJob, SitemapEntry};
use crate::moment::Moment;
use crate::views::{Card, SiteView};

/// Text for XML: escaped, without the control characters that XML 1.0 forbids.
fn xml(text: &str) -> Cow<'_, str> {
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"/-.: _".contains(&b);
    if text.bytes().all(is_plain) {
        return text.into(); // every address
    }
    let is_forbidden = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    if text.contains(is_forbidden) {
        escape(text.replace(is_forbidden, "")).into_owned().into()
    } else {
        escape(text)
    }
}

fn moment_of(card: &Card) -> Option<Moment> {
    let text = card.date.as_deref()?;
    let local = text.get(..19)?.parse().ok()?;
    Some(Moment::new(local))
}

/// A feed's bytes.
#[must_use]
pub fn feed(job: &FeedJob) -> String {
    match job.format {
        FeedFormat::Rss => rss(job),
        FeedFormat::Atom => atom(job),
        FeedFormat::Json => json_feed(job),
    }
}

/// RSS 2.0 (<https://www.rssboard.org/rss-specification>).
fn rss(job: &FeedJob) -> String {
    let base = &job.site.base_url;
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\">\n\
         <channel>\n<title>{}</title>\n<link>{}</link>\n<description>{}</description>\n<language>{}</language>\n\
         <atom:link href=\"{}\" rel=\"self\" type=\"application/rss+xml\"/>\n",
        xml(&job.title),
        xml(&format!("{base}/{}", job.home)),
        xml(if job.site.description.is_empty() {
            &job.title
        } else {
            &job.site.description
        }),
        xml(&job.site.language),
        xml(&format!("{base}/{}", job.path)),
    );
    for card in &job.items {
        let url = format!("{base}/{}", card.path);
        let url = xml(&url);
        out.push_str(&format!(
            "<item>\n<title>{}</title>\n<link>{url}</link>\n<guid>{url}</guid>\n",
            xml(&card.title)
        ));
        if let Some(moment) = moment_of(card) {
            out.push_str(&format!("<pubDate>{}</pubDate>\n", moment.rfc822()));
        }
        if let Some(section) = &card.section {
            out.push_str(&format!("<category>{}</category>\n", xml(&section.title)));
        }
        out.push_str(&format!(
            "<description>{}</description>\n</item>\n",
            xml(&card.description)
        ));
    }
    out + "</channel>\n</rss>\n"
}

/// Atom (RFC 4287). `updated` is that of the newest item: a feed without a change has the same bytes.
fn atom(job: &FeedJob) -> String {
    let base = &job.site.base_url;
    let updated = job
        .items
        .iter()
        .filter_map(|card| card.date.as_deref())
        .max()
        .unwrap_or("1970-01-01T07:00:00+07:00");
    let owner = job
        .site
        .organization
        .text("name")
        .unwrap_or(&job.site.title);
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <title>{}</title>\n<id>{}</id>\n<updated>{updated}</updated>\n<author><name>{}</name></author>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
        xml(&job.site.language),
        xml(&job.title),
        xml(&format!("{base}/{}", job.path)),
        xml(owner),
        xml(&format!("{base}/{}", job.path)),
        xml(&format!("{base}/{}", job.home)),
    );
    for card in &job.items {
        let url = format!("{base}/{}", card.path);
        let url = xml(&url);
        let date = card.date.as_deref().unwrap_or(updated);
        out.push_str(&format!(
            "<entry>\n<title>{}</title>\n<id>{url}</id>\n<link rel=\"alternate\" type=\"text/html\" href=\"{url}\"/>\n\
             <published>{date}</published>\n<updated>{date}</updated>\n<summary>{}</summary>\n</entry>\n",
            xml(&card.title),
            xml(&card.description),
        ));
    }
    out + "</feed>\n"
}

/// JSON Feed 1.1 (<https://jsonfeed.org/version/1.1>).
fn json_feed(job: &FeedJob) -> String {
    let base = &job.site.base_url;
    let items: Vec<_> = job
        .items
        .iter()
        .map(|card| {
            let url = format!("{base}/{}", card.path);
            let mut item = json!({
                "id": url,
                "url": url,
                "title": card.title,
                "content_text": card.description,
            });
            if let Some(date) = &card.date {
                item["date_published"] = json!(date);
            }
            if let Some(section) = &card.section {
                item["tags"] = json!([section.title]);
            }
            item
        })
        .collect();
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": job.title,
        "home_page_url": format!("{base}/{}", job.home),
        "feed_url": format!("{base}/{}", job.path),
        "description": job.site.description,
        "language": job.site.language,
        "items": items,
    });
    format!("{feed}\n")
}

/// A sitemap (<https://www.sitemaps.org/protocol.html>).
#[must_use]
pub fn sitemap(base: &str, entries: &[SitemapEntry]) -> String {
    let mut out = String::with_capacity(entries.len() * 120 + 200);
    out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for entry in entries {
        out.push_str("<url><loc>");
        out.push_str(&xml(base));
        out.push('/');
        out.push_str(&xml(&entry.path));
        out.push_str("</loc>");
        if let Some(modified) = &entry.modified {
            out.push_str("<lastmod>");
            out.push_str(modified);
            out.push_str("</lastmod>");
        }
        out.push_str("</url>\n");
    }
    out + "</urlset>\n"
}

/// All public items as JSON, for other systems (state portals must share structured data) and for the search page.
/// `path` counts from the site's root.
#[must_use]
pub fn items<'c>(site: &SiteView, cards: impl Iterator<Item = &'c Card>) -> String {
    let mut out = format!(
        "{{\"title\":{},\"base_url\":{},\"items\":[\n",
        json!(site.title),
        json!(site.base_url)
    );
    for (i, card) in cards.enumerate() {
        if i > 0 {
            out.push_str(",\n");
        }
        let document = card.document.as_ref().map(|document| ItemDocument {
            symbol: &document.symbol,
            r#type: document.r#type.as_deref(),
            issuer: document.issuer.as_deref(),
            field: document.field.as_deref(),
            issued: document.issued.as_deref(),
            effective: document.effective.as_deref(),
            expired: document.expired.as_deref(),
            status: document.status,
        });
        let item = Item {
            title: &card.title,
            path: &card.path,
            kind: card.kind,
            date: card.date.as_deref(),
            section: card.section.as_ref().map(|section| &*section.title),
            description: &card.description,
            document,
        };
        out.push_str(&serde_json::to_string(&item).expect("texts and nothing else"));
    }
    out + "\n]}\n"
}

#[derive(Serialize)]
struct Item<'c> {
    title: &'c str,
    path: &'c str,
    kind: &'c str,
    date: Option<&'c str>,
    section: Option<&'c str>,
    description: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<ItemDocument<'c>>,
}

#[derive(Serialize)]
struct ItemDocument<'c> {
    symbol: &'c str,
    r#type: Option<&'c str>,
    issuer: Option<&'c str>,
    field: Option<&'c str>,
    issued: Option<&'c str>,
    effective: Option<&'c str>,
    expired: Option<&'c str>,
    status: Option<&'c str>,
}
