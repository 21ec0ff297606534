"""`brand`: an edition's colours, measured, as a table and on a page."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path

import click

from intramentor.commands.options import (
    FINE,
    FOLDER,
    format_option,
    root_option,
    show_problems,
    show_warnings,
)


def commands(lang: str) -> Iterator[click.Command]:
    """Yield the command that shows a brand."""
    yield _brand(lang)


def _brand(lang: str) -> click.Command:
    def brand(name: str, root: Path, out: Path, form: str) -> int:
        from intramentor.brand import swatch, table
        from intramentor.commands.options import PROBLEMS
        from intramentor.project import open_project

        project = open_project(root.resolve())
        look = project.looks[project.edition(name)]
        found = [p for p in project.problems if p.where.file.endswith("_brand.yml")]
        if any(problem.severity == "error" for problem in found):
            show_problems(found, project.library.sources, "text", lang)
            return PROBLEMS
        page = out / f"{name}-brand.html"
        out.mkdir(parents=True, exist_ok=True)
        page.write_text(swatch(look, lang), encoding="utf-8")
        if form == "json":
            rows = [{**dataclasses.asdict(row), "passes": row.passes} for row in look.measured]
            click.echo(json.dumps({"edition": name, "page": page.as_posix(), "pairs": rows}, indent=1))
            return FINE
        for line in _lines(list(table(look, lang))):
            click.echo(line)
        show_warnings(found, project.library.sources, "text", lang)
        click.echo(_("Open {page}").format(page=page))
        return FINE

    params: list[click.Parameter] = [
        click.Argument(["name"], metavar="EDITION"),
        root_option(),
        click.Option(["--out"], type=FOLDER, default="dist", help=_("Folder to write to (else dist).")),
        format_option("text", "json"),
    ]
    return click.Command(
        "brand", callback=brand, params=params,
        help=_("Measure the contrast of an edition's colours and write a page that shows them."),
    )


def _lines(rows: list[tuple[str, ...]]) -> Iterator[str]:
    """Yield the rows with their columns below each other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
