//! Rendering: from a job to the bytes of its file.
//!
//! A page is rendered from its job and its body, both of which the job's fingerprint covers, and from the answers to
//! what its template asks (see `query`).

use std::fmt::Write as _;
use std::sync::Arc;

use tera::{Context, Value};

use crate::chart::{Layout, Palette, Sheet};
use crate::diag::Diagnostic;
use crate::draw::{About, Page, SvgError, pdf};
use crate::emblem::Emblem;
use crate::figure::{self, Figure};
use crate::job::{CardJob, PageJob, PosterJob};
use crate::parse::Body;
use crate::parse::block::{Block, is_known};
use crate::poster::{self, Output};
use crate::query::partial::Partials;
use crate::query::{self, Asked, Index, Scope};
use crate::site::{Fills, Image};
use crate::theme::Theme;
use crate::theme::drawings::{CARD, POSTER};
use crate::vi;
use crate::views::SocialCard;
use crate::views::{FigureView, TableView};

/// Renders a page into `out` and gives the queries that it made.
///
/// # Errors
/// The diagnostic of a template that failed.
pub fn page(
    theme: &Arc<Theme>,
    job: &PageJob,
    body: Option<&Body>,
    index: &Arc<Index>,
    out: &mut Vec<u8>,
) -> Result<Vec<Asked>, Box<Diagnostic>> {
    let made = query::during(scope(theme, job, index), || {
        let html = body.map(|body| text_inner(theme, job, body)).transpose()?;
        let html = html.unwrap_or_default();
        let mut context = Context::new();
        context.insert_value("root", Value::from(job.root.as_str()));
        context.insert_value("site", job.site.value());
        context.insert_value("page", Value::from_serializable(&job.page));
        context.insert_value("body", Value::safe_string(&html));
        for (name, part) in &job.parts {
            context.insert_value(*name, part.value());
        }
        theme.render(&job.template, &context, &job.file, out)
    });
    made.map(|((), asked)| asked)
}

/// The HTML of a page's text, its holes filled and its blocks shown.
///
/// # Errors
/// The diagnostic of a block's template that failed.
pub fn text(
    theme: &Arc<Theme>,
    job: &PageJob,
    body: &Body,
    index: &Arc<Index>,
) -> Result<String, Box<Diagnostic>> {
    let made = query::during(scope(theme, job, index), || text_inner(theme, job, body));
    made.map(|(html, _)| html)
}

fn scope(theme: &Arc<Theme>, job: &PageJob, index: &Arc<Index>) -> Scope {
    Scope {
        index: Arc::clone(index),
        templates: Arc::clone(theme) as _,
        site: job.site.value(),
        root: job.root.clone(),
        file: Arc::clone(&job.file),
    }
}

fn text_inner(theme: &Theme, job: &PageJob, body: &Body) -> Result<String, Box<Diagnostic>> {
    let mut html = String::new();
    if let Some(body_job) = &job.body {
        html.reserve(body.html.len() + 1024);
        fill(&body.html, body, &body_job.fills, theme, job, &mut html)?;
    }
    Ok(html)
}

/// The SVG of a social card.
///
/// # Errors
/// The diagnostic of a template that failed.
pub fn card(theme: &Theme, job: &CardJob) -> Result<String, Box<Diagnostic>> {
    let mut context = Context::new();
    context.insert_value("card", Value::from_serializable(&job.card));
    context.insert_value("emblem", emblem(theme, job.emblem.as_deref()));
    theme.svg(CARD, &context, &job.file)
}

