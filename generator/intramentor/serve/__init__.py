"""Preview on this machine: rebuild what was saved, show problems beside the last good page."""

from intramentor.serve.preview import Preview
from intramentor.serve.server import serve_forever

__all__ = ["Preview", "serve_forever"]
