"""Publishing to real servers: starts each on loopback, publishes to it with the built program, and stops it again.

    python3 tests/servers/run.py target/release/trangxa [NAME…]

Names of servers choose some of them. The servers' programs are unpacked into target/servers.
"""

import concurrent.futures
import pathlib
import shutil
import sys
import tempfile
import time
import traceback

from cases import CASES, Bench, NotHere
from packages import Programs
from servers import IS_ROOT, SERVERS, Server, Web

TARGET = pathlib.Path(__file__).resolve().parents[2] / "target"
AT_A_TIME = 3


def try_server(kind: type[Server], program: pathlib.Path, programs: Programs, folder: pathlib.Path) -> list[tuple[bool, str]]:
    """Whether each case went well, and what to print about it. After a failure the server's other cases mean nothing."""
    server = kind(programs, folder / "server")
    try:
        web = Web(programs, folder / "web", server)
        try:
            return list(try_cases(Bench(program, server, web, folder)))
        finally:
            web.stop()
    finally:
        server.stop()


def try_cases(bench: Bench):
    for case in CASES:
        title = f"{bench.server.name}: {case.__name__.replace('_', ' ')}"
        start = time.monotonic()
        try:
            case(bench)
        except NotHere:
            continue
        except Exception as error:  # noqa: BLE001 a case may fail in any way
            where = "".join(traceback.format_tb(error.__traceback__)[-2:])
            yield False, f"FAIL {title}\n{where}{error}\n-- the server's log\n{bench.server.log()[-3000:]}"
            return
        yield True, f"ok   {title} ({time.monotonic() - start:.1f} s)"


def main() -> int:
    program = pathlib.Path(sys.argv[1]).resolve()
    chosen = [kind for kind in SERVERS if not sys.argv[2:] or kind.name in sys.argv[2:]]
    kinds = [kind for kind in chosen if IS_ROOT or not kind.needs_root]
    programs = Programs(TARGET / "servers")
    folder = pathlib.Path(tempfile.mkdtemp(prefix="trangxa-servers-"))
    folder.chmod(0o755)
    passed = failed = 0
    try:
        with concurrent.futures.ThreadPoolExecutor(AT_A_TIME) as pool:
            places = {kind: folder / kind.__name__ for kind in kinds}
            trials = [pool.submit(try_server, kind, program, programs, place) for kind, place in places.items()]
            for trial in concurrent.futures.as_completed(trials):
                for went_well, text in trial.result():
                    print(text, flush=True)
                    passed, failed = passed + went_well, failed + (not went_well)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for kind in chosen:
        if kind not in kinds:
            print(f"skip {kind.name}: can only be started by root")
    print(f"{passed} passed, {failed} failed, {len(chosen) - len(kinds)} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