/// The site's emblem as a URL, else the theme's.
fn emblem(theme: &Theme, own: Option<&Emblem>) -> Value {
    let drawings = theme.drawings();
    let emblem = own.or(drawings.emblem());
    let url = emblem.and_then(|emblem| emblem.url(drawings.fonts()));
    url.map_or(Value::none(), Value::safe_string)
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
    let (width, height) = job.output.size();
    let mut context = Context::new();
    context.insert_value("poster", Value::from_serializable(&job.poster));
    context.insert_value("emblem", emblem(theme, job.emblem.as_deref()));
    context.insert_value("width", Value::from(width));
    context.insert_value("height", Value::from(height));
    let svg = theme.svg(POSTER, &context, &job.file)?;
    let mut pieces = poster::pieces(body, &job.body.fills.figures, &job.poster.title);
    if let Some((first, rest)) = job.opening.split_first() {
        let opening = poster::Piece {
            title: first.clone(),
            content: poster::Content::Lines(rest.to_vec()),
            ..poster::Piece::default()
        };
        pieces.insert(0, opening);
    }
    let address = job.poster.address.as_ref().unwrap_or(&job.poster.site);
    let stack = |slot: &poster::Slot| poster::stack(&pieces, slot, job.output.smallest(), address);
    Ok(poster::fill(&svg, stack))
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

/// All of a picture in front of its description. `sizes` says how wide the theme shows it.
fn open_image(image: &Image, sizes: &str, out: &mut String) {
    if !image.sources.is_empty() {
        out.push_str("<picture>");
    }
    for (media_type, srcset) in &image.sources {
        let _ = write!(
            out,
            "<source type=\"{media_type}\" srcset=\"{srcset}\" sizes=\"{sizes}\" />"
        );
    }
    let _ = write!(out, "<img src=\"{}\"", image.src);
    if let Some((width, height)) = image.size {
        let _ = write!(out, " width=\"{width}\" height=\"{height}\"");
    }
    if image.lazy {
        out.push_str(" loading=\"lazy\"");
    }
    out.push_str(" decoding=\"async\"");
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
    let mut ends = memchr::memchr_iter(0, html.as_bytes()).chain([html.len()]);
    let mut start = 0;
    let mut pieces = std::iter::from_fn(|| {
        let end = ends.next()?;
        let piece = &html[start..end];
        start = end + 1;
        Some(piece)
    });
    out.push_str(pieces.next().unwrap_or(""));
    while let (Some(hole), Some(text)) = (pieces.next(), pieces.next()) {
        let (kind, n) = hole.split_at(1.min(hole.len()));
        let n: usize = n.parse().unwrap_or(usize::MAX);
        match kind {
            "L" => out.push_str(fills.links.get(n).map_or("", String::as_str)),
            "I" => {
                if let Some(image) = fills.images.get(n) {
                    open_image(image, theme.picture_sizes(), out);
                }
            }
            "i" => {
                let image = fills.images.get(n);
                if image.is_some_and(|image| !image.sources.is_empty()) {
                    out.push_str("</picture>");
                }
            }
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
                    show(block, n, &inner, fills, theme, job, out)?;
                }
            }
            _ => {}
        }
        out.push_str(text);
    }
    Ok(())
}

/// Shows a block by its template. One whose figures could not be made shows nothing; it has been reported.
fn show(
    block: &Block,
    n: usize,
    inner: &str,
    fills: &Fills,
    theme: &Theme,
    job: &PageJob,
    out: &mut String,
) -> Result<(), Box<Diagnostic>> {
    let mut context = Context::new();
    if let Some(place) = block.drawn {
        let Some(figure) = fills.figures.get(place).and_then(Option::as_deref) else {
            return Ok(());
        };
        let view = figure_view(figure, place, &format!("h{}", n + 1));
        context.insert_value("figure", Value::from_serializable(&view));
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
    context.insert_value("root", Value::from(job.root.as_str()));
    context.insert_value("args", Value::from(args));
    context.insert_value("body", Value::safe_string(inner));
    let mut made = Vec::new();
    let template = format!("blocks/{}.html", block.name);
    theme.render(&template, &context, &job.file, &mut made)?;
    out.push_str(&String::from_utf8_lossy(&made));
    Ok(())
}

/// A figure drawn in both layouts, its ids beginning with `id`.
fn figure_view(figure: &Figure, place: usize, id: &str) -> FigureView {
    let draw = |layout: Layout, class: &str| {
        figure.draw(&Sheet {
            layout,
            palette: Palette::Css,
            id: &format!("{id}{}", &class[..1]),
            class,
            title: &figure.title,
            description: &figure.summary,
        })
    };
    FigureView {
        wide: draw(Layout::WIDE, "wide"),
        narrow: draw(Layout::NARROW, "narrow"),
        summary: figure.summary.clone(),
        unit: figure.unit.clone(),
        table: figure
            .table
            .as_deref()
            .zip(figure.grid())
            .map(|(table, grid)| TableView {
                head: grid.head,
                numeric: grid.numeric,
                rows: grid.rows,
                notes: table.notes.iter().map(|line| line.text.clone()).collect(),
                file: figure::table_name(place),
                size: vi::number::file_size(figure.csv().map_or(0, |csv| csv.len()) as u64),
            }),
    }
}
