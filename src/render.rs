//! Rendering: from a job to the bytes of its file.
//!
//! A page is rendered from its job and its body, both of which the job's fingerprint covers, and from the answers to
//! what its template asks (see `query`).

use std::sync::Arc;

use tera::{Context, Value};

use crate::diag::Diagnostic;
use crate::draw::{About, Page, SvgError, pdf};
use crate::job::{CardJob, PageJob, PosterJob};
use crate::parse::Body;
use crate::parse::block::is_known;
use crate::poster::{Output, pieces};
use crate::query::{self, Asked, Index};
use crate::site::Fills;
use crate::theme::Theme;
use crate::theme::drawings::{CARD, POSTER};
use crate::views::SocialCard;

/// Renders a page into `out` and gives the queries that it made.
///
/// # Errors
/// The diagnostic of a template that failed.
pub fn page(
    theme: &Theme,
    job: &PageJob,
    body: Option<&Body>,
    index: &Arc<Index>,
    out: &mut Vec<u8>,
) -> Result<Vec<Asked>, Box<Diagnostic>> {
    let (result, asked) = query::during(index, || page_inner(theme, job, body, out));
    result.map(|()| asked)
}

fn page_inner(
    theme: &Theme,
    job: &PageJob,
    body: Option<&Body>,
    out: &mut Vec<u8>,
) -> Result<(), Box<Diagnostic>> {
    let mut html = String::new();
    if let (Some(body), Some(body_job)) = (body, &job.body) {
        html.reserve(body.html.len() + 1024);
        fill(&body.html, body, &body_job.fills, theme, job, &mut html)?;
    }
    let mut context = Context::new();
    context.insert_value("root", Value::from(job.root.as_str()));
    context.insert_value("site", job.site.value());
    context.insert_value("page", Value::from_serializable(&job.page));
    context.insert_value("body", Value::safe_string(&html));
    for (name, part) in &job.parts {
        context.insert_value(*name, part.value());
    }
    theme.render(&job.template, &context, &job.file, out)
}

/// The SVG of a social card.
///
/// # Errors
/// The diagnostic of a template that failed.
pub fn card(theme: &Theme, job: &CardJob) -> Result<String, Box<Diagnostic>> {
    let fonts = theme.drawings().fonts();
    let emblem = job.emblem.as_ref().and_then(|emblem| emblem.url(fonts));
    let mut context = Context::new();
    context.insert_value("card", Value::from_serializable(&job.card));
    context.insert_value("emblem", emblem.map_or(Value::none(), Value::safe_string));
    theme.svg(CARD, &context, &job.file)
}

/// The picture of a social card from its SVG.
///
/// # Errors
/// The diagnostic of a drawing that is no SVG.
pub fn card_png(theme: &Theme, job: &CardJob, svg: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
    let drawing = theme.drawing(CARD, svg, &job.file)?;
    Ok(drawing.png(SocialCard::WIDTH, SocialCard::HEIGHT))
}

/// The SVG of a poster.
///
/// # Errors
/// The diagnostic of a template that failed.
pub fn poster(theme: &Theme, job: &PosterJob, body: &Body) -> Result<String, Box<Diagnostic>> {
    let fonts = theme.drawings().fonts();
    let emblem = job.emblem.as_ref().and_then(|emblem| emblem.url(fonts));
    let (width, height) = job.output.size();
    let mut context = Context::new();
    context.insert_value("poster", Value::from_serializable(&job.poster));
    context.insert_value("pieces", Value::from_serializable(&pieces(body)));
    context.insert_value("emblem", emblem.map_or(Value::none(), Value::safe_string));
    context.insert_value("width", Value::from(width));
    context.insert_value("height", Value::from(height));
    theme.svg(POSTER, &context, &job.file)
}

/// The picture or print of a poster from its SVG.
///
/// # Errors
/// The diagnostic of a drawing that is no SVG.
pub fn poster_file(theme: &Theme, job: &PosterJob, svg: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
    let drawing = theme.drawing(POSTER, svg, &job.file)?;
    Ok(match job.output {
        Output::Png(width, height) => drawing.png(width, height),
        Output::Pdf(paper) => {
            let about = About {
                title: job.poster.title.clone(),
                author: job.poster.organization.clone().unwrap_or_default(),
                language: job.language.clone(),
            };
            let drawing = &drawing;
            pdf(&[Page { drawing, paper }], &about)
                .map_err(|error| theme.broken_drawing(POSTER, &job.file, &SvgError(error)))?
        }
    })
}

/// Fills the holes of a body; see `parse::Body` for what they look like.
fn fill(
    html: &str,
    body: &Body,
    fills: &Fills,
    theme: &Theme,
    job: &PageJob,
    out: &mut String,
) -> Result<(), Box<Diagnostic>> {
    let mut pieces = html.split('\0');
    out.push_str(pieces.next().unwrap_or(""));
    while let (Some(hole), Some(text)) = (pieces.next(), pieces.next()) {
        let (kind, n) = hole.split_at(1.min(hole.len()));
        let n: usize = n.parse().unwrap_or(usize::MAX);
        match kind {
            "L" => out.push_str(fills.links.get(n).map_or("", String::as_str)),
            "I" => out.push_str(fills.images.get(n).map_or("", String::as_str)),
            "C" | "c" => {
                let cited = fills.citations.get(n).filter(|url| !url.is_empty());
                match cited {
                    Some(url) if kind == "C" => {
                        out.push_str("<a href=\"");
                        out.push_str(url);
                        out.push_str("\">");
                    }
                    Some(_) => out.push_str("</a>"),
                    None => {}
                }
            }
            "B" => {
                if let Some(block) = body.blocks.get(n) {
                    let mut inner = String::new();
                    fill(&block.body, body, fills, theme, job, &mut inner)?;
                    if !is_known(&block.name) {
                        out.push_str(&inner); // the block has been reported
                        out.push_str(text);
                        continue;
                    }
                    let mut args = tera::Map::default();
                    for (key, value) in &block.args {
                        let value = if value.is_empty() {
                            Value::none()
                        } else {
                            Value::from(value.as_str())
                        };
                        args.insert(key.clone().into(), value);
                    }
                    let mut context = Context::new();
                    context.insert_value("root", Value::from(job.root.as_str()));
                    context.insert_value("args", Value::from(args));
                    context.insert_value("body", Value::safe_string(&inner));
                    let mut made = Vec::new();
                    theme.render(
                        &format!("blocks/{}.html", block.name),
                        &context,
                        &job.file,
                        &mut made,
                    )?;
                    out.push_str(&String::from_utf8_lossy(&made));
                }
            }
            _ => {}
        }
        out.push_str(text);
    }
    Ok(())
}
