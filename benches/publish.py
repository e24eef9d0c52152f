"""How fast a site goes to a host over SFTP: OpenSSH on loopback, beside lftp, and over a slow line.

    python3 benches/publish.py target/release/trangxa [--files 5000] [--many 20000]

Prints a table. The servers are those of tests/servers. The slow line delays each direction by 50 ms and lets 10 Mbit/s
through; it is a proxy on loopback.
"""

import argparse
import asyncio
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests" / "servers"))

from packages import Programs  # noqa: E402
from servers import OpenSsh, Web, free_port  # noqa: E402
from small_site import Site  # noqa: E402

DELAY = 0.05
BYTES_A_SECOND = 10_000_000 / 8


async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One direction of a line: every byte comes `DELAY` later, and no more of them than the line holds."""
    waiting: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(64)

    async def deliver() -> None:
        while True:
            due, piece = await waiting.get()
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            if not piece:
                writer.close()
                return
            writer.write(piece)
            await writer.drain()

    task = asyncio.create_task(deliver())
    free = 0.0
    while True:
        piece = await reader.read(8_192)
        free = max(free, time.monotonic()) + len(piece) / BYTES_A_SECOND
        await waiting.put((free + DELAY, piece))
        if not piece:
            break
    await task


def slow_line(port: int) -> int:
    """A port that leads to another over a slow line."""
    ours = free_port()
    ready = threading.Event()

    async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.gather(pass_on(reader, back), pass_on(there, writer), return_exceptions=True)

    async def serve() -> None:
        server = await asyncio.start_server(greet, "127.0.0.1", ours)
        ready.set()
        await server.serve_forever()

    threading.Thread(target=lambda: asyncio.run(serve()), daemon=True).start()
    ready.wait()
    return ours


class Bench:
    def __init__(self, program: pathlib.Path, folder: pathlib.Path):
        programs = Programs(HERE.parent / "target" / "servers")
        self.lftp = programs.find("lftp")
        self.environment = programs.environment()
        self.server = OpenSsh(programs, folder / "server")
        self.web = Web(programs, folder / "web", self.server)
        self.program = program
        self.folder = folder

    def stop(self) -> None:
        self.web.stop()
        self.server.stop()

    def clear(self) -> None:
        for path in self.server.root.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    def site(self, name: str, files: int) -> Site:
        """A small site with so many small files beside it."""
        site = Site(self.program, self.folder / name, self.server, self.web)
        for number in range(files):
            path = site.folder / "static" / "so-lieu" / f"{number // 500:03}" / f"{number:05}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"Số {number}. " + "Thửa đất trong xã. " * (number % 100))
        return site

    def timed(self, site: Site, *arguments: str) -> tuple[float, dict[str, object]]:
        start = time.monotonic()
        run = site.publish("--json", "--host-key", self.server.trusted(), *arguments)
        assert run.status == 0, run.text[-2000:]
        return time.monotonic() - start, run.results()

    def lftp_mirror(self, site: Site, lines: int) -> float:
        ssh = f"ssh -a -x -i {self.server.folder}/client -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null"
        user = self.server.settings()["user"]
        script = (
            f"set sftp:connect-program '{ssh}'; open -p {self.server.port} sftp://{user}:x@127.0.0.1; "
            f"mirror -R --parallel={lines} {site.folder}/public {self.server.root}; bye"
        )
        start = time.monotonic()
        subprocess.run([self.lftp, "-c", script], check=True, env=self.environment, capture_output=True)
        return time.monotonic() - start


def row(what: str, seconds: float, more: str = "") -> None:
    print(f"| {what} | {seconds:.1f} s | {more} |", flush=True)


def first_upload(bench: Bench, files: int) -> None:
    site = bench.site("many", files)
    seconds, result = bench.timed(site)
    row(f"first publish, {result['put']} files, with the build", seconds, f"{result['put'] / seconds:.0f} files/s")
    seconds, result = bench.timed(site)
    row("nothing changed", seconds, f"{result['put']} files sent")
    for lines in (1, 4):
        bench.clear()
        seconds = bench.lftp_mirror(site, lines)
        row(f"lftp mirror -R --parallel={lines}", seconds, f"{files / seconds:.0f} files/s")
    bench.clear()
    shutil.rmtree(site.folder)


def one_article(bench: Bench, files: int) -> None:
    site = bench.site("slow", files)
    bench.timed(site)
    site.changes = {"port": slow_line(bench.server.port)}
    site.article(900)
    seconds, result = bench.timed(site)
    row(f"one new article over the slow line, {result['unchanged']} files stay", seconds, f"{result['put']} files sent")
    seconds, _ = bench.timed(site)
    row("nothing changed over the slow line", seconds)
    bench.clear()
    shutil.rmtree(site.folder)


def very_many(bench: Bench, files: int) -> None:
    site = bench.site("very-many", files)
    seconds, result = bench.timed(site)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    row(f"first publish, {result['put']} files, with the build", seconds, f"at most {peak:.0f} MB of memory")
    site.article(900)
    seconds, result = bench.timed(site)
    row("one new article", seconds, f"{result['put']} files sent")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--files", type=int, default=5_000)
    parser.add_argument("--many", type=int, default=20_000)
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="trangxa-bench-"))
    folder.chmod(0o755)
    bench = Bench(options.program.resolve(), folder)
    try:
        print("| what | time | |\n|---|---|---|")
        if options.files:
            first_upload(bench, options.files)
            one_article(bench, 2_000)
        if options.many:
            very_many(bench, options.many)
    finally:
        bench.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
