"""What must hold on every server: the cases, in the order in which they lead on from each other."""

import os
import pathlib
import time
from collections.abc import Callable

from servers import PASSWORD, Server, Web, authority, vouched_for
from small_site import ARTICLES, OWN, Run, Site, Visitor

FOREIGN = {
    ".htaccess": "Options -Indexes\n",
    ".well-known/security.txt": "Contact: mailto:xa@example.vn\n",
    "quan-tri/index.php": "<?php\n",
}


class Bench:
    """A server, the web server before it, a site, and what was said."""

    def __init__(self, program: pathlib.Path, server: Server, web: Web, folder: pathlib.Path):
        self.server = server
        self.web = web
        self.folder = folder
        self.program = program
        self.site = Site(program, folder / "site", server, web)
        for path, text in FOREIGN.items():
            server.place(path, text)

    def check_live(self) -> None:
        """Visitors get exactly what was built, and nothing leads nowhere; the host holds nothing else of ours."""
        visitor = Visitor(self.web)
        built = self.site.built()
        same(visitor.differences(built), [])
        same(visitor.broken(), [])
        there = self.server.contents()
        same(sorted(there.keys() - built.keys() - FOREIGN.keys() - OWN), [])
        same({path: there[path].decode() for path in FOREIGN}, FOREIGN)

    def wait_for_changes(self, before: dict[str, tuple[int, int, int]], wanted: int, is_over: Callable[[], bool]) -> None:
        """Waits until so many files on the host are not as they were."""
        while not is_over():
            now = self.server.stamps()
            if sum(1 for path, stamp in now.items() if before.get(path) != stamp and path.endswith("html")) >= wanted:
                return
            time.sleep(0.005)


def same(seen: object, expected: object) -> None:
    if seen != expected:
        raise AssertionError(f"{str(seen)[:2000]}\n  is not\n{str(expected)[:2000]}")


def good(run: Run) -> Run:
    if run.status != 0:
        raise AssertionError(f"status {run.status}:\n{run.text[-3000:]}")
    return run


def stopped(run: Run, *said: str) -> Run:
    """It stopped and said this."""
    missing = [text for text in said if text not in run.text]
    if run.status != 1 or missing:
        raise AssertionError(f"status {run.status}, not said: {missing}\n{run.text[-3000:]}")
    return run


class NotHere(Exception):
    """The case says nothing about this server."""


def only_if(applies: object) -> None:
    if not applies:
        raise NotHere


def is_known(bench: Bench) -> bool:
    """Whether the server shows who it is, and a person is asked about it."""
    return bench.server.trusted() != "-" and not is_open(bench)


def is_open(bench: Bench) -> bool:
    """Whether everybody on the way can read."""
    return bool(bench.server.settings().get("insecure"))


def unknown_host_is_asked_about(bench: Bench) -> None:
    only_if(is_known(bench))
    before = bench.server.stamps()
    stopped(bench.site.publish("--dry-run"), "[host-key-unknown]", bench.server.trusted())
    same(bench.server.stamps(), before)


def an_open_line_wants_insecure(bench: Bench) -> None:
    only_if(is_open(bench))
    before = bench.server.stamps()
    bench.site.changes = {"insecure": None}
    stopped(bench.site.publish())
    bench.site.changes = {}
    same(bench.server.stamps(), before)


def wrong_password(bench: Bench) -> None:
    only_if(bench.server.checks_password)
    before = bench.server.stamps()
    wrong = PASSWORD[::-1]
    run = bench.site.publish("--host-key", bench.server.trusted(), password=wrong)
    stopped(run, "[host-login]")
    assert wrong not in run.text, "the password that was typed is shown"
    same(bench.server.stamps(), before)


def dry_run_writes_nothing(bench: Bench) -> None:
    before = bench.server.stamps()
    run = good(bench.site.publish("--dry-run", "--json", "--host-key", bench.server.trusted()))
    same(bench.server.stamps(), before)
    same(run.results()["new_articles"], ARTICLES)


