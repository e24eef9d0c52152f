//! Themes: templates and files, from the site's `themes/` folder and from the program itself.
//!
//! In go the theme's name and the snapshot, out comes a `Theme` that can render. A theme may extend another; of two
//! templates with one name the nearer wins. Templates have no door to the site, the disk or the clock: their functions
//! answer from their arguments, save `latest` and `partial`, which ask the render that runs (see `query`).
//!
//! Templates whose name ends in `.svg` are drawings, such as the social card (see `drawings`).

mod colours;
pub mod drawings;
mod slips;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;

use pulldown_cmark_escape::escape_html;
use rust_embed::Embed;
use tera::{Kwargs, State, Tera, TeraResult, Value};

use self::drawings::Drawings;
use crate::config::{self, Config};
use crate::diag::{Diagnostic, Msg, Span, Text};
use crate::draw::{self, Drawing, SvgError};
use crate::fingerprint::Fingerprint;
use crate::parse;
use crate::parse::calls;
use crate::parse::fields::{self, Field, Fields, Type};
use crate::query::partial::Partials;
use crate::site::third_party;
use crate::source::Snapshot;
use crate::{query, vi};
use colours::Pair;

/// The default theme, in the binary.
#[derive(Embed)]
#[folder = "themes/cong-xa"]
struct CongXa;

/// The name of the theme in the binary.
pub const BUILT_IN: &str = "cong-xa";

const FIELDS: &[Field] = &[
    Field::new(
        "name",
        Type::Text,
        "name = \"giao-dien-xa\"",
        ["mã", "the id"],
    ),
    Field::new(
        "title",
        Type::Text,
        "title = \"Giao diện của xã\"",
        ["tên", "the name"],
    ),
    Field::new(
        "description",
        Type::Text,
        "description = \"…\"",
        ["giới thiệu", "about it"],
    ),
    Field::new(
        "extends",
        Type::Text,
        "extends = \"cong-xa\"",
        ["giao diện gốc", "the theme it extends"],
    ),
    Field::new(
        "picture_sizes",
        Type::Text,
        "picture_sizes = \"(min-width: 46rem) 44rem, 100vw\"",
        [
            "chiều rộng của ảnh trong bài, như thuộc tính sizes của HTML",
            "how wide pictures in texts are, as in HTML's sizes",
        ],
    ),
    Field::new(
        "version",
        Type::Text,
        "version = \"1.0\"",
        ["phiên bản", "the version"],
    ),
    Field::new(
        "licence",
        Type::Text,
        "licence = \"MIT\"",
        ["giấy phép", "the licence"],
    ),
    Field::new(
        "search",
        Type::Bool,
        "search = true",
        [
            "giao diện có mã tìm kiếm, cần chỉ mục",
            "the theme has a script for the search and wants its index",
        ],
    ),
    Field::new(
        "contrast",
        Type::Tables(PAIR),
        "[[contrast]]",
        [
            "cặp màu chữ và nền phải phân biệt rõ",
            "colours of text and background that must be told apart",
        ],
    ),
    Field::new(
        "extra",
        Type::Any,
        "[extra]",
        ["mục riêng", "keys of its own"],
    ),
];

/// `[[contrast]]`: two custom properties of the style sheets.
const PAIR: &[Field] = &[
    Field::new(
        "text",
        Type::Text,
        "text = \"ink\"",
        ["màu chữ, không có --", "the text's colour, without --"],
    )
    .required(),
    Field::new(
        "on",
        Type::Text,
        "on = \"bg\"",
        ["màu nền, không có --", "the colour behind it, without --"],
    )
    .required(),
];

