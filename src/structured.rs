//! Structured data: the JSON-LD of a page (<https://schema.org>), from what its template sees.

use serde_json::{Map, Value as Json, json};
use tera::Value;

/// The JSON-LD of a page, safe to stand in a `<script>` element.
#[must_use]
pub fn json_ld(page: &Value, site: &Value) -> String {
    let text = |value: &Value, path: &str| {
        value
            .get_from_path(path)
            .and_then(|v| v.as_str().map(str::to_owned))
    };
    let base = text(site, "base_url").unwrap_or_default();
    let organization = organization(site, &base);
    let schema_type = text(page, "schema_type").unwrap_or_else(|| "WebPage".to_owned());
    let mut main = Map::new();
    main.insert("@type".into(), json!(schema_type));
    main.insert("url".into(), json!(text(page, "url")));
    let name_key = if schema_type == "NewsArticle" {
        "headline"
    } else {
        "name"
    };
    main.insert(name_key.into(), json!(text(page, "title")));
    let mut put = |key: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            main.insert(key.into(), Json::String(value));
        }
    };
    put("description", text(page, "description"));
    put("inLanguage", text(site, "language"));
    match schema_type.as_str() {
        "Legislation" => {
            put("legislationIdentifier", text(page, "document.symbol"));
            put("legislationType", text(page, "document.type"));
            put("legislationDate", text(page, "document.issued").map(day));
            put(
                "legislationDateOfApplicability",
                text(page, "document.effective").map(day),
            );
            put("abstract", text(page, "document.abstract"));
        }
        "Event" => {
            put("startDate", text(page, "own.start"));
            put("endDate", text(page, "own.end"));
            put("image", text(page, "image_url"));
        }
        _ => {
            put("datePublished", text(page, "date"));
            put(
                "dateModified",
                text(page, "updated").or_else(|| text(page, "date")),
            );
            put("image", text(page, "image_url"));
        }
    }
    if schema_type == "Legislation" {
        if let Some(issuer) = text(page, "document.issuer") {
            main.insert(
                "legislationPassedBy".into(),
                json!({"@type": "Organization", "name": issuer}),
            );
        }
        let force = match text(page, "document.status_id").as_deref() {
            Some("con-hieu-luc") => Some("https://schema.org/InForce"),
            Some("het-hieu-luc-mot-phan") => Some("https://schema.org/PartiallyInForce"),
            Some("het-hieu-luc" | "chua-co-hieu-luc") => Some("https://schema.org/NotInForce"),
            _ => None,
        };
        if let Some(force) = force {
            main.insert("legislationLegalForce".into(), json!(force));
        }
    }
    if schema_type == "Event" {
        let place = text(page, "own.place").or_else(|| text(site, "organization.name"));
        let place = place.or_else(|| text(site, "title"));
        main.insert("location".into(), json!({"@type": "Place", "name": place}));
        let status = match text(page, "own.status").as_deref() {
            Some("cancelled") => "https://schema.org/EventCancelled",
            Some("tentative") => "https://schema.org/EventPostponed",
            _ => "https://schema.org/EventScheduled",
        };
        main.insert("eventStatus".into(), json!(status));
    }
    if schema_type == "VideoObject" {
        for (key, path) in [("uploadDate", "date"), ("thumbnailUrl", "image_url")] {
            if let Some(value) = text(page, path) {
                main.insert(key.into(), json!(value));
            }
        }
        if let Some(path) = text(page, "own.file.path") {
            main.insert("contentUrl".into(), json!(format!("{base}/{path}")));
        }
    }
    if schema_type == "NewsArticle"
        && let Some(author) = text(page, "author.title")
    {
        main.insert("author".into(), json!({"@type": "Person", "name": author}));
    }
    let owner = match schema_type.as_str() {
        "Event" => "organizer",
        _ => "publisher",
    };
    main.insert(
        owner.into(),
        json!({"@id": format!("{base}/#organization")}),
    );
    let mut graph = vec![Json::Object(main), organization];
    graph.extend(breadcrumbs(page, &base));
    let document = json!({"@context": "https://schema.org", "@graph": graph});
    // `</script>` and `<!--` in a text must not end the element.
    document.to_string().replace('<', "\\u003c")
}

fn day(moment: String) -> String {
    moment.get(..10).map(str::to_owned).unwrap_or(moment)
}

fn organization(site: &Value, base: &str) -> Json {
    let text = |path: &str| {
        site.get_from_path(path)
            .and_then(|v| v.as_str().map(str::to_owned))
    };
    let mut map = Map::new();
    map.insert("@type".into(), json!("GovernmentOrganization"));
    map.insert("@id".into(), json!(format!("{base}/#organization")));
    map.insert(
        "name".into(),
        json!(text("organization.name").or_else(|| text("title"))),
    );
    map.insert("url".into(), json!(format!("{base}/")));
    for (key, path) in [
        ("telephone", "organization.phone"),
        ("email", "organization.email"),
        ("address", "organization.address"),
    ] {
        if let Some(value) = text(path) {
            map.insert(key.into(), json!(value));
        }
    }
    if let Some(parent) = text("organization.parent") {
        map.insert(
            "parentOrganization".into(),
            json!({"@type": "GovernmentOrganization", "name": parent}),
        );
    }
    Json::Object(map)
}

fn breadcrumbs(page: &Value, base: &str) -> Option<Json> {
    let crumbs = page.get_from_path("breadcrumbs")?.as_array()?;
    if crumbs.is_empty() {
        return None;
    }
    let text = |value: &Value, key: &str| {
        value
            .get_from_path(key)
            .and_then(|v| v.as_str().map(str::to_owned))
    };
    let here = (text(page, "title"), text(page, "path"));
    let items: Vec<Json> = crumbs
        .iter()
        .map(|crumb| (text(crumb, "title"), text(crumb, "path")))
        .chain([here])
        .enumerate()
        .map(|(i, (title, path))| {
            json!({
                "@type": "ListItem",
                "position": i + 1,
                "name": title,
                "item": format!("{base}/{}", path.unwrap_or_default()),
            })
        })
        .collect();
    Some(json!({"@type": "BreadcrumbList", "itemListElement": items}))
}
