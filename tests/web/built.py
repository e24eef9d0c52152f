"""A built site as files, and the list of what was looked at and what is wrong."""

import json
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Page(HTMLParser):
    """What the checks need of a page: links of its head, its JSON-LD blocks, whether it only redirects."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.links, self.blocks, self.redirect, self.block = [], [], False, None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "link":
            self.links.append(attrs)
        elif tag == "meta" and (attrs.get("http-equiv") or "").lower() == "refresh":
            self.redirect = True
        elif tag == "script" and (attrs.get("type") or "").lower() == "application/ld+json":
            self.block = ""

    def handle_data(self, data):
        if self.block is not None:
            self.block += data

    def handle_endtag(self, tag):
        if tag == "script" and self.block is not None:
            self.blocks.append(self.block)
            self.block = None


class Site:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.looked, self.wrong = [], []
        self.base = next((l["href"] for l in self.page("index.html").links if l.get("rel") == "canonical"), None)
        if not self.base:
            self.bad("index.html", "no canonical link, so the site's address is not known")

    def files(self, pattern):
        return sorted(p.relative_to(self.folder).as_posix() for p in self.folder.rglob(pattern))

    def text(self, path):
        return (self.folder / path).read_text(encoding="utf-8")

    def page(self, path):
        return Page(self.text(path))

    def look(self, item):
        self.looked.append(item)

    def bad(self, item, reason):
        self.wrong.append([item, reason])

    def file_of(self, url):
        """The file that an absolute address of this site names; nothing if it is not there or of another site."""
        if not self.base or not (url or "").startswith(self.base):
            return None
        path = self.folder / unquote(urlsplit(url).path[len(urlsplit(self.base).path) :])
        if path.is_dir():
            path = path / "index.html" if urlsplit(url).path.endswith("/") else path / "(no slash)"
        return path if path.is_file() else None

    def must_exist(self, item, what, url):
        if not self.file_of(url):
            self.bad(item, f"{what} is no page of this site: {url}")

    def done(self):
        json.dump({"looked": self.looked, "bad": self.wrong}, sys.stdout)