/// A theme's files as they lie in the snapshot or the binary.
pub struct Sources {
    /// Themes from the nearest to the farthest.
    chain: Vec<String>,
    /// Template name with its theme (`cong-xa/base.html`) → file's path and text.
    templates: Templates,
    /// Name in `static/` → file's path and bytes.
    assets: BTreeMap<String, (String, Arc<[u8]>)>,
    /// Colours that must be told apart.
    pairs: Vec<Pair>,
    /// Files that lie in the site's folder, not in the program.
    own: BTreeSet<String>,
    /// How wide pictures in texts are; that of the nearest theme which says so.
    picture_sizes: Option<String>,
    /// Set when a theme is missing.
    broken: bool,
    /// Whether the search's index is wanted; the nearest theme that says so decides.
    search: Option<bool>,
}

/// Template name with its theme → file's path and text.
type Templates = BTreeMap<String, (String, Arc<str>)>;

/// A theme that can render.
pub struct Theme {
    tera: Tera,
    drawings: Drawings,
    fingerprint: Fingerprint,
    templates: Templates,
    assets: BTreeMap<String, Asset>,
    search: bool,
    picture_sizes: String,
}

struct Asset {
    path: String,
    bytes: Arc<[u8]>,
}

impl std::fmt::Debug for Theme {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Theme")
            .field("fingerprint", &self.fingerprint)
            .finish_non_exhaustive()
    }
}

impl Sources {
    /// Finds the files of the site's theme and of those that it extends.
    pub fn find(snapshot: &Snapshot, config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut sources = Self {
            chain: Vec::new(),
            templates: BTreeMap::new(),
            assets: BTreeMap::new(),
            pairs: Vec::new(),
            own: BTreeSet::new(),
            picture_sizes: None,
            broken: false,
            search: None,
        };
        let mut next = Some((
            config.theme.clone(),
            config::FILE.to_owned(),
            config.theme_span,
        ));
        while let Some((name, file, span)) = next {
            if sources.chain.contains(&name) {
                let chain = format!("{} → {name}", sources.chain.join(" → "));
                diagnostics.push(
                    Diagnostic::new(Msg::ThemeLoop, &file, span, &[&chain])
                        .help(Msg::HelpThemeLoop, &[]),
                );
                sources.broken = true;
                break;
            }
            let Some(settings) = sources.take(&name, snapshot, diagnostics) else {
                let known = theme_names(snapshot);
                let near = vi::near::nearest(&name, known.iter().map(String::as_str));
                let diagnostic = Diagnostic::new(Msg::UnknownTheme, &file, span, &[&name]);
                diagnostics.push(match near {
                    Some(_) => diagnostic.near(near),
                    None => diagnostic.help(Msg::HelpTheme, &[&name]),
                });
                sources.broken = true;
                break;
            };
            next = settings
                .map(|(extends, span)| (extends, format!("themes/{name}/theme.toml"), Some(span)));
        }
        sources
    }

