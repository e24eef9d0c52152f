"""Real servers on loopback, each an ordinary child process with its configuration in a folder of ours."""

import ctypes
import getpass
import grp
import hashlib
import hmac
import http.client
import http.server
import os
import pathlib
import pwd
import signal
import socket
import ssl
import subprocess
import threading
import time
import urllib.parse
import xml.etree.ElementTree
from collections.abc import Callable

from packages import Programs

PASSWORD = "Mat-khau-rat-bi-mat-0193"
IS_ROOT = os.geteuid() == 0
# As whom servers write that root starts: somebody with a home that is there and who may do nothing.
WRITER = pwd.getpwnam("daemon" if IS_ROOT else getpass.getuser())
DIES_WITH_US = 1  # PR_SET_PDEATHSIG


def free_port() -> int:
    """A port below those that the system gives by itself, so that no connection takes it before the server does."""
    while True:
        port = 20_000 + int.from_bytes(os.urandom(2)) % 10_000
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue


def die_with_parent() -> None:
    ctypes.CDLL(None).prctl(DIES_WITH_US, signal.SIGKILL)


def certificate(folder: pathlib.Path, name: str = "pair") -> pathlib.Path:
    """A key with a certificate that nobody vouches for, in one file."""
    pair = folder / f"{name}.pem"
    key, cert = folder / f"{name}.key", folder / f"{name}.crt"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", cert],
        check=True, capture_output=True,
    )  # fmt: skip
    pair.write_bytes(key.read_bytes() + cert.read_bytes())
    pair.chmod(0o600)
    return pair


def authority(folder: pathlib.Path) -> pathlib.Path:
    """A certificate authority of our own, in `authority.crt` of a folder."""
    cert = folder / "authority.crt"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "300", "-subj", "/CN=Test", "-keyout",
         folder / "authority.key", "-out", cert],
        check=True, capture_output=True,
    )  # fmt: skip
    return cert


def vouched_for(folder: pathlib.Path, days: int) -> pathlib.Path:
    """A key with a certificate for so many days by the authority in a folder, in one file; for 0 days it ends at once."""
    key, request, cert, pair = (folder / f"vouched.{end}" for end in ("key", "csr", "crt", "pem"))
    subprocess.run(
        ["openssl", "req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-addext",
         "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", request],
        check=True, capture_output=True,
    )  # fmt: skip
    subprocess.run(
        ["openssl", "x509", "-req", "-in", request, "-CA", folder / "authority.crt", "-CAkey", folder / "authority.key",
         "-CAcreateserial", "-copy_extensions", "copy", "-days", str(days), "-out", cert],
        check=True, capture_output=True,
    )  # fmt: skip
    pair.write_bytes(key.read_bytes() + cert.read_bytes())
    pair.chmod(0o600)
    return pair


def fingerprint(pair: pathlib.Path) -> str:
    """A certificate's SHA-256 as trangxa shows it."""
    said = subprocess.run(["openssl", "x509", "-in", pair, "-outform", "DER"], check=True, capture_output=True).stdout
    return hashlib.sha256(said).hexdigest()


def ssh_fingerprint(key: pathlib.Path) -> str:
    """A host key's SHA-256 as trangxa shows it."""
    said = subprocess.run(["ssh-keygen", "-l", "-f", key], check=True, capture_output=True).stdout
    return said.decode().split()[1]


