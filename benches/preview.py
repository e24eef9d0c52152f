#!/usr/bin/env python3
"""Measures the live preview of a generated portal from outside, as an editor has it. Prints a Markdown table.

usage: preview.py --out DIR [--n 1000] [--edits 60] [--browser] [--theme bench|cong-xa] [--bin PROGRAM] [--seed 1]

PROGRAM is target/release/trangxa unless given; without it `cargo build --release` makes it. `--out` is best a folder on a
tmpfs (`/dev/shm`). All times are wall times in ms, from before the file is opened for saving (before the program is
started) to when the whole answer with the new text is here; an answer is asked for every 2 ms on one connection. Between
two edits there are 300 to 900 ms, so that some fall into what the program does in the background. Saves are in turn in
place (emptied, then written) and by rename (written beside it, then moved there). Standard library only.

  start     start -> an article is served, page cache warm
  body      a sentence more in an article -> the article shows it; --edits times
  title     another title of a new article -> the first list of its section shows it; a third as often
  template  the frame of every page (only where the site has a theme folder: bench) -> the page in front shows it, and
            after that the first answer of a page that was never asked for; a sixth as often
  painted   with --browser: the same bodies and templates, on a page that is open in Chromium; what the program's own
            lines tell (from the file's time of change to the second frame after the page was changed)
  idle      CPU time, after the edits, when nothing happens (--idle seconds; no browser)
  memory    VmHWM at the end

The browser comes from tests/web: `WEB_ONLY=1 sh tests/run.sh` installs what is needed. Idle and memory need /proc.
No figure here decides a test; an edit that is not shown, or any answer but 200, ends the run.
"""
import argparse
import ctypes
import http.client
import json
import math
import os
import queue
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
import gen_site  # noqa: E402
import run  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
POLL = 0.002
PATIENCE = 30
PAUSE = 0.3, 0.9
LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


def die_with_parent():
    """In the child: end when this program does, even when it is killed (PR_SET_PDEATHSIG)."""
    if LIBC:
        LIBC.prctl(1, signal.SIGTERM)


class Child:
    """A program that tells lines of JSON; it ends with the block."""

    def __init__(self, command, log, **options):
        self.log = open(log, "ab")
        self.lines = queue.Queue()
        self.told = []
        self.begun = time.perf_counter()
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=self.log, preexec_fn=die_with_parent, **options)
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        try:
            for line in self.process.stdout:
                self.told.append(json.loads(line))
                self.lines.put(self.told[-1])
        finally:
            self.lines.put(None)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.stop()
        finally:
            self.process.kill()
            self.process.wait()
            self.log.close()

    def stop(self):
        """Asks it to end, and waits."""
        if self.process.poll() is None:
            if self.process.stdin:
                self.process.stdin.close()
            else:
                self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
        self.reader.join(5)

    def drain(self):
        self.check()
        while not self.lines.empty():
            self.lines.get()

    def hear(self, is_meant, what):
        """The next line that is meant, of those not heard yet."""
        until = time.perf_counter() + PATIENCE
        try:
            while line := self.lines.get(timeout=max(0.0, until - time.perf_counter())):
                if is_meant(line):
                    return line
        except queue.Empty:
            fail(f"not within {PATIENCE} s: {what}")
        fail(f"the program ended: {what}")

    def check(self):
        if self.process.poll() is not None:
            fail(f"the program ended with {self.process.returncode}")
        self.has_no_errors()

    def has_no_errors(self):
        for line in self.told:
            if line.get("type") == "state" and line["errors"]:
                fail(f"a state with errors: {line}")


def fail(why):
    raise RuntimeError(why)


