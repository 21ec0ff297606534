"""A small server for 127.0.0.1: files, the preview's state, and a watch on the sources."""

from __future__ import annotations

import http.server
import json
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from intramentor.serve.preview import Preview

STATE, SCRIPT = "/_preview/state", "/_preview/preview.js"
WATCHED = ("modules", "content", "editions", "overrides")
SETTLE_SECONDS = 0.05
_TAG = f'<script src="{SCRIPT}" defer></script></body>'.encode()
_WAITING = {
    "en": "There is no page yet: mend the problems below and save.",
    "pl": "Nie ma jeszcze strony: usuń problemy pokazane niżej i zapisz.",
}


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the built site; pages get the preview's script."""

    preview: Preview

    def __init__(self, *arguments: Any, preview: Preview) -> None:
        self.preview = preview
        super().__init__(*arguments, directory=str(preview.site))

    def do_GET(self) -> None:
        """Answer with the state, the script, a page or a file."""
        address = urlsplit(self.path)
        if address.path == STATE:
            self._state(parse_qs(address.query))
        elif address.path == SCRIPT:
            script = Path(__file__).with_name("preview.js").read_bytes()
            self._answer(script, "text/javascript; charset=utf-8")
        elif (page := self._page()) is not None:
            self._answer(_watched(page.read_bytes()), "text/html; charset=utf-8")
        elif not (self.preview.site / "index.html").exists():
            self._answer(_watched(_waiting(self.preview.lang)), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _page(self) -> Path | None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and urlsplit(self.path).path.endswith("/"):
            path /= "index.html"
        return path if path.suffix == ".html" and path.is_file() else None

    def _state(self, query: dict[str, list[str]]) -> None:
        since = query.get("since", ["0"])[0]
        version = self.preview.wait(int(since) if since.isdigit() else 0, seconds=20)
        state = {"version": version, "problems": self.preview.problems}
        self._answer(json.dumps(state).encode(), "application/json")

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing of each request."""


class Server(http.server.ThreadingHTTPServer):
    """A server that takes a reader's leaving for what it is."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a page that was left while it waited."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def _watched(page: bytes) -> bytes:
    """Return a page with the preview's script."""
    return page.replace(b"</body>", _TAG)


def _waiting(lang: str) -> bytes:
    title = _WAITING[lang]
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body><h1>{title}</h1></body></html>"
    ).encode()


class Watch(FileSystemEventHandler):
    """Rebuilds shortly after the last of a burst of saves, in a thread of its own."""

    def __init__(self, preview: Preview) -> None:
        """Watch for a preview."""
        self.preview = preview
        self.paths: set[Path] = set()
        self.wake = threading.Event()
        threading.Thread(target=self._work, daemon=True).start()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note what was changed; reading a file is no change."""
        if event.is_directory or event.event_type in ("opened", "closed_no_write"):
            return
        self.paths |= {Path(str(p)) for p in (event.src_path, event.dest_path) if p}
        self.wake.set()

    def _work(self) -> None:
        while self.wake.wait():
            while self.wake.is_set():
                self.wake.clear()
                self.wake.wait(SETTLE_SECONDS)
            paths, self.paths = self.paths, set()
            self._rebuild(paths)

    def _rebuild(self, paths: set[Path]) -> None:
        overrides = self.preview.data / "overrides"
        look = any(p.is_relative_to(overrides) or p.name == "mkdocs.yml" for p in paths)
        polish = any("pl" in p.parts for p in paths)
        try:
            self.preview.update(everything=look, first="pl" if polish else "en")
        except Exception as error:  # noqa: BLE001 - a preview goes on after our own bug, and says so
            self.preview.say(f"intramentor: {error!r}")


def serve_forever(preview: Preview, port: int, ready: Callable[[str], None]) -> None:
    """Build, serve on 127.0.0.1 and watch until interrupted; `ready` gets the address.

    Raises OSError if the port is taken, before anything is built.
    """
    preview.site.mkdir(parents=True)
    observer = Observer()
    try:
        with Server(("127.0.0.1", port), partial(Handler, preview=preview)) as server:
            preview.update()
            watch = Watch(preview)
            for place in _watched_folders(preview):
                observer.schedule(watch, str(place), recursive=True)
            observer.start()
            ready(f"http://127.0.0.1:{server.server_address[1]}/")
            server.serve_forever()
    finally:
        if observer.is_alive():
            observer.stop()
        preview.close()


def _watched_folders(preview: Preview) -> list[Path]:
    places = [place / name for place in {preview.root, preview.data} for name in WATCHED]
    return [place for place in places if place.is_dir()]