    /// Takes the files of one theme. `None` when there is no such theme; else what it extends.
    fn take(
        &mut self,
        name: &str,
        snapshot: &Snapshot,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Option<(String, Span)>> {
        let folder = format!("themes/{name}/");
        let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        if name == BUILT_IN {
            for path in CongXa::iter() {
                let file = CongXa::get(&path).expect("the list and the files are made together");
                files.insert(path.into_owned(), file.data.into_owned());
            }
        }
        for file in snapshot.below(&folder) {
            self.own.insert(file.path.to_string());
            match file.read() {
                Ok(bytes) => {
                    files.insert(file.path[folder.len()..].to_owned(), bytes.into_owned());
                }
                Err(error) => diagnostics.push(
                    Diagnostic::new(Msg::UnreadableFile, &file.path, None, &[&error])
                        .help(Msg::HelpUnreadable, &[]),
                ),
            }
        }
        if files.is_empty() {
            return None;
        }
        self.chain.push(name.to_owned());
        let mut extends = None;
        for (path, bytes) in files {
            let file = format!("{folder}{path}");
            if path == "theme.toml" {
                let Some(text) = parse::text(&bytes, &file, diagnostics) else {
                    continue;
                };
                let written = fields::read(&text, &file, 0, diagnostics);
                let settings =
                    fields::check_closed(written, &[FIELDS], &file, Span::default(), diagnostics);
                let search = settings.get("search").map(|_| settings.flag("search"));
                self.search = self.search.or(search);
                let sizes = || settings.text("picture_sizes").map(str::to_owned);
                self.picture_sizes = self.picture_sizes.take().or_else(sizes);
                self.pairs.extend(pairs(&settings));
                extends = settings.text("extends").map(|name| {
                    (
                        name.to_owned(),
                        settings.span("extends").unwrap_or_default(),
                    )
                });
            } else if let Some(template) = path.strip_prefix("templates/") {
                let Some(text) = parse::text(&bytes, &file, diagnostics) else {
                    continue;
                };
                self.templates
                    .insert(format!("{name}/{template}"), (file, text.into()));
            } else if let Some(asset) = path.strip_prefix("static/") {
                self.assets
                    .entry(asset.to_owned())
                    .or_insert_with(|| (file, bytes.into()));
            }
        }
        Some(extends)
    }

    /// The fingerprint of all of it.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&(
            &self.chain,
            &self.templates,
            &self.assets,
            &self.picture_sizes,
            self.search,
        ))
    }

    /// Whether a theme is missing.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        self.broken
    }

    /// Reports what visitors would suffer from in the theme's files in the site's folder: calls to other hosts, and text
    /// that cannot be told from what it stands on. The theme in the binary is held to this by a test.
    pub fn check(&self, config: &Config, diagnostics: &mut Vec<Diagnostic>) {
        let checks = &config.check;
        for (file, text) in self
            .templates
            .values()
            .filter(|(file, _)| self.own.contains(file))
        {
            diagnostics.extend(third_party(file, &calls::in_html(text), checks));
        }
        for (file, bytes) in self
            .assets
            .values()
            .filter(|(file, _)| self.own.contains(file))
        {
            if !file.ends_with(".css") {
                continue;
            }
            let Ok(css) = std::str::from_utf8(bytes) else {
                continue;
            };
            diagnostics.extend(third_party(file, &calls::in_css(css), checks));
            diagnostics.extend(colours::weak_pairs(css, &self.pairs).iter().map(|weak| {
                let contrast = vi::number::decimal(weak.contrast, 2);
                let (text, on) = (&weak.pair.text, &weak.pair.on);
                let span = Span::new(weak.range.clone());
                Diagnostic::new(Msg::LowContrast, file, span, &[text, on, &contrast])
                    .help(Msg::HelpLowContrast, &[])
            }));
        }
    }

    /// Compiles the templates. `None` when one of them is not well written.
    pub fn compile(self, diagnostics: &mut Vec<Diagnostic>) -> Option<Theme> {
        let fingerprint = self.fingerprint();
        let assets: BTreeMap<String, Asset> = self
            .assets
            .into_iter()
            .map(|(name, (_, bytes))| {
                let (stem, ext) = name.rsplit_once('.').unwrap_or((&name, ""));
                let path = format!(
                    "assets/{stem}.{}.{ext}",
                    Fingerprint::of_bytes(&bytes).short()
                );
                (name, Asset { path, bytes })
            })
            .collect();
        let (drawings, pages): (Templates, Templates) = self
            .templates
            .clone()
            .into_iter()
            .partition(|(name, _)| drawings::is_drawing(name));
        let tera = compiled(&|| engine(&assets), &self.chain, &pages, &self.own);
        let drawn = compiled(&drawings::engine, &self.chain, &drawings, &self.own);
        let (tera, drawn) = match (tera, drawn) {
            (Ok(tera), Ok(drawn)) => (tera, drawn),
            (pages, drawings) => {
                let found = [pages.err(), drawings.err()].into_iter().flatten();
                diagnostics.extend(found.flatten());
                return None;
            }
        };
        let drawings = Drawings::new(drawn, &self.chain, &drawings, &assets);
        Some(Theme {
            tera,
            drawings,
            fingerprint,
            templates: self.templates,
            assets,
            search: self.search.unwrap_or(false),
            picture_sizes: attribute(self.picture_sizes.as_deref().unwrap_or("100vw")),
        })
    }
}