def wait_for(process: "subprocess.Popen[bytes]", port: int, log: Callable[[], str]) -> None:
    """Waits until somebody answers at the port."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError(f"does not start: {log()}")


def end(process: "subprocess.Popen[bytes]") -> None:
    """Kills a process with all that it has begotten."""
    for pid in family(process.pid):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
    process.wait()


class Server:
    """One server. `folder` is its own, `root` the published one."""

    name = ""
    needs_root = False
    # Whether it looks at the password, can put a file in another's place in one step, and keeps the files when it is killed.
    checks_password = True
    renames_over = True
    survives = True
    # What the program's environment has for this server.
    variables: dict[str, str] = {}

    def __init__(self, programs: Programs, folder: pathlib.Path):
        self.programs = programs
        self.folder = folder
        self.root = folder / "home" / "public_html"
        self.root.mkdir(parents=True)
        self.port = free_port()
        self.process: subprocess.Popen[bytes] | None = None
        self.set_up()
        self.start()

    # What is on it.

    def place(self, path: str, text: str) -> None:
        """Puts somebody else's file there."""
        place = self.root / path
        place.parent.mkdir(exist_ok=True)
        place.write_text(text)

    def contents(self) -> dict[str, bytes]:
        paths = [path for path in self.root.rglob("*") if path.is_file()]
        return {str(path.relative_to(self.root)): path.read_bytes() for path in paths}

    def stamps(self) -> dict[str, tuple[object, ...]]:
        """What a write anywhere there would change."""
        found = {}
        for path in [self.root, *self.root.rglob("*")]:
            try:
                stat = path.stat()
            except FileNotFoundError:
                continue
            found[str(path.relative_to(self.root))] = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
        return found

    def web(self) -> str:
        """What nginx shows visitors of it."""
        return f"root {self.root};"

    # What each server has for itself.

    def set_up(self) -> None:
        """Makes keys and configuration."""

    def command(self) -> list[str]:
        raise NotImplementedError

    def settings(self) -> dict[str, object]:
        """What `[publish.NAME]` says for it."""
        raise NotImplementedError

    def trusted(self) -> str:
        """The fingerprint of its key or certificate."""
        raise NotImplementedError

    def renew_identity(self) -> None:
        """Gives it another key or certificate; used after a restart."""
        raise NotImplementedError

    # What all share.

    def write(self, name: str, text: str) -> pathlib.Path:
        path = self.folder / name
        path.write_text(text)
        path.chmod(0o600)
        return path

    def give_away(self) -> None:
        """Gives the published folder to the user as whom the server writes."""
        if IS_ROOT:
            os.chown(self.root, WRITER.pw_uid, WRITER.pw_gid)

    def start(self) -> None:
        log = (self.folder / "log").open("ab")
        self.process = subprocess.Popen(
            self.command(), cwd=self.folder, env=self.programs.environment(), stdin=subprocess.DEVNULL, stdout=log,
            stderr=log, start_new_session=True, preexec_fn=die_with_parent,
        )  # fmt: skip
        wait_for(self.process, self.port, self.log)

    def log(self) -> str:
        return "".join(path.read_text(errors="replace") for path in sorted(self.folder.glob("log*")))

    def stop(self) -> None:
        """Kills it with every line that is open."""
        if self.process:
            end(self.process)
            self.process = None

    def restart(self) -> None:
        self.stop()
        self.start()


def family(pid: int) -> list[int]:
    """A process and all that it has begotten, the eldest first."""
    parents: dict[int, list[int]] = {}
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    found = [pid]
    for member in found:
        found += parents.get(member, [])
    return found


class OpenSsh(Server):
    name = "OpenSSH"
    checks_password = False

    def set_up(self) -> None:
        self.renew_identity()
        self.new_key("client")
        keys = self.write("authorized_keys", (self.folder / "client.pub").read_text())
        if IS_ROOT:
            pathlib.Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
        self.write("config", f"""
            ListenAddress 127.0.0.1:{self.port}
            HostKey {self.folder}/host
            PidFile none
            AuthorizedKeysFile {keys}
            StrictModes no
            UsePAM no
            PermitRootLogin prohibit-password
            PasswordAuthentication yes
            MaxStartups 100
            Subsystem sftp internal-sftp
            """)  # fmt: skip

    def new_key(self, name: str) -> None:
        for path in (self.folder / name, self.folder / f"{name}.pub"):
            path.unlink(missing_ok=True)
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.folder / name], check=True)

    def renew_identity(self) -> None:
        self.new_key("host")

    def command(self) -> list[str]:
        # Its processes change to `/`: the log's path must be absolute.
        return [self.programs.find("sshd"), "-D", "-f", f"{self.folder}/config", "-E", f"{self.folder}/log.sshd"]

    def settings(self) -> dict[str, object]:
        user = getpass.getuser()
        return {"type": "sftp", "user": user, "path": str(self.root), "key": str(self.folder / "client")}

    def trusted(self) -> str:
        return ssh_fingerprint(self.folder / "host.pub")


class WithCertificate(Server):
    """A server that shows a certificate."""

    def renew_identity(self) -> None:
        certificate(self.folder)

    def trusted(self) -> str:
        return fingerprint(self.folder / "pair.pem")


