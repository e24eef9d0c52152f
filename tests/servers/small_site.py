"""A small site that is published to a server with the built program, and what visitors then see of it."""

import http.client
import json
import os
import pathlib
import re
import subprocess
import urllib.parse
from dataclasses import dataclass, field
from html.parser import HTMLParser

from servers import PASSWORD, Server, Web, die_with_parent

ARTICLES = 44
NAME = "thu"
# What the program leaves on the host for itself between two publishes.
OWN = {".trangxa-manifest.json"}


@dataclass
class Run:
    """What one command said."""

    status: int
    text: str

    def results(self) -> dict[str, object]:
        """The last line of `--json`."""
        lines = [line for line in self.text.splitlines() if line.startswith("{")]
        found = [json.loads(line) for line in lines]
        return next((line for line in reversed(found) if line.get("type") == "result"), {})


@dataclass
class Site:
    """A site's folder, with the server that it is published to."""

    program: pathlib.Path
    folder: pathlib.Path
    server: Server
    web: Web
    who: str = "may-mot"
    changes: dict[str, object] = field(default_factory=dict)
    title: str = "Xã An Lạc"
    said: list[str] = field(default_factory=list)
    variables: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        (self.folder / "content" / "tin-tuc").mkdir(parents=True)
        (self.folder / "home").mkdir()
        for place, title in (("", "Trang chủ"), ("tin-tuc/", "Tin tức")):
            (self.folder / "content" / place / "_index.md").write_text(f'+++\ntitle = "{title}"\n+++\n')
        for number in range(ARTICLES):
            self.article(number)

    def article(self, number: int, text: str = "Nhân dân trong xã cùng dọn vệ sinh.") -> pathlib.Path:
        path = self.folder / "content" / "tin-tuc" / f"tin-{number:03}.md"
        day = f"2026-01-{number % 28 + 1:02}"
        path.write_text(f'+++\ntitle = "Tin số {number}"\ndate = {day}\n+++\n\n{text}\n')
        return path

    def write_settings(self) -> None:
        settings = {"host": "127.0.0.1", "port": self.server.port, "url": self.url(), **self.server.settings(), **self.changes}
        lines = [f"{key} = {json.dumps(value)}" for key, value in settings.items() if value is not None]
        head = [f'title = "{self.title}"', f'base_url = "{self.url()}"', "[images]", "cards = false", f"[publish.{NAME}]"]
        (self.folder / "site.toml").write_text("\n".join([*head, *lines, ""]))

    def url(self) -> str:
        return f"http://127.0.0.1:{self.web.port}"

    def start(self, *arguments: str, password: str | None = PASSWORD) -> "subprocess.Popen[bytes]":
        self.write_settings()
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder / "home"), "TRANGXA_NAME": self.who} | self.server.variables | self.variables
        if password is not None:
            environment["TRANGXA_PASSWORD"] = password
        return subprocess.Popen(
            [self.program, "publish", *arguments], cwd=self.folder, env=environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, preexec_fn=die_with_parent,
        )  # fmt: skip

    def end(self, process: "subprocess.Popen[bytes]") -> Run:
        text = process.communicate(timeout=120)[0].decode()
        self.said.append(text)
        return Run(process.returncode, text)

    def publish(self, *arguments: str, password: str | None = PASSWORD) -> Run:
        return self.end(self.start(*arguments, password=password))

    def built(self) -> dict[str, bytes]:
        """The files of the built site."""
        root = self.folder / "public"
        paths = (path for path in root.rglob("*") if path.is_file())
        files = {str(path.relative_to(root)): path.read_bytes() for path in paths}
        return {path: content for path, content in files.items() if not path.startswith(".trangxa")}


class References(HTMLParser):
    """What a page needs or leads to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.found.add(value)
            if name == "srcset" and value:
                self.found |= {part.split()[0] for part in value.split(",")}


class Visitor:
    """Fetches from the web server."""

    def __init__(self, web: Web):
        self.base = f"http://127.0.0.1:{web.port}"
        self.line = http.client.HTTPConnection("127.0.0.1", web.port, timeout=20)

    def fetch(self, path: str) -> tuple[int, bytes]:
        self.line.request("GET", urllib.parse.quote(path, safe="/%"))
        answer = self.line.getresponse()
        return answer.status, answer.read()

    def differences(self, files: dict[str, bytes]) -> list[str]:
        """The files that visitors do not get as they were built."""
        return [path for path, content in files.items() if self.fetch("/" + path) != (200, content)]

    def broken(self) -> list[str]:
        """What some page refers to and the site does not have, from the home page on."""
        waiting, seen, broken = ["/"], {"/"}, []
        while waiting:
            page = waiting.pop()
            status, content = self.fetch(page)
            if status != 200:
                broken.append(page)
                continue
            if content[:15].lower() == b"<!doctype html>":
                references = References()
                references.feed(content.decode())
                found = references.found
            elif page.endswith(".css"):
                found = {text.decode() for text in re.findall(rb"url\([\"']?([^\"')]+)", content)}
            else:
                continue
            for reference in found:
                url = urllib.parse.urljoin(self.base + page, reference)
                path = urllib.parse.urlsplit(url).path
                if url.startswith(self.base + "/") and path not in seen:
                    seen.add(path)
                    waiting.append(path)
        return broken
