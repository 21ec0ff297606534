"""One folder becomes one site of HTML by MkDocs; what it warns of are problems."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

from intramentor.engine.cache import Cached
from intramentor.problems import Problems, Where

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


class _Warnings(logging.Handler):
    """Collects what the engine warns of: a strict build has none."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(record.getMessage())


def build_site(
    folder: Path, out: Path, changed_only: bool = False, cached: bool = False
) -> None:
    """Build the folder's site into `out`; raises `engine` problems for its warnings.

    With `changed_only`, pages whose Markdown is older than their HTML stay as they are.
    With `cached`, pages whose text was converted before are not converted again.
    """
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    log = logging.getLogger("mkdocs")
    log.setLevel(logging.WARNING)
    log.propagate = False
    warnings = _Warnings()
    log.addHandler(warnings)
    problems = Problems()
    try:
        config = load_config(
            str(folder / "mkdocs.yml"), site_dir=str(out.resolve()), strict=False
        )
        _drop_theme(config)
        if cached:
            settings = f"{config.markdown_extensions} {config.mdx_configs}"
            config.markdown_extensions.append(Cached(settings))  # type: ignore[arg-type]
        build(config, dirty=changed_only)
    except MkDocsException as error:
        warnings.found.append(str(error))
    finally:
        log.removeHandler(warnings)
    for message in warnings.found:
        problems.add("engine", Where(folder.name), message=message)
    problems.stop()


def _drop_theme(config: MkDocsConfig) -> None:
    """Leave the overrides and MkDocs' own templates: our documents are whole, no page uses more.

    Material's two thousand icons alone take longer to list than all our pages to write.
    """
    config.theme.dirs = [folder for folder in config.theme.dirs if Path(folder).parent.name != config.theme.name]