def first_publish(bench: Bench) -> None:
    run = good(bench.site.publish("--json"))
    same(run.results()["put"], len(bench.site.built()))
    if is_open(bench):
        assert "insecure-host" in run.text, run.text
    bench.check_live()


def nothing_changed(bench: Bench) -> None:
    before = bench.server.stamps()
    run = good(bench.site.publish("--json"))
    same((run.results()["put"], run.results()["removed"]), (0, 0))
    same(bench.server.stamps(), before)


def one_article_more(bench: Bench) -> None:
    bench.site.article(ARTICLES)
    run = good(bench.site.publish("--json"))
    same((run.results()["new_articles"], run.results()["removed"]), (1, 0))
    bench.check_live()


def one_article_less(bench: Bench) -> None:
    bench.site.article(ARTICLES).unlink()
    run = good(bench.site.publish("--json"))
    same(run.results()["removed_pages"], 1)
    bench.check_live()


def check_whole(bench: Bench) -> None:
    """A publish that is cut off leaves a whole site, if the server can put a file in another's place in one step."""
    if bench.server.renames_over:
        same(Visitor(bench.web).broken(), [])


def client_killed(bench: Bench) -> None:
    bench.site.title = "Xã An Lạc, bản hai"
    before = bench.server.stamps()
    process = bench.site.start()
    bench.wait_for_changes(before, ARTICLES // 3, lambda: process.poll() is not None)
    process.kill()
    run = bench.site.end(process)
    assert run.status == -9, f"it was over before it could be killed: {run.text}"
    check_whole(bench)
    good(bench.site.publish())
    bench.check_live()


def server_killed(bench: Bench) -> None:
    only_if(bench.server.survives)
    bench.site.title = "Xã An Lạc, bản ba"
    before = bench.server.stamps()
    process = bench.site.start()
    bench.wait_for_changes(before, ARTICLES // 3, lambda: process.poll() is not None)
    assert process.poll() is None, f"it was over before the server could be killed: {bench.site.end(process).text}"
    bench.server.stop()
    check_whole(bench)
    time.sleep(0.7)
    bench.server.start()
    good(bench.site.end(process))
    bench.check_live()


def two_publishers(bench: Bench) -> None:
    other = Site(bench.program, bench.folder / "other", bench.server, bench.web, who="may-hai", title=bench.site.title)
    good(other.publish("--host-key", bench.server.trusted()))
    sites = [bench.site, other]
    for number, site in enumerate(sites):
        site.article(ARTICLES + 1 + number)
    processes = [site.start() for site in sites]
    runs = [site.end(process) for site, process in zip(sites, processes, strict=True)]
    same(sorted(run.status for run in runs), [0, 1])
    loser = next(run for run in runs if run.status == 1)
    assert any(code in loser.text for code in ("[host-locked", "[others-published]")), loser.text
    winner = sites[[run.status for run in runs].index(0)]
    same(Visitor(bench.web).differences(winner.built()), [])
    loses = other if winner is bench.site else bench.site
    stopped(loses.publish(), "[others-published]")
    bench.site.said += other.said
    bench.site = winner
    bench.check_live()


class Beside:
    """A folder beside the server's usual one, as a web server shows it."""

    def __init__(self, root: pathlib.Path):
        self.root = root

    def web(self) -> str:
        return f"root {self.root};"


def switched_as_a_whole(bench: Bench) -> None:
    only_if(bench.server.settings()["type"] == "sftp")
    root = bench.server.root.parent / "ca-cong"
    web = Web(bench.server.programs, bench.folder / "web-whole", Beside(root))
    try:
        site = Site(bench.program, bench.folder / "whole", bench.server, web, who="may-ba")
        path = str(pathlib.PurePosixPath(str(bench.server.settings()["path"])).parent / root.name)
        site.changes = {"switch": True, "path": path}
        if not bench.server.renames_over:
            stopped(site.publish("--host-key", bench.server.trusted()), "[no-switch]")
            same(root.exists(), False)
            return
        good(site.publish("--test", "--host-key", bench.server.trusted()))
        good(site.publish())
        visitor = Visitor(web)
        first = site.built()
        same((os.readlink(root), visitor.differences(first)), ("ca-cong.trangxa/000002", []))
        (root / ".htaccess").write_text("Options -Indexes\n")
        # Killed while it fills the next folder: visitors see all of the site that was there.
        site.title = "Xã An Lạc, cả cổng"
        next_one = root.parent / "ca-cong.trangxa" / "000003"
        process = site.start()
        while process.poll() is None and not any((next_one / ".trangxa-new").glob("*")):
            time.sleep(0.001)
        process.kill()
        same((site.end(process).status, visitor.differences(first)), (-9, []))
        good(site.publish())
        same((os.readlink(root), visitor.differences(site.built()), visitor.broken()), ("ca-cong.trangxa/000003", [], []))
        good(site.publish("--rollback"))
        same((os.readlink(root), visitor.differences(first)), ("ca-cong.trangxa/000004", []))
        same((root / ".htaccess").read_text(), "Options -Indexes\n")
        good(site.publish("--verify"))
        same(len(list((root.parent / "ca-cong.trangxa").iterdir())), 3)
    finally:
        web.stop()


def visited_over_https(bench: Bench) -> None:
    only_if(bench.server.name == "OpenSSH")
    folder = bench.folder / "certificates"
    folder.mkdir()
    root = bench.server.root.parent / "qua-https"
    root.mkdir()
    site = Site(bench.program, bench.folder / "secure", bench.server, bench.web, who="may-tu")
    site.variables = {"SSL_CERT_FILE": str(authority(folder))}
    # What is said for how many days that are left, and the exit status: what was sent is on the host in every case.
    for days, status, said in [(60, 0, "Đã mở thử"), (10, 0, "[certificate-ends]"), (0, 1, "[certificate-expired]")]:
        web = Web(bench.server.programs, bench.folder / f"web-{days}", Beside(root), vouched_for(folder, days))
        try:
            site.changes = {"path": str(root), "url": f"https://localhost:{web.port}"}
            run = site.publish("--json", "--host-key", bench.server.trusted())
            same((run.status, "certificate-" in run.text), (status, days < 21))
            site.article(ARTICLES + days)
            run = site.publish()
            same((run.status, said in run.text), (status, True))
            if days == 60:
                # Nobody whom the program knows vouches for it.
                site.variables, known = {}, site.variables
                site.article(ARTICLES + 61)
                run = site.publish()
                same((run.status, "[visit-silent]" in run.text), (0, True))
                site.variables = known
        finally:
            web.stop()


def changed_identity(bench: Bench) -> None:
    only_if(is_known(bench))
    before = bench.server.stamps()
    old = bench.server.trusted()
    bench.server.stop()
    bench.server.renew_identity()
    bench.server.start()
    bench.site.article(ARTICLES + 5)
    stopped(bench.site.publish(), "[host-key-changed]", old, bench.server.trusted())
    stopped(bench.site.publish("--host-key", bench.server.trusted()), "[host-key-changed]")
    same(bench.server.stamps(), before)


def secrets_are_nowhere(bench: Bench) -> None:
    secrets = [PASSWORD.encode()]
    key = bench.server.settings().get("key")
    if key:
        secrets.append(pathlib.Path(str(key)).read_bytes().splitlines()[2])
    places = {"what was said": "".join(bench.site.said).encode()}
    places |= bench.server.contents()
    for root in (bench.folder / "site", bench.folder / "other"):
        places |= {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    same([place for place, content in places.items() if any(secret in content for secret in secrets)], [])


CASES: list[Callable[[Bench], None]] = [
    unknown_host_is_asked_about, an_open_line_wants_insecure, wrong_password, dry_run_writes_nothing, first_publish,
    nothing_changed, one_article_more, one_article_less, client_killed, server_killed, two_publishers, switched_as_a_whole,
    visited_over_https, changed_identity, secrets_are_nowhere,
]  # fmt: skip
