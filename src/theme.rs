//! Themes: templates and files, from the site's `themes/` folder and from the program itself.
//!
//! In go the theme's name and the snapshot, out comes a `Theme` that can render. A theme may extend another; of two
//! templates with one name the nearer wins. Templates have no door to the site, the disk or the clock: their functions
//! answer from their arguments, save `latest`, which asks the index of the render that runs (see `query`).

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_embed::Embed;
use tera::{Kwargs, State, Tera, TeraResult, Value};

use crate::config::{self, Config};
use crate::diag::{Diagnostic, Msg, Span};
use crate::fingerprint::Fingerprint;
use crate::parse;
use crate::parse::fields::{self, Field, Type};
use crate::source::Snapshot;
use crate::{query, vi};

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
        "extra",
        Type::Any,
        "[extra]",
        ["mục riêng", "keys of its own"],
    ),
];

/// A theme's files as they lie in the snapshot or the binary.
pub struct Sources {
    /// Themes from the nearest to the farthest.
    chain: Vec<String>,
    /// Template name with its theme (`cong-xa/base.html`) → file's path and text.
    templates: BTreeMap<String, (String, Arc<str>)>,
    /// Name in `static/` → bytes.
    assets: BTreeMap<String, Arc<[u8]>>,
}

/// A theme that can render.
pub struct Theme {
    tera: Tera,
    fingerprint: Fingerprint,
    templates: BTreeMap<String, (String, Arc<str>)>,
    assets: BTreeMap<String, Asset>,
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
                        .help(Msg::HelpTheme, &[&name]),
                );
                break;
            }
            let Some(settings) = sources.take(&name, snapshot, diagnostics) else {
                let known = theme_names(snapshot);
                let near = vi::near::nearest(&name, known.iter().map(String::as_str));
                diagnostics.push(
                    Diagnostic::new(Msg::UnknownTheme, &file, span, &[&name])
                        .near(near)
                        .help(Msg::HelpTheme, &[&name]),
                );
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
                    .or_insert_with(|| bytes.into());
            }
        }
        Some(extends)
    }

    /// The fingerprint of all of it.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&(&self.chain, &self.templates, &self.assets))
    }

    /// Compiles the templates. `None` when one of them is not well written.
    pub fn compile(self, diagnostics: &mut Vec<Diagnostic>) -> Option<Theme> {
        let fingerprint = self.fingerprint();
        let assets: BTreeMap<String, Asset> = self
            .assets
            .into_iter()
            .map(|(name, bytes)| {
                let (stem, ext) = name.rsplit_once('.').unwrap_or((&name, ""));
                let path = format!(
                    "assets/{stem}.{}.{ext}",
                    Fingerprint::of_bytes(&bytes).short()
                );
                (name, Asset { path, bytes })
            })
            .collect();
        let mut tera = engine(&assets);
        let prefixes: Vec<String> = self.chain.iter().map(|name| format!("{name}/")).collect();
        tera.set_fallback_prefixes(prefixes)
            .expect("no template has been added yet");
        let texts = self
            .templates
            .iter()
            .map(|(name, (_, text))| (name.as_str(), text.as_ref()));
        if let Err(error) = tera.add_raw_templates(texts) {
            let before = diagnostics.len();
            // One error stopped it: look at each template alone, to report all of them at once.
            for (name, (file, text)) in &self.templates {
                let mut alone = engine(&assets);
                if let Err(error) = alone.add_raw_template(name, text)
                    && let tera::ErrorKind::SyntaxError(report) = error.kind()
                {
                    diagnostics.push(
                        Diagnostic::new(
                            Msg::TemplateSyntax,
                            file,
                            template_span(text, report.span()),
                            &[&report.message()],
                        )
                        .help(Msg::HelpTemplate, &[]),
                    );
                }
            }
            if diagnostics.len() == before {
                diagnostics.push(template_problem(&error, &self.templates));
            }
            return None;
        }
        Some(Theme {
            tera,
            fingerprint,
            templates: self.templates,
            assets,
        })
    }
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