/// The pairs of colours that a `theme.toml` names.
fn pairs(settings: &Fields) -> impl Iterator<Item = Pair> {
    settings.tables("contrast").filter_map(|(pair, _)| {
        let colour = |key: &str| pair.text(key).map(str::to_owned);
        Some(Pair {
            text: colour("text")?,
            on: colour("on")?,
        })
    })
}

fn theme_names(snapshot: &Snapshot) -> Vec<String> {
    let mut names: Vec<String> = snapshot
        .below("themes/")
        .filter_map(|file| file.path.split('/').nth(1).map(str::to_owned))
        .chain([BUILT_IN.to_owned()])
        .collect();
    names.sort();
    names.dedup();
    names
}

/// The place of a template error; Tera gives bytes of the template's text.
fn template_span(text: &str, span: &tera::Span) -> Span {
    Span::new(span.range.start.min(text.len())..span.range.end.min(text.len()))
}

/// Templates in an engine of their own, which `fresh` makes.
fn compiled(
    fresh: &dyn Fn() -> Tera,
    chain: &[String],
    templates: &Templates,
    own: &BTreeSet<String>,
) -> Result<Tera, Vec<Diagnostic>> {
    let bad = BTreeSet::new();
    match with_templates(fresh, chain, templates, &bad) {
        Ok(tera) => Ok(tera),
        Err(error) => Err(problems(&error, fresh, chain, templates, own)),
    }
}

/// An engine with templates; those in `bad` are empty.
fn with_templates(
    fresh: &dyn Fn() -> Tera,
    chain: &[String],
    templates: &Templates,
    bad: &BTreeSet<&str>,
) -> tera::TeraResult<Tera> {
    let mut tera = fresh();
    let prefixes: Vec<String> = chain.iter().map(|name| format!("{name}/")).collect();
    tera.set_fallback_prefixes(prefixes)
        .expect("no template has been added yet");
    let texts = templates
        .iter()
        .map(|(name, (_, text))| (name.as_str(), if bad.contains(&**name) { "" } else { text }));
    tera.add_raw_templates(texts).map(|()| tera)
}

/// Everything that is wrong in the templates. Tera stops at the first template that it cannot read: each is looked at
/// alone, and then all of them once more without those that have been reported.
fn problems(
    error: &tera::Error,
    fresh: &dyn Fn() -> Tera,
    chain: &[String],
    templates: &Templates,
    own: &BTreeSet<String>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut bad = BTreeSet::new();
    for (name, (file, text)) in templates {
        if let Err(error) = fresh().add_raw_template(name, text)
            && let tera::ErrorKind::SyntaxError(report) = error.kind()
        {
            bad.insert(name.as_str());
            found.push(syntax_problem(report, file, text));
        }
    }
    if bad.is_empty() {
        return reference_problems(error, chain, templates, own);
    }
    if let Err(error) = with_templates(fresh, chain, templates, &bad) {
        // A template that has been reported has no blocks now.
        let others = reference_problems(&error, chain, templates, own).into_iter();
        found.extend(others.filter(|d| !is_about_blocks(d)));
    }
    found
}

fn is_about_blocks(diagnostic: &Diagnostic) -> bool {
    use crate::diag::Arg;
    let is_block = |arg: &Arg| matches!(arg, Arg::Said(text) if matches!(text.msg, Msg::TeraBlock | Msg::TeraNoBlock));
    diagnostic.text.args.iter().any(is_block)
}

fn syntax_problem(report: &tera::ReportError, file: &str, text: &str) -> Diagnostic {
    let mut place = template_span(text, report.span()).range();
    let mut slip = slips::explain(report.message(), text.get(place.clone()).unwrap_or(""), &[]);
    if slip.msg == Msg::TeraEnd
        && let Some((open, word)) = slips::unclosed(text)
    {
        place = open;
        slip.text = Text::new(Msg::TeraUnclosed, &[&word]);
    }
    template_diagnostic(file, Some(Span::new(place)), slip)
}

