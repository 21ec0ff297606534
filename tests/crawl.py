"""What a page must stand up to, in a real browser: used on one page of each template by the
tests, on every page by the audit.
"""

import http.server
import json
import subprocess
import threading
from contextlib import contextmanager
from functools import partial
from pathlib import Path

NODE = Path(__file__).with_name("node") / "node_modules"
AXE = NODE / "axe-core" / "axe.min.js"
NU = NODE / "vnu-jar" / "build" / "dist" / "vnu.jar"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
WIDTHS, SCHEMES = (390, 1280), ("light", "dark")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@contextmanager
def serving(folder):
    """Serve a folder on 127.0.0.1 and yield its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()


@contextmanager
def tab(browser, width, scheme, **options):
    """Yield a page of a width in a colour scheme, and the list of what went wrong in it."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, **options)
    page, wrong = context.new_page(), []
    page.on("console", lambda m: wrong.append(f"console: {m.text}") if m.type == "error" else None)
    page.on("pageerror", lambda e: wrong.append(f"error: {e}"))
    page.on("request", lambda r: None if r.url.startswith(("http://127.0.0.1", "data:", "blob:")) else wrong.append(f"other host: {r.url}"))
    try:
        yield page, wrong
        if context.cookies():
            wrong.append(f"cookies: {context.cookies()}")
    finally:
        context.close()


def violations(page):
    """Return what axe objects to on the open page, one line each."""
    page.add_script_tag(path=AXE)
    options = json.dumps({"runOnly": {"type": "tag", "values": RULES}})
    found = page.evaluate(f"axe.run(document, {options})")["violations"]
    return [f"{rule['id']}: {node['target']} {node['html'][:120]}" for rule in found for node in rule["nodes"][:3]]


def overflow(page):
    """Return how many pixels the open page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def html_errors(files):
    """Return what the Nu checker objects to in these files.

    In a file (not in a page that it fetches) it takes each relative address for one that the page's
    content-security policy blocks, whatever the policy says; the browser tests judge the policy.
    """
    command = ["java", "-Xss4m", "-jar", NU, "--format", "json", "--exit-zero-always", *files]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    found = json.loads(done.stderr)["messages"]
    return [f"{m['url'].split('/', 3)[-1]}:{m.get('lastLine')}: {m['message']}" for m in found
            if (m["type"] == "error" or m.get("subType") == "warning") and "Content Security Policy (meta tag)" not in m["message"]]
