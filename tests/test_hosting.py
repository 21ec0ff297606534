"""The nginx of docs/hosting.md, started for real: headers, caching, compression, nothing but the site."""

import gzip
import http.client
import re
import shutil
import socket
import ssl
import subprocess
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def server(built, tmp_path_factory):
    folder = tmp_path_factory.mktemp("nginx")
    site = folder / "site"
    shutil.copytree(built / "handbook", site)
    (site / ".env").write_text("secret")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    key, pem = folder / "handbook.key", folder / "handbook.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                    "-keyout", key, "-out", pem], check=True, capture_output=True)
    text = (ROOT / "docs" / "nginx.conf").read_text(encoding="utf-8")
    for was, now in (("8443", f"127.0.0.1:{port}"), ("/etc/ssl/certs/handbook.pem", pem), ("/etc/ssl/private/handbook.key", key),
                     ("/srv/handbook", site), ("/var/log/nginx/handbook-error.log", folder / "error.log")):
        assert was in text
        text = text.replace(was, str(now))
    whole = f"daemon off; pid {folder}/pid; user root; error_log {folder}/main.log;\nevents {{}}\nhttp {{\n{text}\n}}\n"
    (folder / "nginx.conf").write_text(whole, encoding="utf-8")
    running = subprocess.Popen(["/usr/sbin/nginx", "-p", folder, "-c", folder / "nginx.conf"], stderr=subprocess.PIPE, text=True)
    for _ in range(100):
        if running.poll() is not None:
            pytest.fail(running.stderr.read())
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    yield port
    running.terminate()
    running.wait()


def ask(port, path, method="GET", **headers):
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    connection = http.client.HTTPSConnection("127.0.0.1", port, context=context, timeout=10)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


SAFE = {
    "content-security-policy": "frame-ancestors 'none'", "x-content-type-options": "nosniff", "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin", "strict-transport-security": "max-age=31536000",
}


@pytest.mark.parametrize(("path", "kind", "keep"), [
    ("/", "text/html", "no-cache"),
    ("/pl/sessions/contract-and-goal/", "text/html", "no-cache"),
    ("/en/assets/intramentor/js/store.js", "text/javascript", "no-cache"),
    ("/en/sw.js", "text/javascript", "no-cache"),
    ("/en/manifest.webmanifest", "application/manifest+json", "no-cache"),
    ("/en/assets/fonts/commissioner-latin.woff2", "font/woff2", "public, max-age=604800"),
])
def test_headers_types_and_caching(server, path, kind, keep):
    status, headers, _ = ask(server, path)
    assert status == 200
    assert headers["content-type"].split(";")[0] == kind
    assert headers["cache-control"] == keep
    assert SAFE.items() <= headers.items()
    assert headers["server"] == "nginx"
    assert ask(server, path, **{"If-None-Match": headers["etag"]})[0] == 304


def test_pages_are_compressed(server):
    _, headers, raw = ask(server, "/pl/sessions/contract-and-goal/", **{"Accept-Encoding": "gzip"})
    assert headers["content-encoding"] == "gzip"
    assert len(raw) < len(gzip.decompress(raw)) / 3


@pytest.mark.parametrize("path", ["/.intramentor", "/.env", "/../nginx.conf", "/%2e%2e/nginx.conf", "/pl/nothing/", "/en/assets/"])
def test_nothing_but_the_site_is_served(server, path):
    status, _, raw = ask(server, path)
    assert status in (400, 403, 404)
    assert b"secret" not in raw
    assert b"daemon off" not in raw


def test_what_is_lost_is_said_in_its_language(server):
    status, _, raw = ask(server, "/pl/nic/")
    assert status == 404
    assert re.search(r'<html lang="pl"', raw.decode())


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_it_is_for_reading_alone(server, method):
    assert ask(server, "/pl/", method)[0] in (403, 405)