class Vsftpd(WithCertificate):
    """Knows no MLSD. Its anonymous login wants a password from a list, so that no account of the machine is needed."""

    name = "vsftpd"
    implicit = False

    def set_up(self) -> None:
        self.renew_identity()
        self.write("passwords", PASSWORD + "\n")
        self.give_away()
        empty = self.folder / "empty"
        empty.mkdir()
        self.write("config", "\n".join([
            "listen=YES", f"listen_port={self.port}", "listen_address=127.0.0.1", "background=NO",
            "anonymous_enable=YES", "secure_email_list_enable=YES", f"email_password_file={self.folder}/passwords",
            f"anon_root={self.folder}/home", f"ftp_username={WRITER.pw_name}", f"run_as_launching_user={'NO' if IS_ROOT else 'YES'}",
            "write_enable=YES", "anon_upload_enable=YES", "anon_mkdir_write_enable=YES", "anon_other_write_enable=YES",
            "anon_umask=022", "anon_world_readable_only=NO", "seccomp_sandbox=NO", "isolate=NO", "isolate_network=NO",
            "pasv_min_port=30000", "pasv_max_port=32000", f"secure_chroot_dir={empty}",
            "ssl_enable=YES", "allow_anon_ssl=YES", "force_anon_logins_ssl=YES", "force_anon_data_ssl=YES",
            "ssl_tlsv1=NO", "require_ssl_reuse=YES", f"rsa_cert_file={self.folder}/pair.pem", "ssl_ciphers=HIGH",
            f"implicit_ssl={'YES' if self.implicit else 'NO'}", f"vsftpd_log_file={self.folder}/log.vsftpd",
            "log_ftp_protocol=YES", "xferlog_enable=YES", "",
        ]))  # fmt: skip

    def command(self) -> list[str]:
        return [self.programs.find("vsftpd"), f"{self.folder}/config"]

    def settings(self) -> dict[str, object]:
        return {"type": "ftps", "user": "anonymous", "path": "/public_html", **({"implicit": True} if self.implicit else {})}


class VsftpdImplicit(Vsftpd):
    name = "vsftpd implicit"
    implicit = True


class ProFtpd(WithCertificate):
    name = "ProFTPD"
    implicit = False
    lists_for_machines = True

    def set_up(self) -> None:
        self.renew_identity()
        crypt = ["openssl", "passwd", "-6", PASSWORD]
        secret = subprocess.run(crypt, check=True, capture_output=True).stdout.decode().strip()
        self.give_away()
        self.write("users", f"xa:{secret}:{WRITER.pw_uid}:{WRITER.pw_gid}::{self.folder}/home:/bin/sh\n")
        lines = [
            "ServerType standalone", "ServerName test", f"Port {self.port}", "DefaultAddress 127.0.0.1", "UseIPv6 off",
            "Umask 022", "AllowOverwrite on", "RequireValidShell off", "AuthOrder mod_auth_file.c", "WtmpLog off",
            f"User {WRITER.pw_name}", f"Group {grp.getgrgid(WRITER.pw_gid).gr_name}",
            f"AuthUserFile {self.folder}/users", f"PidFile {self.folder}/pid", f"ScoreboardFile {self.folder}/score",
            f"SystemLog {self.folder}/log.proftpd", "PassivePorts 30000 32000", "TransferLog none", "UseReverseDNS off",
            f"ModulePath {self.programs.modules('proftpd')}", *self.protocol(),
        ]  # fmt: skip
        if IS_ROOT:
            lines += ["DefaultRoot ~"]
        self.write("config", "\n".join([*lines, ""]))

    def protocol(self) -> list[str]:
        options = "UseImplicitSSL" if self.implicit else "NoEmptyFragments"
        lines = [
            "LoadModule mod_tls.c", "TLSEngine on", "TLSRequired on", f"TLSOptions {options}",
            f"TLSRSACertificateFile {self.folder}/pair.pem", f"TLSRSACertificateKeyFile {self.folder}/pair.pem",
            f"TLSLog {self.folder}/log.tls",
        ]  # fmt: skip
        if not self.lists_for_machines:
            lines += ["FactsAdvertise off", "<Limit MLSD MLST>", "DenyAll", "</Limit>"]
        return lines

    def command(self) -> list[str]:
        return [self.programs.find("proftpd"), "-n", "-c", f"{self.folder}/config"]

    def settings(self) -> dict[str, object]:
        path = "public_html" if IS_ROOT else str(self.root)
        return {"type": "ftps", "user": "xa", "path": path, **({"implicit": True} if self.implicit else {})}


class ProFtpdImplicit(ProFtpd):
    name = "ProFTPD implicit"
    implicit = True


class ProFtpdListOnly(ProFtpd):
    name = "ProFTPD without MLSD"
    lists_for_machines = False


class ProFtpdPlain(ProFtpd):
    name = "ProFTPD without TLS"

    def protocol(self) -> list[str]:
        return []

    def settings(self) -> dict[str, object]:
        return super().settings() | {"insecure": True}