/// A diagnostic for errors that Tera reports as text only (an unknown filter, function or include): its report names the
/// place as `--> file:line:column`.
fn template_problem(
    error: &tera::Error,
    templates: &BTreeMap<String, (String, Arc<str>)>,
) -> Diagnostic {
    let report = error.to_string();
    let first = report
        .lines()
        .next()
        .unwrap_or("")
        .trim_start_matches("error: ")
        .to_owned();
    let place = report.lines().find_map(|line| {
        let (_, place) = line.split_once("--> ")?;
        let mut parts = place.trim().rsplitn(3, ':');
        let column: usize = parts.next()?.trim_matches(['[', ']']).parse().ok()?;
        let line: usize = parts.next()?.parse().ok()?;
        let name = parts.next()?.trim_start_matches('[');
        let (file, text) = templates.get(name)?;
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
        Some((file.clone(), Span::new(start + at..start + rest.len())))
    });
    let named = || {
        templates
            .iter()
            .find(|(name, _)| first.contains(name.as_str()))
            .map(|(_, (file, _))| file.clone())
    };
    let (file, span) = match place {
        Some((file, span)) => (file, Some(span)),
        None => (named().unwrap_or_default(), None),
    };
    Diagnostic::new(Msg::TemplateSyntax, &file, span, &[&first]).help(Msg::HelpTemplate, &[])
}

/// Tera with our filters and functions, before any template.
fn engine(assets: &BTreeMap<String, Asset>) -> Tera {
    let mut tera = Tera::default();
    let paths: BTreeMap<String, String> = assets
        .iter()
        .map(|(name, asset)| (name.clone(), asset.path.clone()))
        .collect();
    tera.register_function(
        "asset",
        move |kwargs: Kwargs, _: &State| -> TeraResult<Value> {
            let file = kwargs.must_get::<&str>("file")?;
            paths
                .get(file)
                .map(|path| Value::from(path.as_str()))
                .ok_or_else(|| {
                    let text = crate::diag::Text::new(Msg::UnknownAsset, &[&file]);
                    tera::Error::message(text.show(crate::diag::Lang::Vi))
                })
        },
    );
    tera.register_function("latest", |kwargs: Kwargs, _: &State| -> TeraResult<Value> {
        Ok(query::ask(query::Query {
            section: kwargs.get::<String>("section")?,
            kind: kwargs.get::<String>("kind")?,
            topic: kwargs.get::<String>("topic")?,
            limit: kwargs.get::<usize>("limit")?.unwrap_or(5),
        }))
    });
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
        "group_number",
        |n: i64, _: Kwargs, _: &State| -> TeraResult<String> { Ok(vi::number::group(n)) },
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

fn date_of(text: &str) -> TeraResult<jiff::civil::Date> {
    text.get(..10)
        .and_then(|date| date.parse().ok())
        .ok_or_else(|| {
            tera::Error::message(
                crate::diag::Text::new(Msg::BadDate, &[&text]).show(crate::diag::Lang::Vi),
            )
        })
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

impl Theme {
    /// The fingerprint of its templates and files.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// Its files by output path.
    pub fn assets(&self) -> impl Iterator<Item = (&str, Arc<[u8]>)> {
        self.assets
            .values()
            .map(|asset| (asset.path.as_str(), Arc::clone(&asset.bytes)))
    }

    /// Whether it has a template.
    #[must_use]
    pub fn has(&self, template: &str) -> bool {
        self.tera.contains_template(template)
    }

    /// The text of one of its files, for showing an error.
    #[must_use]
    pub fn text(&self, file: &str) -> Option<&str> {
        self.templates
            .values()
            .find(|(path, _)| path == file)
            .map(|(_, text)| text.as_ref())
    }

    /// Renders a template into a buffer.
    ///
    /// # Errors
    /// The diagnostic says which page failed (`file`) and where the template stopped.
    pub fn render(
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

    fn failed(&self, template: &str, error: &tera::Error, file: &str) -> Diagnostic {
        match error.kind() {
            tera::ErrorKind::RenderingError(report) | tera::ErrorKind::SyntaxError(report) => {
                let diagnostic = Diagnostic::new(
                    Msg::TemplateFailed,
                    file,
                    None,
                    &[&report.filename(), &report.message()],
                )
                .help(Msg::HelpTemplateFailed, &[]);
                match self.templates.get(report.filename()) {
                    Some((path, text)) => {
                        let span = template_span(text, report.span());
                        diagnostic.note(Msg::NoteTemplate, path, span, &[])
                    }
                    None => diagnostic,
                }
            }
            _ => {
                let message = error.to_string();
                let first = message.lines().next().unwrap_or("").to_owned();
                Diagnostic::new(Msg::TemplateFailed, file, None, &[&template, &first])
                    .help(Msg::HelpTemplateFailed, &[])
            }
        }
    }
}