fn template_diagnostic(file: &str, span: Option<Span>, slip: slips::Slip) -> Diagnostic {
    let mut diagnostic = Diagnostic::new(Msg::TemplateSyntax, file, span, &[&slip.text]);
    diagnostic.helps = slip.helps;
    if diagnostic.helps.is_empty() {
        diagnostic.help(Msg::HelpTemplate, &[])
    } else {
        diagnostic
    }
}

/// What templates may call each other, sorted.
fn template_names(templates: &Templates) -> Vec<&str> {
    let mut names: Vec<&str> = templates
        .keys()
        .filter_map(|name| Some(name.split_once('/')?.1))
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The diagnostics of errors that Tera reports as text only (unknown filters, functions, templates, blocks). A report
/// names its place as `--> template:line:column`.
fn reference_problems(
    error: &tera::Error,
    chain: &[String],
    templates: &Templates,
    own: &BTreeSet<String>,
) -> Vec<Diagnostic> {
    let names = template_names(templates);
    let mut found: Vec<Diagnostic> = Vec::new();
    // Blocks that the site's own base lacks, by its file.
    let mut lacking: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for report in error.to_string().split("\n\n") {
        let message = report
            .lines()
            .next()
            .unwrap_or("")
            .trim_start_matches("error: ");
        let slip = slips::explain(message, "", &names);
        let place = report
            .lines()
            .find_map(|line| place_in(line.split_once("--> ")?.1, templates));
        let (template, at) = match place {
            Some((template, at)) => (template, at),
            None => match templates
                .keys()
                .find(|name| message.contains(&format!("'{name}'")))
            {
                Some(template) => (template.as_str(), 0),
                None => {
                    found.push(template_diagnostic(config::FILE, None, slip));
                    continue;
                }
            },
        };
        let (file, text) = &templates[template];
        if slip.msg == Msg::TeraBlock && !own.contains(file) {
            // A template of the program wants a block that the site's own base lacks: it is the base that is wrong.
            let base = text
                .split_once("extends \"")
                .and_then(|(_, rest)| rest.split('"').next())
                .unwrap_or("");
            let base = chain
                .iter()
                .find_map(|theme| templates.get(&format!("{theme}/{base}")));
            lacking
                .entry(base.map_or(file, |(file, _)| file))
                .or_default()
                .insert(slip.name);
        } else {
            let line = text[at..].lines().next().map_or(at, |line| at + line.len());
            let named = text[at..]
                .find(&slip.name)
                .filter(|_| !slip.name.is_empty());
            let span = named.map_or(at..line, |found| at + found..at + found + slip.name.len());
            found.push(template_diagnostic(file, Some(Span::new(span)), slip));
        }
    }
    found.extend(lacking.into_iter().map(|(file, blocks)| {
        let names = blocks.into_iter().collect::<Vec<_>>().join(", ");
        let text = Text::new(Msg::TeraNoBlock, &[&names]);
        Diagnostic::new(Msg::TemplateSyntax, file, None, &[&text]).help(Msg::HelpTemplateFile, &[])
    }));
    found
}

/// The template and the byte that `[name:line:column]` means.
fn place_in<'t>(place: &str, templates: &'t Templates) -> Option<(&'t str, usize)> {
    let mut parts = place.trim().trim_matches(['[', ']']).rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line: usize = parts.next()?.parse().ok()?;
    let (name, (_, text)) = templates.get_key_value(parts.next()?)?;
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let rest = text[start..].lines().next().unwrap_or("");
    let at = rest
        .char_indices()
        .nth(column.saturating_sub(1))
        .map_or(rest.len(), |(i, _)| i);
    Some((name, start + at))
}

