//! Partials that are made once: parts of pages that follow from their arguments alone, such as a menu.
//!
//! `partial(template="partials/menu.html", here=page.here)` shows a template that sees the site, `root` and the arguments,
//! and nothing else of the page. So it is the same on all pages that give the same arguments, and is made for the first
//! of them only.

use std::sync::{Arc, PoisonError};

use tera::{Context, Kwargs, TeraResult, Value};

use super::{Asked, RUNNING, Running, Scope};
use crate::diag::Diagnostic;

/// How many partials are kept. A theme that gives each page its own would fill the memory with them.
const KEPT: usize = 4096;

/// Where partials come from.
pub(crate) trait Partials: Send + Sync {
    /// Whether there is such a template.
    fn has(&self, template: &str) -> bool;
    /// Renders a template into a buffer.
    ///
    /// # Errors
    /// The diagnostic says which page failed (`file`) and where the template stopped.
    fn render(
        &self,
        template: &str,
        context: &Context,
        file: &str,
        out: &mut Vec<u8>,
    ) -> Result<(), Box<Diagnostic>>;
}

/// A partial that was made.
pub(super) struct Made {
    html: Value,
    /// What its template asked.
    asked: Vec<Asked>,
    /// Lists and tables in its key are told by where they lie: they must not move while it is known.
    _args: Kwargs,
}

/// Shows a partial of the page that is being rendered on this thread.
///
/// # Errors
/// When there is no such template, or it fails or asks for itself.
pub(crate) fn show(args: Kwargs) -> TeraResult<Value> {
    let template = args.must_get::<&str>("template")?;
    let Some(scope) = with_running(|running| Arc::clone(&running.scope)) else {
        return Ok(Value::safe_string(""));
    };
    let key = key(&scope.root, &args);
    let known = &scope.index.partials;
    let made = known
        .read()
        .unwrap_or_else(PoisonError::into_inner)
        .get(&key)
        .map(Arc::clone);
    let made = match made {
        Some(made) => made,
        None => {
            let made = Arc::new(make(&scope, template, args.clone())?);
            let mut known = known.write().unwrap_or_else(PoisonError::into_inner);
            if known.len() < KEPT {
                known.insert(key, Arc::clone(&made));
            }
            made
        }
    };
    with_running(|running| running.asked.extend(made.asked.iter().cloned()));
    Ok(made.html.clone())
}

fn make(scope: &Scope, template: &str, args: Kwargs) -> TeraResult<Made> {
    if !scope.templates.has(template) {
        return Err(tera::Error::message(format!(
            "Template '{template}' not found"
        )));
    }
    let mut context = Context::new();
    context.insert_value("root", Value::from(scope.root.as_str()));
    context.insert_value("site", scope.site.clone());
    for (name, value) in args.iter() {
        if let Some(name) = name.as_str().filter(|name| *name != "template") {
            context.insert_value(name.to_owned(), value.clone());
        }
    }
    let outer = with_running(|running| {
        if running.within.iter().any(|name| name == template) {
            return None;
        }
        running.within.push(template.to_owned());
        Some(std::mem::take(&mut running.asked))
    });
    let Some(outer) = outer.flatten() else {
        return Err(tera::Error::message(format!(
            "Circular include detected for template '{template}'"
        )));
    };
    let mut out = Vec::new();
    let made = scope
        .templates
        .render(template, &context, &scope.file, &mut out);
    let asked = with_running(|running| {
        running.within.pop();
        std::mem::replace(&mut running.asked, outer)
    });
    if let Err(diagnostic) = made {
        with_running(|running| {
            running.failure.get_or_insert(diagnostic);
        });
        return Err(tera::Error::message(format!("{template} failed")));
    }
    Ok(Made {
        html: Value::safe_string(&String::from_utf8_lossy(&out)),
        asked: asked.unwrap_or_default(),
        _args: args,
    })
}

fn with_running<R>(act: impl FnOnce(&mut Running) -> R) -> Option<R> {
    RUNNING.with_borrow_mut(|running| running.as_mut().map(act))
}

/// What tells one partial from all others: where its page lies, its template and its arguments.
fn key(root: &str, args: &Kwargs) -> Vec<u8> {
    let mut key = Vec::with_capacity(128);
    let mut put = |kind: u8, bytes: &[u8]| {
        key.push(kind);
        key.extend(bytes.len().to_ne_bytes());
        key.extend(bytes);
    };
    put(b'r', root.as_bytes());
    for (name, value) in args.iter() {
        put(b'n', name.as_str().unwrap_or_default().as_bytes());
        if let Some(text) = value.as_str() {
            put(if value.is_safe() { b'h' } else { b's' }, text.as_bytes());
        } else if let Some(list) = value.as_array() {
            put(b'l', &place(list.as_ptr().addr(), list.len()));
        } else if let Some(map) = value.as_map() {
            put(b'm', &place(std::ptr::from_ref(map).addr(), map.len()));
        } else {
            put(b'v', value.name().as_bytes());
            put(b'=', value.to_string().as_bytes());
        }
    }
    key
}

fn place(start: usize, len: usize) -> [u8; 16] {
    ((start as u128) << 64 | len as u128).to_ne_bytes()
}
