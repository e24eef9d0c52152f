"""Debian's server packages, and one of Python's, unpacked into a folder of ours.

Nothing is installed: three of the servers conflict with each other, and no service is ever started or set up. A program
that the machine has already is used as it is.
"""

import os
import pathlib
import shutil
import subprocess
import sys

PACKAGES = ["vsftpd", "proftpd-mod-crypto", "pure-ftpd", "nginx-light", "lftp"]
MOTO = "moto[server]==5.2.1"
PROGRAMS = ["vsftpd", "proftpd", "pure-ftpd", "pure-pw", "nginx", "lftp"]


class Programs:
    """Where the servers' programs and their libraries lie."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        self.root = folder / "root"
        self.fetch()

    def fetch(self) -> None:
        if (self.folder / "complete").exists():
            return
        archives = self.folder / "archives"
        for package in PACKAGES:
            # One after the other: they cannot be installed together.
            (archives / "partial").mkdir(parents=True, exist_ok=True)
            options = ["-y", "-q", "--no-install-recommends", "--download-only"]
            places = ["-o", f"Dir::Cache::archives={archives}", "-o", "Debug::NoLocking=1"]
            subprocess.run(["apt-get", "install", *options, *places, package], check=True, stdout=subprocess.DEVNULL)
        for archive in sorted(archives.glob("*.deb")):
            subprocess.run(["dpkg-deb", "-x", archive, self.root], check=True)
        shutil.rmtree(archives)
        missing = [name for name in PROGRAMS if not self.find(name)]
        if missing:
            raise SystemExit(f"not found after unpacking: {', '.join(missing)}")
        (self.folder / "complete").touch()

    def moto(self) -> str:
        """The storage's program, in a Python environment of its own."""
        place = self.folder / "moto"
        if not (place / "complete").exists():
            subprocess.run([sys.executable, "-m", "venv", place], check=True)
            pip = [place / "bin" / "pip", "install", "-q", "--disable-pip-version-check"]
            subprocess.run([*pip, MOTO], check=True)
            (place / "complete").touch()
        return str(place / "bin" / "moto_server")

    def find(self, name: str) -> str:
        path = os.pathsep.join([str(self.root / place) for place in ("usr/sbin", "usr/bin", "bin")])
        return shutil.which(name, path=path + os.pathsep + "/usr/sbin:/usr/bin:/sbin:/bin") or ""

    def environment(self) -> dict[str, str]:
        libraries = {str(path.parent) for path in self.root.glob("**/*.so*") if "/lib/" in str(path)}
        return {"PATH": os.environ["PATH"], "LD_LIBRARY_PATH": os.pathsep.join(sorted(libraries)), "LC_ALL": "C.UTF-8"}

    def modules(self, server: str) -> pathlib.Path:
        """The folder of a server's loadable modules."""
        found = next(iter(self.root.glob(f"usr/lib/{server}*")), None)
        return found or pathlib.Path(f"/usr/lib/{server}")
