//! Pictures on the site: which files must be looked at, how a page shows each, which renditions that takes, and what is
//! wrong with them. The looks themselves come from outside; nothing is read here.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::Site;
use super::resolve::{Map, Resolved, find_file, href, near_file, near_or, source_of};
use crate::diag::{Diagnostic, Msg, Span, Text};
use crate::image::{self, DangerKind, Flaw, Form, Format, Looked, Picture, PictureView, Rendition};
use crate::parse::fields::{Fields, Value};
use crate::parse::{Doc, links, picture};
use crate::source::{File, Snapshot};
use crate::vi;

/// What looks at pictures have told, by the path of their file.
pub type Looks = BTreeMap<Arc<str>, Looked>;

/// How a text shows a picture. URLs lead from the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Image {
    /// What every browser can show.
    pub src: String,
    /// Width and height in pixels, when known.
    pub size: Option<(u32, u32)>,
    /// Better formats: the type and what stands in `srcset`.
    pub sources: Vec<(&'static str, String)>,
    /// Whether it is loaded when the reader comes near it.
    pub lazy: bool,
}

/// A picture that is shown as it is may have so many bytes before it is told.
const HEAVY: u64 = 500_000;

/// The files that must be looked at before the site can be put together: all that docs show as pictures, and all that
/// they link to under a picture's name.
#[must_use]
pub fn pictures<'s>(snapshot: &'s Snapshot, docs: &[Arc<Doc>]) -> Vec<&'s File> {
    let is_named = |target: &&str| Format::of_name(links::split(target).0).is_some();
    let of_doc = |doc: &Arc<Doc>| -> Vec<&'s File> {
        let images = doc.outline.images.iter().map(|image| &*image.target);
        let shown = images.chain(doc.fields.text("image"));
        let links = doc.outline.links.iter().map(|link| &*link.target);
        let linked = links.chain(downloads(doc)).filter(is_named);
        let files = shown.chain(linked);
        files
            .filter_map(|target| source_of(target, doc, snapshot))
            .collect()
    };
    let mut files: Vec<&File> = docs.par_iter().flat_map_iter(of_doc).collect();
    files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    files.dedup_by(|a, b| a.path == b.path);
    files
}

/// The files to download that a page names; whether its kind has any is not known yet.
fn downloads(doc: &Doc) -> impl Iterator<Item = &str> {
    let entry = doc.rest.iter().find(|entry| entry.key == "files");
    let items = match entry.map(|entry| &entry.item.value) {
        Some(Value::List(items)) => items.as_slice(),
        Some(_) => std::slice::from_ref(&entry.expect("just seen").item),
        None => &[],
    };
    items.iter().filter_map(|item| match &item.value {
        Value::Text(name) => Some(name.as_str()),
        Value::Table(fields) => Fields::text(fields, "file"),
        _ => None,
    })
}

/// How a page shows the picture that its front matter names.
pub(super) fn lead(
    doc: &Doc,
    path: &str,
    map: &Map<'_>,
    resolved: &mut Resolved,
) -> Option<Arc<PictureView>> {
    let (target, span) = (doc.fields.text("image")?, doc.fields.span("image")?);
    check_alt(doc, target, span, resolved);
    if links::is_external(target) {
        resolved.diagnostics.push(
            Diagnostic::new(Msg::RemoteImage, &doc.path, span, &[&target])
                .help(Msg::HelpRemoteImage, &[]),
        );
        return None;
    }
    find(target, span, true, doc, path, map, resolved).map(Arc::new)
}

fn check_alt(doc: &Doc, target: &str, image: Span, resolved: &mut Resolved) {
    let alt = doc.fields.text("image_alt").unwrap_or_default();
    let example = "image_alt = \"Người dân làm thủ tục\"";
    let diagnostic = if alt.trim().is_empty() {
        Diagnostic::new(Msg::MissingAlt, &doc.path, image, &[]).help(Msg::HelpAdd, &[&example])
    } else if picture::says_nothing(alt, target) {
        let span = doc.fields.span("image_alt");
        Diagnostic::new(Msg::WeakAlt, &doc.path, span, &[&alt]).help(Msg::HelpWrite, &[&example])
    } else {
        return;
    };
    resolved.diagnostics.push(diagnostic);
}

