"""RSS and Atom by feedparser, JSON Feed 1.1, the site map by xmllint against its schema, robots.txt.

All of them must lead to pages that are there, and every feed that a page announces must be there.
"""

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import feedparser
from built import Site

SITEMAP_XSD = Path(__file__).parent / "node_modules/sitemap/schema/sitemap.xsd"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")


def xml_feed(site, path, must_have_entries):
    site.look(path)
    feed = feedparser.parse((site.folder / path).read_bytes())
    bad = lambda reason: site.bad(path, reason)
    if feed.bozo:
        bad(f"not well-formed: {feed.bozo_exception}")
    is_atom = path.endswith("atom.xml")
    expected = "atom10" if is_atom else "rss20"
    if feed.version != expected:
        bad(f"is {feed.version or 'no feed'}, not {expected}")
    wanted = ("id", "title", "updated", "link") if is_atom else ("title", "link", "subtitle", "language")
    for name in wanted:
        if not feed.feed.get(name):
            bad(f"the feed has no {name}")
    own = site.base and urljoin(site.base, path)
    if own and not any(l.get("rel") == "self" and l.get("href") == own for l in feed.feed.get("links", [])):
        bad(f'no rel="self" link to {own}')
    if must_have_entries and not feed.entries:
        bad("no entries")
    seen = set()
    for entry in feed.entries:
        name = entry.get("title") or entry.get("id") or "an entry"
        for key in ("title", "link", "id") + (("updated",) if is_atom else ("published",)):
            if not entry.get(key):
                bad(f"{name}: no {key}")
        for key in ("published", "updated"):
            if entry.get(key) and not entry.get(f"{key}_parsed"):
                bad(f"{name}: {key} is no date: {entry[key]}")
        if is_atom and not (entry.get("author") or feed.feed.get("author")):
            bad(f"{name}: no author, neither here nor in the feed")
        if entry.get("id") in seen:
            bad(f"{name}: id is not unique: {entry['id']}")
        seen.add(entry.get("id"))
        site.must_exist(path, f"{name}: link", entry.get("link"))


def json_feed(site, path):
    site.look(path)
    bad = lambda reason: site.bad(path, reason)
    try:
        feed = json.loads(site.text(path))
    except ValueError as error:
        return bad(f"no JSON: {error}")
    if not isinstance(feed, dict):
        return bad("no JSON object")
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        bad(f"version is {feed.get('version')}")
    if not isinstance(feed.get("title"), str):
        bad("no title")
    if not isinstance(feed.get("items"), list):
        return bad("no items")
    for key in ("home_page_url", "feed_url"):
        if key in feed:
            site.must_exist(path, key, feed[key])
    seen = set()
    for item in feed["items"]:
        name = item.get("title") or item.get("id") or "an item"
        if not isinstance(item.get("id"), str) or not item["id"]:
            bad(f"{name}: id must be a string")
        if item.get("id") in seen:
            bad(f"{name}: id is not unique")
        seen.add(item.get("id"))
        if not any(isinstance(item.get(key), str) for key in ("content_html", "content_text")):
            bad(f"{name}: neither content_html nor content_text")
        site.must_exist(path, f"{name}: url", item.get("url"))
        for key in ("date_published", "date_modified"):
            if key in item:
                try:
                    if datetime.fromisoformat(item[key].replace("Z", "+00:00")).tzinfo is None:
                        bad(f"{name}: {key} has no time zone: {item[key]}")
                except ValueError:
                    bad(f"{name}: {key} is no RFC 3339 date: {item[key]}")


def sitemap(site, path):
    site.look(path)
    if not (site.folder / path).is_file():
        return site.bad(path, "is not there")
    lint = subprocess.run(
        ["xmllint", "--nonet", "--noout", "--schema", SITEMAP_XSD, site.folder / path], capture_output=True, text=True
    )
    if lint.returncode:
        site.bad(path, lint.stderr.strip().splitlines()[0].replace(str(site.folder) + "/", ""))
    try:
        places = [e.text.strip() for e in ElementTree.fromstring(site.text(path)).iter(f"{SITEMAP}loc")]
    except (ElementTree.ParseError, AttributeError) as error:
        return site.bad(path, f"not readable: {error}")
    if not places:
        site.bad(path, "lists no page")
    for place in places:
        site.must_exist(path, "loc", place)
        if places.count(place) > 1:
            site.bad(path, f"more than once: {place}")


def robots(site):
    site.look("robots.txt")
    if not (site.folder / "robots.txt").is_file():
        return site.bad("robots.txt", "is not there")
    lines = [l.split(":", 1) for l in site.text("robots.txt").splitlines() if ":" in l and not l.startswith("#")]
    maps = [value.strip() for key, value in lines if key.strip().lower() == "sitemap"]
    if not maps:
        site.bad("robots.txt", "no Sitemap line")
    for url in maps:
        site.must_exist("robots.txt", "Sitemap", url)
    if not any(key.strip().lower() == "user-agent" for key, _ in lines):
        site.bad("robots.txt", "no User-agent line")


def announced(site):
    for path in site.files("*.html"):
        for link in site.page(path).links:
            if link.get("rel") == "alternate" and link.get("type") in FEED_TYPES:
                site.look(f"{path} (announced feeds)")
                target = urljoin(urljoin(site.base or "", path), link.get("href") or "")
                site.must_exist(f"{path} (announced feeds)", "feed", target)
                if not link.get("title"):
                    site.bad(f"{path} (announced feeds)", f"no title for {link.get('href')}")


def main():
    site = Site(sys.argv[1])
    for name in ("rss.xml", "atom.xml"):
        if not (site.folder / name).is_file():
            site.bad(name, "is not there")
        for path in site.files(name):
            xml_feed(site, path, must_have_entries=path == name)
    for path in site.files("feed.json"):
        json_feed(site, path)
    sitemap(site, "sitemap.xml")
    robots(site)
    announced(site)
    site.done()


main()