class ProFtpdSftp(ProFtpd):
    """SFTP by a password, and without OpenSSH's rename over a file that is there."""

    name = "ProFTPD SFTP"
    renames_over = False

    def renew_identity(self) -> None:
        for path in (self.folder / "host", self.folder / "host.pub"):
            path.unlink(missing_ok=True)
        command = ["ssh-keygen", "-q", "-m", "PEM", "-t", "rsa", "-b", "2048", "-N", "", "-f", self.folder / "host"]
        subprocess.run(command, check=True)

    def trusted(self) -> str:
        return ssh_fingerprint(self.folder / "host.pub")

    def protocol(self) -> list[str]:
        return [
            "LoadModule mod_sftp.c", "SFTPEngine on", f"SFTPHostKey {self.folder}/host", f"SFTPLog {self.folder}/log.sftp",
            "SFTPAuthMethods password", "SFTPExtensions -posixRename",
        ]  # fmt: skip

    def settings(self) -> dict[str, object]:
        return super().settings() | {"type": "sftp"}


class PureFtpd(WithCertificate):
    name = "Pure-FTPd"
    needs_root = True

    def set_up(self) -> None:
        self.renew_identity()
        self.give_away()
        pure_pw, users = self.programs.find("pure-pw"), self.folder / "users"
        subprocess.run(
            [pure_pw, "useradd", "xa", "-u", str(WRITER.pw_uid), "-g", str(WRITER.pw_gid), "-d", self.folder / "home", "-f", users, "-F",
             self.folder / "users.pdb", "-m"],
            input=f"{PASSWORD}\n{PASSWORD}\n".encode(), check=True, capture_output=True, env=self.programs.environment(),
        )  # fmt: skip

    def command(self) -> list[str]:
        folder = self.folder
        return [
            self.programs.find("pure-ftpd"), "-S", f"127.0.0.1,{self.port}", "-l", f"puredb:{folder}/users.pdb", "-A", "-E",
            "-H", "-p", "30000:32000", "-u", "1", "-U", "022:022", "-C", "20", "-c", "100", "-g", f"{folder}/pid",
            "--tls=3", f"--certfile={folder}/pair.pem",
        ]  # fmt: skip

    def settings(self) -> dict[str, object]:
        return {"type": "ftps", "user": "xa", "path": "/public_html"}


class Moto(Server):
    """Object storage. It keeps the objects in memory and looks at no signature."""

    name = "S3 (moto)"
    checks_password = False
    survives = False
    BUCKET = "/cong-xa"
    # What lets in here: moto wants a signature and does not look at it.
    SIGNED = "AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0"

    def set_up(self) -> None:
        self.storage_port = self.port

    def start(self) -> None:
        super().start()
        self.ask("PUT", self.BUCKET)

    def ask(self, method: str, path: str, body: str = "") -> bytes:
        line = http.client.HTTPConnection("127.0.0.1", self.storage_port, timeout=20)
        line.request(method, urllib.parse.quote(path, safe="/?&=%-"), body.encode(), {"Authorization": self.SIGNED})
        return line.getresponse().read()

    def command(self) -> list[str]:
        return [self.programs.moto(), "-H", "127.0.0.1", "-p", str(self.storage_port)]

    def settings(self) -> dict[str, object]:
        return {"type": "s3", "bucket": self.BUCKET[1:], "user": "AKIAXAANLAC", "path": "cong", "insecure": True}

    def trusted(self) -> str:
        return "-"

    def place(self, path: str, text: str) -> None:
        self.ask("PUT", f"{self.BUCKET}/cong/{path}", text)

    def stamps(self) -> dict[str, tuple[object, ...]]:
        found: dict[str, tuple[object, ...]] = {}
        listing = xml.etree.ElementTree.fromstring(self.ask("GET", f"{self.BUCKET}?list-type=2&prefix=cong/"))
        for element in listing.findall("{*}Contents"):
            key = element.findtext("{*}Key", "").removeprefix("cong/")
            found[key] = (element.findtext("{*}ETag"), element.findtext("{*}LastModified"))
        return found

    def contents(self) -> dict[str, bytes]:
        return {path: self.ask("GET", f"{self.BUCKET}/cong/{path}") for path in self.stamps()}

    def web(self) -> str:
        storage = f"http://127.0.0.1:{self.storage_port}{self.BUCKET}/cong/"
        return f"rewrite ^(.*)/$ $1/index.html; location / {{ proxy_set_header Authorization \"{self.SIGNED}\"; proxy_pass {storage}; }}"


