"""A small LSP client: it drives the editors' YAML language server over stdio."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
EDITOR = Path(__file__).with_name("node")
SERVER = EDITOR / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
PATIENCE = 60  # seconds until the next message

Message = dict[str, Any]


class LanguageServer:
    """The server with the settings of `.vscode/`; it ends when it reaches for the network."""

    def __init__(self, **settings: Any) -> None:
        found = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
        self.settings = found | settings
        self.process = subprocess.Popen(
            ["node", "--require", str(EDITOR / "offline.cjs"), str(SERVER), "--stdio"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        self.inbox: queue.Queue[Message | None] = queue.Queue()
        self.diagnostics: dict[str, list[Message]] = {}
        self.count = 0
        threading.Thread(target=self._listen, daemon=True).start()
        self.ask(
            "initialize", processId=None, rootUri=ROOT.as_uri(),
            workspaceFolders=[{"uri": ROOT.as_uri(), "name": "intramentor"}],
            capabilities={"workspace": {"configuration": True, "workspaceFolders": True}},
        )
        self.tell("initialized")
        self._until(lambda message: message.get("method") == "workspace/configuration")

    def open(self, path: Path, text: str | None = None) -> str:
        """Open a file, or `text` as a new file beside it; return its URI."""
        self.count += 1
        uri = (path if text is None else path.with_name(f"draft-{self.count}.yml")).as_uri()
        content = path.read_text(encoding="utf-8") if text is None else text
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": content}
        self.tell("textDocument/didOpen", textDocument=document)
        return uri

    def problems(self, uri: str) -> list[str]:
        """Return what the editor would underline: the messages of its diagnostics."""
        if uri not in self.diagnostics:
            self._until(lambda _: uri in self.diagnostics)
        return [f"{d['range']['start']['line'] + 1}: {d['message']}" for d in self.diagnostics[uri]]

    def hover(self, uri: str, line: int, character: int) -> str:
        """Return what the pointer would show, in Markdown."""
        found = self._at("textDocument/hover", uri, line, character)
        return str(found["contents"]["value"]) if found else ""

    def complete(self, uri: str, line: int, character: int) -> dict[str, Message]:
        """Return what the editor would offer, by label."""
        found = self._at("textDocument/completion", uri, line, character)
        return {item["label"]: item for item in found["items"]}

    def ask(self, method: str, **params: Any) -> Any:
        """Send a request and return its result."""
        self.count += 1
        number = self.count
        self._send({"id": number, "method": method, "params": params})
        answer = self._until(lambda m: m.get("id") == number and "method" not in m)
        assert "error" not in answer, answer
        return answer["result"]

    def tell(self, method: str, **params: Any) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def close(self) -> tuple[int, str]:
        """End the server as an editor does; return its exit status and standard error."""
        if self.process.poll() is None:
            self.ask("shutdown")
            self.tell("exit")
        _, errors = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, errors.decode()

    def _at(self, method: str, uri: str, line: int, character: int) -> Any:
        place = {"line": line, "character": character}
        return self.ask(method, textDocument={"uri": uri}, position=place)

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def _until(self, wanted: Callable[[Message], bool]) -> Message:
        """Handle messages up to the wanted one; answer what the server asks for."""
        while (message := self.inbox.get(timeout=PATIENCE)) is not None:
            if message.get("method") == "textDocument/publishDiagnostics":
                self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
            elif "id" in message and "method" in message:
                asked = message["params"].get("items", []) if message.get("params") else []
                result = [self._section(item["section"]) for item in asked] or None
                self._send({"id": message["id"], "result": result})
            if wanted(message):
                return message
        raise EOFError(f"the language server ended with status {self.process.wait(PATIENCE)}")

    def _section(self, name: str) -> Any:
        """Return a section of the settings as VS Code does: `yaml.a.b` nested under `yaml`."""
        section: dict[str, Any] = dict(self.settings.get(name, {}))
        for key, value in self.settings.items():
            first, *rest = key.split(".")
            if first == name and rest:
                place = section
                for part in rest[:-1]:
                    place = place.setdefault(part, {})
                place[rest[-1]] = value
        return section

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while header := stream.readline():
            if header.lower().startswith(b"content-length:"):
                while stream.readline().strip():
                    pass
                self.inbox.put(json.loads(stream.read(int(header.split(b":")[1]))))
        self.inbox.put(None)
