"""The second adapter: plain `mkdocs build` and `mkdocs serve` at the root. Glue only.

It shows the participants' handbook in the source language, without what `finish` does.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files

from intramentor.pages import Site, render
from intramentor.problems import HandbookError
from intramentor.project import judge, open_project
from intramentor.report import report
from intramentor.sinks import WORDS, identity, navigation, words

log = get_plugin_logger("intramentor")
LANGUAGE, VIEW, EDITION = "en", "participant", "handbook"


class IntramentorPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Puts the rendered pages in the place of the files that MkDocs found."""

    site: Site

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Render the handbook and set its name and navigation."""
        self.site = _site(Path(config.config_file_path).parent)
        config.site_name = self.site.name
        config.nav = navigation(self.site)
        config.extra["intramentor"] = {**identity(self.site), "languages": [LANGUAGE]}
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace what lies in the prose folder by the handbook's pages."""
        for file in list(files):
            if file.src_dir == config.docs_dir:
                files.remove(file)
        for page in self.site.pages:
            files.append(File.generated(config, page.uri, content=page.text))
        files.append(File.generated(config, WORDS, content=words(self.site)))
        return files

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object  # noqa: ARG002 - MkDocs passes it by name
    ) -> LiveReloadServer:
        """Watch the curriculum too."""
        server.watch(str(Path(config.config_file_path).parent / "modules"))
        return server


def _site(root: Path) -> Site:
    project = open_project(root)
    try:
        found = judge(project)
        found.stop()
        for line in report(found, project.library.sources, "text", "en").splitlines():
            log.warning(line)
    except HandbookError as error:
        text = report(error.problems, project.library.sources, "text", "en")
        raise PluginError("\n" + text) from None
    handbooks = project.handbooks(EDITION, (VIEW,))
    return render(next(one for one in handbooks if one.language == LANGUAGE))