def preview(options, site, work):
    """A preview of the site that has just been started, and a connection to it that is not made yet."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [options.bin, "preview", "--no-open", "--measure", "--json", "--lang", "en", "--port", str(port), "--root", site]
    # What it leaves for a second start goes with our folder.
    program = Child(command, f"{work}/log", stdin=subprocess.DEVNULL, env={**os.environ, "TMPDIR": work})
    return program, Connection(program, port)


class Connection:
    """One connection that is kept."""

    def __init__(self, program, port):
        self.program = program
        self.address = f"http://127.0.0.1:{port}"
        self.http = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def open(self):
        while True:
            try:
                return self.http.connect()
            except ConnectionRefusedError:
                self.program.check()
                if time.perf_counter() > self.program.begun + PATIENCE:
                    fail("the program does not listen")
                time.sleep(POLL)

    def get(self, path):
        self.http.request("GET", path)
        answer = self.http.getresponse()
        text = answer.read()
        if answer.status != 200 or answer.will_close:
            fail(f"{path}: {answer.status} {answer.reason}{', connection closed' * answer.will_close}")
        return text.decode()

    def wait(self, path, mark, start):
        """Asks for a page until the mark is in it: ms since the start."""
        while True:
            asked = time.perf_counter()
            text = self.get(path)
            now = time.perf_counter()
            if mark in text:
                return (now - start) * 1000
            if now > start + PATIENCE:
                fail(f"{path} does not show {mark}")
            time.sleep(max(0.0, asked + POLL - now))


# ---- edits

def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def save(path, text, by_rename):
    """Saves a file: when that began."""
    data, at = text.encode(), f"{path}.tmp" if by_rename else path
    start = time.perf_counter()
    with open(at, "wb") as file:
        file.write(data)
    if by_rename:
        os.replace(at, path)
    return start


def url(article):
    return f"/{os.path.basename(os.path.dirname(article))}/{os.path.basename(article)[:-3]}/"


def with_sentence(rnd, text, mark):
    """The article with a sentence more at the end of one of its paragraphs."""
    blocks = text.rstrip().split("\n\n")
    paragraphs = [i for i, block in enumerate(blocks) if i > 0 and (block[0].isalpha() or block.startswith("**"))]
    at = rnd.choice(paragraphs)
    blocks[at] += f" Câu thêm {mark}."
    return "\n\n".join(blocks) + "\n"


def with_title(text, mark):
    text, times = re.subn('^title = "', f'title = "{mark} ', text, count=1, flags=re.M)
    return text if times else fail("an article has no title")


def with_foot(text, mark):
    before, foot, after = text.rpartition("</footer>")
    return f"{before}<p>{mark}</p>\n{foot}{after}" if foot else fail("the base template has no footer")


class Bench:
    def __init__(self, options, site, work):
        self.options, self.site, self.work = options, site, work
        self.rnd = random.Random(f"preview {options.seed}")
        self.rows = {}
        self.marks = 0
        self.base = f"{site}/themes/{options.theme}/templates/base.html"
        has_theme = os.path.exists(self.base)
        self.counts = {"body": options.edits, "title": max(2, options.edits // 3),
                       "template": max(2, options.edits // 6) if has_theme else 0}
        self.articles = run.articles(site)
        self.rnd.shuffle(self.articles)
        # The first ones are not asked for before their turn.
        self.unseen, self.articles = self.articles[:self.counts["template"]], self.articles[self.counts["template"]:]

    def note(self, what, ms):
        self.rows.setdefault(what, []).append(ms)

    def mark(self):
        self.marks += 1
        return f"danhdau{self.marks}x"

    def pause(self):
        time.sleep(self.rnd.uniform(*PAUSE))

    def starts(self):
        article = url(self.articles[0])
        for _ in range(self.options.starts):
            program, connection = preview(self.options, self.site, self.work)
            with program:
                connection.open()
                if "<article" not in connection.get(article):
                    fail(f"{article} is no article")
                self.note("start → an article served", (time.perf_counter() - program.begun) * 1000)

    def edits(self):
        program, connection = preview(self.options, self.site, self.work)
        with program:
            connection.open()
            settle(program)
            for i in range(self.counts["body"]):
                self.body(connection, i)
            for i in range(self.counts["title"]):
                self.title(connection, i)
            for i in range(self.counts["template"]):
                self.template(connection, i)
            program.check()
            settle(program)
            before = ticks(program)
            if before is not None:
                time.sleep(self.options.idle)
                spent = (ticks(program) - before) * 1000 / os.sysconf("SC_CLK_TCK")
                self.rows[f"CPU time in {self.options.idle} s of idleness"] = [spent]
            self.memory(status(program, "VmHWM"), "peak memory, MiB")
            program.stop()
            program.has_no_errors()

    def body(self, connection, i):
        article, mark = self.rnd.choice(self.articles), self.mark()
        connection.get(url(article))
        text = read(article)
        self.pause()
        start = save(article, with_sentence(self.rnd, text, mark), by_rename=i % 2)
        self.note(f"body saved {HOW[i % 2]} → GET shows it", connection.wait(url(article), mark, start))

    def title(self, connection, i):
        section = url(self.rnd.choice(self.articles)).rpartition("/")[0].rpartition("/")[0] + "/"
        shown = connection.get(section)
        articles = [a for a in self.articles if url(a).startswith(section) and f"{url(a)[1:]}\"" in shown]
        if not articles:
            fail(f"{section} lists none of its articles")
        article, mark = self.rnd.choice(articles), self.mark()
        text = read(article)
        self.pause()
        start = save(article, with_title(text, mark), by_rename=i % 2)
        self.note("title saved → its section's list shows it", connection.wait(section, mark, start))
        save(article, text, by_rename=True)

    def template(self, connection, i):
        article, mark = self.rnd.choice(self.articles), self.mark()
        connection.get(url(article))
        text = read(self.base)
        self.pause()
        start = save(self.base, with_foot(text, mark), by_rename=i % 2)
        try:
            self.note("base template saved → the page in front", connection.wait(url(article), mark, start))
            unseen = self.unseen.pop()
            if mark not in connection.get(url(unseen)):
                fail(f"{url(unseen)} has not the new template")
            self.note("base template saved → then a page never asked for", (time.perf_counter() - start) * 1000)
        finally:
            save(self.base, text, by_rename=True)

    def memory(self, peak, what):
        if peak is not None:
            self.rows[what] = [peak / 1024]

    # ---- in the browser

    def painted(self):
        node = find_node()
        program, connection = preview(self.options, self.site, self.work)
        with program:
            connection.open()
            article = self.rnd.choice(self.articles)
            connection.get(url(article))
            settle(program)
            command = [node, f"{HERE}/preview.mjs", connection.address + url(article)]
            with Child(command, f"{self.work}/log", stdin=subprocess.PIPE) as tab:
                tab.hear(lambda line: line.get("ready"), "the browser opens the page")
                text = read(article)
                for i in range(self.counts["body"]):
                    mark = self.mark()
                    ms = self.paint(program, tab, article, with_sentence(self.rnd, text, mark), mark, i)
                    self.note(f"body saved {HOW[i % 2]} → painted", ms)
                text = read(self.base) if self.counts["template"] else ""
                for i in range(self.counts["template"]):
                    mark = self.mark()
                    ms = self.paint(program, tab, self.base, with_foot(text, mark), mark, i)
                    self.note("base template saved → painted", ms)
                tab.stop()
                end = tab.told[-1]
                if not end.get("kept") or end["wrong"]:
                    fail(f"the page was loaded anew, or has errors: {end}")
            peak = status(program, "VmHWM")
            program.stop()
            program.has_no_errors()
            # The program's own summary is of all of them.
            every = [line["ms"] for line in program.told if line.get("type") == "painted"]
            lines = [line for line in program.told if line.get("type") == "measured"]
            measured = {line.get("what", "painted"): line for line in lines}  # older programs sum up only these
            ours = {"count": len(every), **summary(every)}
            if ours.items() - measured.get("painted", {}).items():
                fail(f"the program sums up {lines}, that is not {ours}")
            if len(every) != self.counts["body"] + self.counts["template"]:
                print(f"painted {len(every)} times, which is not once for each edit", file=sys.stderr)
            self.rows["all of these → painted, as the program sums up"] = measured["painted"]
            if "served" in measured:
                self.rows["all of these → the state is there, as the program sums up"] = measured["served"]
            self.memory(peak, "peak memory with the browser, MiB")

    def paint(self, program, tab, path, text, mark, i):
        self.pause()
        program.drain()
        start = save(path, text, by_rename=i % 2)
        ms = program.hear(lambda line: line.get("type") == "painted", f"painted, after {path} was saved")["ms"]
        outside = (time.perf_counter() - start) * 1000
        # The file's time of change is as coarse as the system's timer: up to 10 ms early.
        if ms > outside + 12:
            fail(f"painted within {ms} ms, it says, and {outside:.0f} ms after the save it says so")
        tab.process.stdin.write(f"{mark}\n".encode())
        tab.process.stdin.flush()
        if not tab.hear(lambda line: "shown" in line, "the browser answers")["shown"]:
            fail(f"painted, but {mark} is not on the page")
        return ms


HOW = "in place", "by rename"


def find_node():
    """Node as tests/run.sh finds it."""
    web, root = f"{HERE}/../tests/web", f"{HERE}/.."
    where = os.pathsep.join([f"{web}/.venv/bin", f"{root}/target/tools/bin", os.environ.get("PATH", "")])
    node = shutil.which("node", path=where)
    if not node or not os.path.exists(f"{web}/node_modules/playwright-core"):
        fail("no browser to drive: `WEB_ONLY=1 sh tests/run.sh` installs what --browser needs")
    return node


# ---- what the system knows of a program

def status(program, name):
    try:
        found = re.search(rf"^{name}:\s*(\d+) kB", read(f"/proc/{program.process.pid}/status"), re.M)
    except FileNotFoundError:
        return None
    return int(found[1]) if found else None


def ticks(program):
    """CPU time in clock ticks: utime and stime."""
    try:
        fields = read(f"/proc/{program.process.pid}/stat").rpartition(")")[2].split()
    except FileNotFoundError:
        return None
    return int(fields[11]) + int(fields[12])


def settle(program):
    """Waits until the program has nothing to do: no more than a tick in each of three half seconds."""
    still = 0
    until = time.perf_counter() + PATIENCE
    while still < 3:
        before = ticks(program)
        time.sleep(0.5)
        program.check()
        still = still + 1 if before is None or ticks(program) - before <= 1 else 0
        if time.perf_counter() > until:
            return print(f"it is still busy after {PATIENCE} s of nothing to do", file=sys.stderr)


# ---- all together

def summary(times):
    """Each a time that was measured; as the program sums up."""
    times = sorted(times)
    return {name: times[math.ceil(len(times) * percent / 100) - 1] for name, percent in (("p50", 50), ("p95", 95), ("max", 100))}


def table(rows):
    print("| ms, where nothing else is said | times | p50 | p95 | max |")
    print("|---|---:|---:|---:|---:|")
    for what, times in rows.items():
        row = times if isinstance(times, dict) else {"count": len(times), **summary(times)}
        figures = [row[name] for name in ("p50", "p95", "max")]
        figures = [f"{x:.0f}" if x == int(x) else f"{x:.1f}" for x in figures]
        if row["count"] == 1:
            figures[:2] = "", ""
        print(f"| {what} | {row['count']} | {' | '.join(figures)} |")


def make_site(options, work):
    gen_site.generate(options.n, work)
    site = f"{work}/trangxa"
    if options.theme == "bench":
        shutil.copytree(f"{HERE}/theme", f"{site}/themes/bench")
    settings = read(f"{site}/site.toml")
    gen_site.write(f"{site}/site.toml", f"theme = \"{options.theme}\"\n{settings}")
    return site


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--n", type=int, default=1000, help="articles")
    parser.add_argument("--edits", type=int, default=60, help="saves of a body")
    parser.add_argument("--out", help="folder for the site (default: the temporary folder)")
    parser.add_argument("--browser", action="store_true", help="measure in Chromium too")
    parser.add_argument("--theme", choices=["bench", "cong-xa"], default="bench")
    parser.add_argument("--bin", help="the program (default: target/release/trangxa)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--idle", type=int, default=20, metavar="SECONDS")
    parser.add_argument("--keep", action="store_true", help="leave the site and what the program said there")
    options = parser.parse_args()
    if options.edits < 2 or options.starts < 1 or options.n < max(50, options.edits):
        parser.error("at least 2 edits, 1 start, 50 articles, and as many articles as edits")
    options.bin = run.find_binary(options.bin)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, _: sys.exit(128 + number))
    if options.browser:
        find_node()
    if options.out:
        os.makedirs(options.out, exist_ok=True)
    work = os.path.realpath(tempfile.mkdtemp(prefix="trangxa-bench-", dir=options.out))
    try:
        bench = Bench(options, make_site(options, work), work)
        stages = [bench.starts, bench.edits] + [bench.painted] * options.browser
        for stage in stages:
            print(f"{stage.__name__} …", file=sys.stderr)
            stage()
    except (RuntimeError, OSError, http.client.HTTPException) as error:
        said = read(f"{work}/log")[-3000:] if os.path.exists(f"{work}/log") else ""
        sys.exit(f"{type(error).__name__}: {error}\n{said}")
    finally:
        if options.keep:
            print(f"kept: {work}", file=sys.stderr)
        else:
            shutil.rmtree(work, ignore_errors=True)
    print(f"\n{options.n:,} articles, theme {options.theme}, seed {options.seed}, {os.cpu_count()} processors\n")
    table(bench.rows)


if __name__ == "__main__":
    main()