/// Tera with our filters and functions for pages, before any template.
fn engine(assets: &BTreeMap<String, Asset>) -> Tera {
    let mut tera = with_filters();
    let paths: BTreeMap<String, String> = assets
        .iter()
        .map(|(name, asset)| (name.clone(), asset.path.clone()))
        .collect();
    tera.register_function(
        "asset",
        move |kwargs: Kwargs, _: &State| -> TeraResult<Value> {
            let file = kwargs.must_get::<&str>("file")?;
            let path = paths.get(file).map(|path| Value::from(path.as_str()));
            path.ok_or_else(|| tera::Error::message(format!("{NO_ASSET}{file}")))
        },
    );
    tera.register_function("latest", |kwargs: Kwargs, _: &State| -> TeraResult<Value> {
        Ok(query::ask(query::Query {
            section: kwargs.get::<String>("section")?,
            kind: kwargs.get::<String>("kind")?,
            topic: kwargs.get::<String>("topic")?,
            except: kwargs.get::<String>("except")?,
            limit: kwargs.get::<usize>("limit")?.unwrap_or(5),
        }))
    });
    tera.register_function(
        "partial",
        |kwargs: Kwargs, _: &State| -> TeraResult<Value> { query::partial::show(kwargs) },
    );
    tera.register_function(
        "json_ld",
        |kwargs: Kwargs, _: &State| -> TeraResult<Value> {
            let page = kwargs.must_get::<Value>("page")?;
            let site = kwargs.must_get::<Value>("site")?;
            Ok(Value::safe_string(&crate::structured::json_ld(
                &page, &site,
            )))
        },
    );
    tera
}

/// Tera with our filters.
fn with_filters() -> Tera {
    let mut tera = Tera::default();
    tera.set_escape_fn(escape);
    tera.register_filter(
        "date_long",
        |text: &str, _: Kwargs, _: &State| -> TeraResult<String> {
            Ok(vi::date::long(date_of(text)?))
        },
    );
    tera.register_filter(
        "date_short",
        |text: &str, _: Kwargs, _: &State| -> TeraResult<String> {
            Ok(vi::date::short(date_of(text)?))
        },
    );
    tera.register_filter(
        "time_short",
        |text: &str, _: Kwargs, _: &State| -> TeraResult<String> {
            Ok(vi::date::clock(time_of(text)?))
        },
    );
    tera.register_filter(
        "group_number",
        |n: f64, _: Kwargs, _: &State| -> TeraResult<String> { Ok(vi::number::shortest(n)) },
    );
    tera.register_filter(
        "slug",
        |text: &str, _: Kwargs, _: &State| -> TeraResult<String> { Ok(vi::slug::slug(text)) },
    );
    tera.register_filter(
        "group_by",
        |items: Value, kwargs: Kwargs, _: &State| -> TeraResult<Value> {
            let attribute = kwargs.must_get::<String>("attribute")?;
            Ok(group_by(&items, &attribute))
        },
    );
    tera
}

/// Writes a text as HTML. Nearly all have nothing to escape, and Tera's own looks closely at each.
fn escape(text: &str, out: &mut dyn io::Write) -> io::Result<()> {
    if needs_escape(text.as_bytes()) {
        tera::escape_html(text, out)
    } else {
        out.write_all(text.as_bytes())
    }
}

/// Whether a text has a byte with a meaning in HTML. Blocks are looked at whole, so that the compiler makes vectors of it;
/// the last one begins in the one before.
fn needs_escape(bytes: &[u8]) -> bool {
    let is_special =
        |b: u8| u8::from((b == b'&') | (b == b'<') | (b == b'>') | (b == b'"') | (b == b'\''));
    let look = |block: &[u8; 16]| block.iter().fold(0, |any, byte| any | is_special(*byte));
    match bytes.last_chunk() {
        None => bytes.iter().any(|byte| is_special(*byte) != 0),
        Some(last) => {
            let blocks = bytes.as_chunks().0.iter();
            blocks.fold(look(last), |any, block| any | look(block)) != 0
        }
    }
}

/// Begins the error of a function that was asked for a file that the theme has not. Tera's errors are texts; the
/// language is chosen later.
const NO_ASSET: &str = "no asset ";
/// Begins the error of a filter that was given something else than a date.
const NO_DATE: &str = "no date ";

