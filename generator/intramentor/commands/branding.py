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
    PROBLEMS,
    Talk,
    conclude,
    format_option,
    opened,
    root_option,
    show_problems,
)


def commands() -> Iterator[click.Command]:
    """Yield the command that shows a brand."""
    yield _brand()


def _brand() -> click.Command:
    @click.pass_obj
    def brand(talk: Talk, name: str, root: Path, out: Path) -> int:
        from intramentor.brand import swatch, table

        project = opened(talk, root)
        look = project.looks[project.edition(name)]
        found = [p for p in project.problems if p.where.file.endswith("_brand.yml")]
        if any(problem.severity == "error" for problem in found):
            show_problems(talk, found)
            return PROBLEMS
        page = out / f"{name}-brand.html"
        out.mkdir(parents=True, exist_ok=True)
        page.write_text(swatch(look, talk.lang), encoding="utf-8")
        if talk.form == "json":
            rows = [{**dataclasses.asdict(row), "passes": row.passes} for row in look.measured]
            click.echo(json.dumps({"edition": name, "page": page.as_posix(), "pairs": rows}, indent=1))
            return FINE
        lines = [*_lines(list(table(look, talk.lang))), _("Open {page}").format(page=page)]
        conclude(talk, lines, found)
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