/// How a page shows the pictures of its text.
pub(super) fn in_text(
    doc: &Doc,
    path: &str,
    root: &str,
    map: &Map<'_>,
    resolved: &mut Resolved,
) -> Vec<Image> {
    let has_lead = doc.fields.text("image").is_some();
    let mut images = Vec::with_capacity(doc.outline.images.len());
    for image in &doc.outline.images {
        let found = if links::is_external(&image.target) {
            None
        } else {
            find(&image.target, image.span, false, doc, path, map, resolved)
        };
        let lazy = has_lead || !images.is_empty();
        images.push(match found {
            Some(view) => Image::new(&view, root, lazy),
            None => Image {
                src: href(&image.target),
                ..Image::default()
            },
        });
    }
    images
}

impl Image {
    fn new(view: &PictureView, root: &str, lazy: bool) -> Self {
        let srcset = |source: &image::Source| {
            let candidates = source.candidates.iter();
            let candidates = candidates.map(|one| format!("{root}{} {}w", one.path, one.width));
            (source.r#type, candidates.collect::<Vec<_>>().join(", "))
        };
        Self {
            src: format!("{root}{}", view.path),
            size: (view.width > 0 && view.height > 0).then_some((view.width, view.height)),
            sources: view.sources.iter().map(srcset).collect(),
            lazy,
        }
    }
}

/// Finds a picture that a page names, and notes what it takes to show it.
fn find(
    target: &str,
    span: Span,
    social: bool,
    doc: &Doc,
    path: &str,
    map: &Map<'_>,
    resolved: &mut Resolved,
) -> Option<PictureView> {
    let Some((source, out)) = find_file(target, doc, path, map) else {
        let near = near_file(&links::decode(target), doc, map);
        let diagnostic = Diagnostic::new(Msg::BrokenImage, &doc.path, span, &[&target]);
        let diagnostic = near_or(diagnostic, near, Msg::HelpImagePlace);
        resolved.diagnostics.push(diagnostic);
        return None;
    };
    let look = match &source {
        Some(source) => map.site.looks.get(source),
        None => map.site.looks.get(format!("static/{out}").as_str()),
    };
    let picture = match look {
        Some(Ok(picture)) => picture,
        Some(Err(flaw)) => {
            let flaw = flawed(target, flaw, &doc.path, span);
            resolved.diagnostics.push(flaw);
            return None;
        }
        None => {
            let flaw = flawed(target, &Flaw::NoPicture, &doc.path, span);
            resolved.diagnostics.push(flaw);
            return None;
        }
    };
    let Some(source) = source else {
        // What lies in static/ stays as it is.
        return Some(PictureView {
            social: image::fills_social_card(picture).then(|| href(&out)),
            path: href(&out),
            width: picture.width,
            height: picture.height,
            ..PictureView::default()
        });
    };
    let name = source.rsplit('/').next().unwrap_or(&source);
    let (view, renditions) = image::show(picture, name, &map.site.config.images, social);
    let renditions = renditions.into_iter();
    resolved
        .renditions
        .extend(renditions.map(|(path, rendition)| (path, source.clone(), rendition)));
    Some(view)
}

/// The diagnostic of a picture that cannot be shown.
fn flawed(target: &str, flaw: &Flaw, file: &str, span: Span) -> Diagnostic {
    let new = |msg, args| Diagnostic::new(msg, file, span, args);
    match flaw {
        Flaw::Empty => new(Msg::EmptyImage, &[&target]).help(Msg::HelpCopyImage, &[]),
        Flaw::Truncated => new(Msg::TruncatedImage, &[&target]).help(Msg::HelpCopyImage, &[]),
        Flaw::NoPicture => new(Msg::BadImage, &[&target]).help(Msg::HelpBadImage, &[]),
        Flaw::Format(name) => new(Msg::ImageFormat, &[&target, name]).help(Msg::HelpBadImage, &[]),
        Flaw::Heavy(bytes) => {
            let (len, most) = (
                vi::number::file_size(*bytes),
                vi::number::file_size(image::MAX_BYTES),
            );
            new(Msg::HugeImage, &[&target, &len, &most]).help(Msg::HelpHugeImage, &[])
        }
        Flaw::Large(width, height) => {
            let pixels = Text::new(Msg::UiPixels, &[width, height]);
            let most = Text::new(Msg::UiMegapixels, &[&(image::MAX_PIXELS / 1_000_000)]);
            new(Msg::HugeImage, &[&target, &pixels, &most]).help(Msg::HelpHugeImage, &[])
        }
    }
}

/// What is wrong with the pictures of the site themselves, whoever shows them.
pub(super) fn check_sources(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let shown = site
        .renditions
        .values()
        .filter(|(_, rendition)| rendition.form != Form::Copy);
    let shown: BTreeSet<&str> = shown.map(|(file, _)| &*file.path).collect();
    let copied = site
        .renditions
        .values()
        .filter(|(_, rendition)| rendition.form == Form::Copy);
    let sources: BTreeSet<&str> = copied
        .map(|(file, _)| &*file.path)
        .chain(shown.iter().copied())
        .collect();
    for source in sources {
        if let Some(Ok(picture)) = site.looks.get(source) {
            check_source(
                source,
                picture,
                !shown.contains(source) || picture.format == Format::Svg,
                diagnostics,
            );
        }
    }
    let as_they_are = site.files.values().filter_map(|file| {
        let picture = site.looks.get(&file.path)?.as_ref().ok()?;
        picture.place.then_some(&file.path)
    });
    for file in as_they_are {
        diagnostics.push(
            Diagnostic::new(Msg::ImagePlaceKept, file, None, &[])
                .help(Msg::HelpImagePlaceKept, &[]),
        );
    }
}

fn check_source(file: &str, picture: &Picture, is_whole: bool, diagnostics: &mut Vec<Diagnostic>) {
    let extension = file
        .rsplit('/')
        .next()
        .and_then(|name| Some(name.rsplit_once('.')?.1));
    if let Some(extension) = extension.filter(|_| Format::of_name(file) != Some(picture.format)) {
        let right = picture.format.extension();
        diagnostics.push(
            Diagnostic::new(
                Msg::ImageExtension,
                file,
                None,
                &[&extension, &picture.format.name()],
            )
            .help(Msg::HelpImageExtension, &[&right]),
        );
    }
    let note = match (picture.place, picture.serial) {
        (true, _) => Some(Msg::ImagePlace),
        (false, true) => Some(Msg::ImageSerial),
        (false, false) => None,
    };
    let note = note.map(|msg| Diagnostic::new(msg, file, None, &[]).help(Msg::HelpStripImage, &[]));
    diagnostics.extend(note);
    if is_whole && picture.len > HEAVY {
        let size = vi::number::file_size(picture.len);
        diagnostics.push(
            Diagnostic::new(Msg::HeavyImage, file, None, &[&size]).help(Msg::HelpHeavyImage, &[]),
        );
    }
    diagnostics.extend(picture.dangers.iter().map(|danger| {
        let msg = match danger.kind {
            DangerKind::Script => Msg::SvgScript,
            DangerKind::Handler => Msg::SvgHandler,
            DangerKind::Outside => Msg::SvgOutside,
        };
        Diagnostic::new(msg, file, danger.span, &[&danger.name]).help(Msg::HelpSvg, &[])
    }));
}

impl Site {
    /// How many pictures said where they were taken and do so no more.
    #[must_use]
    pub fn places_removed(&self) -> usize {
        let sources = self.renditions.values().map(|(file, _)| &file.path);
        let has_place =
            |path: &&Arc<str>| matches!(self.looks.get(*path), Some(Ok(picture)) if picture.place);
        sources.filter(has_place).collect::<BTreeSet<_>>().len()
    }

    /// The rendition that takes the place of a file that is published for itself, when it is a picture with metadata
    /// that can be taken out.
    pub(super) fn stripped(&self, source: &str) -> Option<Rendition> {
        let picture = self.looks.get(source)?.as_ref().ok()?;
        let can_be = matches!(picture.format, Format::Jpeg | Format::Png | Format::WebP);
        can_be.then(|| image::copy(picture))
    }
}