fn date_of(text: &str) -> TeraResult<jiff::civil::Date> {
    text.get(..10)
        .and_then(|date| date.parse().ok())
        .ok_or_else(|| tera::Error::message(format!("{NO_DATE}{text}")))
}

fn time_of(text: &str) -> TeraResult<jiff::civil::Time> {
    text.get(11..19)
        .and_then(|time| time.parse().ok())
        .ok_or_else(|| tera::Error::message(format!("{NO_DATE}{text}")))
}

/// Tera's own `group_by` gives another order in every process; this one keeps that of the items.
fn group_by(items: &Value, attribute: &str) -> Value {
    let mut groups: Vec<(String, Vec<Value>)> = Vec::new();
    for item in items.as_array().unwrap_or_default() {
        let key = item
            .get_from_path(attribute)
            .map(ToString::to_string)
            .unwrap_or_default();
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, group)) => group.push(item.clone()),
            None => groups.push((key, vec![item.clone()])),
        }
    }
    let mut map = tera::Map::default();
    for (key, group) in groups {
        map.insert(key.into(), Value::from(group));
    }
    Value::from(map)
}

/// A text for an attribute of HTML.
fn attribute(text: &str) -> String {
    let mut out = String::new();
    escape_html(&mut out, text).expect("writing to a string cannot fail");
    out
}

impl Theme {
    /// How wide pictures in texts are: the value of HTML's `sizes`.
    #[must_use]
    pub fn picture_sizes(&self) -> &str {
        &self.picture_sizes
    }

    /// The fingerprint of its templates and files.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// Whether it has a script that reads the search's index.
    #[must_use]
    pub fn has_search(&self) -> bool {
        self.search
    }

    /// Its files by output path.
    pub fn assets(&self) -> impl Iterator<Item = (&str, Arc<[u8]>)> {
        self.assets
            .values()
            .map(|asset| (asset.path.as_str(), Arc::clone(&asset.bytes)))
    }

    /// The text of one of its files, for showing an error.
    #[must_use]
    pub fn text(&self, file: &str) -> Option<&str> {
        self.templates
            .values()
            .find(|(path, _)| path == file)
            .map(|(_, text)| text.as_ref())
    }

    /// Its drawings.
    #[must_use]
    pub fn drawings(&self) -> &Drawings {
        &self.drawings
    }

    /// Makes the SVG of a drawing.
    ///
    /// # Errors
    /// The diagnostic says which page failed (`file`) and where the template stopped.
    pub fn svg(
        &self,
        template: &str,
        context: &tera::Context,
        file: &str,
    ) -> Result<String, Box<Diagnostic>> {
        let svg = self.drawings.svg(template, context);
        let svg = svg.map_err(|error| Box::new(self.failed(template, &error, file)))?;
        draw::check(&svg).map_err(|error| self.broken_drawing(template, file, &error))?;
        Ok(svg)
    }

    /// The drawing of an SVG that `svg` has made.
    ///
    /// # Errors
    /// The diagnostic of a page (`file`) whose drawing is no SVG.
    pub fn drawing(
        &self,
        template: &str,
        svg: &str,
        file: &str,
    ) -> Result<Drawing, Box<Diagnostic>> {
        let drawing = Drawing::new(svg, self.drawings.fonts());
        drawing.map_err(|error| self.broken_drawing(template, file, &error))
    }

    /// What to say of a page (`file`) whose drawing cannot be made.
    #[must_use]
    pub fn broken_drawing(&self, template: &str, file: &str, error: &SvgError) -> Box<Diagnostic> {
        let diagnostic = Diagnostic::new(Msg::BrokenDrawing, file, None, &[&template, error])
            .help(Msg::HelpBrokenDrawing, &[]);
        Box::new(match self.drawings.file(template) {
            Some(path) => diagnostic.note(Msg::NoteDrawing, path, None, &[]),
            None => diagnostic,
        })
    }