class MotoOverTls(Moto):
    """The same over HTTPS, with a certificate that an authority vouches for, and with a look at every signature."""

    name = "S3 over HTTPS"
    checks_password = True
    USER = "AKIAXAANLAC"

    def set_up(self) -> None:
        self.storage_port = free_port()
        self.variables = {"SSL_CERT_FILE": str(authority(self.folder))}
        vouched_for(self.folder, 60)

    def start(self) -> None:
        public, self.port = self.port, self.storage_port
        super().start()
        self.port = public
        secret, storage = PASSWORD, self.storage_port

        class Guard(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def pass_on(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                if not is_signed(self.command, self.path, self.headers, secret):
                    said = b"<Error><Code>SignatureDoesNotMatch</Code></Error>"
                    self.answer(403, [], said)
                    return
                line = http.client.HTTPConnection("127.0.0.1", storage, timeout=20)
                line.request(self.command, self.path, body, dict(self.headers))
                there = line.getresponse()
                kept = [(name, value) for name, value in there.getheaders() if name.lower() not in HOP_BY_HOP]
                self.answer(there.status, kept, there.read(), there.getheader("content-length"))

            def answer(self, status: int, headers: list[tuple[str, str]], body: bytes, length: str | None = None) -> None:
                self.send_response(status)
                for name, value in headers:
                    self.send_header(name, value)
                self.send_header("Content-Length", length or str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_HEAD = do_PUT = do_DELETE = pass_on

            def log_message(self, *_: object) -> None:
                pass

        self.guard = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), Guard)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.folder / "vouched.pem")
        self.guard.socket = context.wrap_socket(self.guard.socket, server_side=True)
        threading.Thread(target=self.guard.serve_forever, daemon=True).start()

    def stop(self) -> None:
        super().stop()
        self.guard.shutdown()
        self.guard.server_close()

    def settings(self) -> dict[str, object]:
        return super().settings() | {"host": "localhost", "insecure": None}


HOP_BY_HOP = {"content-length", "connection", "transfer-encoding", "date", "server"}


def is_signed(method: str, target: str, headers: "http.client.HTTPMessage", secret: str) -> bool:
    """Whether an address is signed by the secret key: version 4 of the signatures of object storage, with a query."""
    path, _, query = target.partition("?")
    pairs = dict(pair.partition("=")[::2] for pair in query.split("&"))
    shown = pairs.pop("X-Amz-Signature", "")
    given = {name: urllib.parse.unquote(value) for name, value in pairs.items()}
    if "X-Amz-Credential" not in given:
        return False
    names = given["X-Amz-SignedHeaders"].split(";")
    signed_headers = "".join(f"{name}:{headers.get(name, '').strip()}\n" for name in names)
    canonical_query = "&".join(f"{name}={value}" for name, value in sorted(pairs.items()))
    request = "\n".join([method, path, canonical_query, signed_headers, ";".join(names), "UNSIGNED-PAYLOAD"])
    scope = given["X-Amz-Credential"].split("/")[1:]
    key = ("AWS4" + secret).encode()
    for part in scope:
        key = hmac.digest(key, part.encode(), "sha256")
    hashed = hashlib.sha256(request.encode()).hexdigest()
    text = "\n".join(["AWS4-HMAC-SHA256", given["X-Amz-Date"], "/".join(scope), hashed])
    return hmac.compare_digest(hmac.digest(key, text.encode(), "sha256").hex(), shown)


class Web:
    """What visitors see of a server's files: nginx in front of them."""

    def __init__(self, programs: Programs, folder: pathlib.Path, server: Server, pair: pathlib.Path | None = None):
        folder.mkdir()
        self.port = free_port()
        secure = f"ssl_certificate {pair}; ssl_certificate_key {pair};" if pair else ""
        places = [f"{kind}_temp_path {folder};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")]
        config = folder / "config"
        config.write_text(f"""
            daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/log;
            {f"user {getpass.getuser()};" if IS_ROOT else ""}
            events {{ }}
            http {{
                access_log off; {" ".join(places)}
                types {{ text/html html; text/css css; application/xml xml; application/json json; }}
                server {{ listen 127.0.0.1:{self.port}{" ssl" if pair else ""}; {secure} {server.web()} }}
            }}
            """)  # fmt: skip
        command = [programs.find("nginx"), "-c", config, "-p", folder, "-e", folder / "log"]
        self.process = subprocess.Popen(
            command, env=programs.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True, preexec_fn=die_with_parent,
        )  # fmt: skip
        wait_for(self.process, self.port, lambda: (folder / "log").read_text())

    def stop(self) -> None:
        end(self.process)


SERVERS: list[type[Server]] = [
    OpenSsh, ProFtpdSftp, Vsftpd, VsftpdImplicit, ProFtpd, ProFtpdImplicit, ProFtpdListOnly, ProFtpdPlain, PureFtpd,
    Moto, MotoOverTls,
]  # fmt: skip