    fn failed(&self, template: &str, error: &tera::Error, file: &str) -> Diagnostic {
        let (message, note) = match error.kind() {
            tera::ErrorKind::RenderingError(report) | tera::ErrorKind::SyntaxError(report) => {
                let note = self.templates.get(report.filename());
                let note = note.map(|(path, text)| (path, template_span(text, report.span())));
                (report.message().to_owned(), note)
            }
            tera::ErrorKind::TemplateNotFound(_) => {
                (format!("Template '{template}' not found"), None)
            }
            _ => (
                error.to_string().lines().next().unwrap_or("").to_owned(),
                None,
            ),
        };
        let diagnostic = if let Some(asset) = message.strip_prefix(NO_ASSET) {
            let near = vi::near::nearest(asset, self.assets.keys().map(String::as_str));
            let diagnostic = Diagnostic::new(Msg::UnknownAsset, file, None, &[&asset]);
            if near.is_some() {
                diagnostic.near(near)
            } else {
                diagnostic.help(Msg::HelpAsset, &[])
            }
        } else if let Some(text) = message.strip_prefix(NO_DATE) {
            let text = Text::new(Msg::BadDate, &[&text]);
            Diagnostic::new(Msg::TemplateFailed, file, None, &[&text])
                .help(Msg::HelpTemplateFailed, &[])
        } else {
            let slip = slips::explain(&message, "", &template_names(&self.templates));
            let mut diagnostic = Diagnostic::new(Msg::TemplateFailed, file, None, &[&slip.text]);
            diagnostic.helps = slip.helps;
            if diagnostic.helps.is_empty() {
                diagnostic.help(Msg::HelpTemplateFailed, &[])
            } else {
                diagnostic
            }
        };
        match note {
            Some((path, span)) => diagnostic.note(Msg::NoteTemplate, path, span, &[]),
            None => diagnostic,
        }
    }
}

impl Partials for Theme {
    fn has(&self, template: &str) -> bool {
        template_names(&self.templates).contains(&template)
    }

    fn render(
        &self,
        template: &str,
        context: &tera::Context,
        file: &str,
        out: &mut Vec<u8>,
    ) -> Result<(), Box<Diagnostic>> {
        self.tera
            .render_to(template, context, &mut *out)
            .map_err(|error| Box::new(self.failed(template, &error, file)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_theme_in_the_program_calls_nobody_and_can_be_read_in_every_scheme() {
        let file = |path: &str| {
            let file = CongXa::get(path).expect("a file of the theme");
            String::from_utf8(file.data.into_owned()).expect("UTF-8")
        };
        let settings = fields::read(&file("theme.toml"), "theme.toml", 0, &mut Vec::new());
        let known = fields::check_closed(settings, &[FIELDS], "", Span::default(), &mut Vec::new());
        let pairs: Vec<Pair> = pairs(&known).collect();
        assert!(pairs.len() > 10);
        assert_eq!(colours::weak_pairs(&file("static/site.css"), &pairs), []);
        for path in CongXa::iter() {
            let is_called = match path.rsplit('.').next() {
                Some("css") => !calls::in_css(&file(&path)).is_empty(),
                Some("html" | "svg") => !calls::in_html(&file(&path)).is_empty(),
                _ => false,
            };
            assert!(!is_called, "{path}");
        }
    }

    #[test]
    fn what_has_a_meaning_in_html_is_escaped_wherever_it_stands() {
        let escaped = |text: &str, by: fn(&str, &mut dyn io::Write) -> io::Result<()>| {
            let mut out = Vec::new();
            by(text, &mut out).expect("a vector takes all");
            out
        };
        for len in 0..50 {
            let plain = "ạ".repeat(len);
            assert_eq!(escaped(&plain, escape), plain.as_bytes());
            for (at, special) in (0..=len).zip("&<>\"'".chars().cycle()) {
                let text = format!("{}{special}{}", "a".repeat(at), "b".repeat(len - at));
                let expected = escaped(&text, |text, out| tera::escape_html(text, out));
                assert_eq!(escaped(&text, escape), expected, "{text}");
            }
        }
    }
}
