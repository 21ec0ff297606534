"""The canonical folder: plain Markdown, the theme's overrides, one mkdocs.yml."""

from __future__ import annotations

import copy
import json
import shutil
from pathlib import Path
from typing import Any

import yaml

from intramentor.brand import CARD, CSS, FAVICON, ICON_SIZES, icon_path, pictures
from intramentor.model.edition import Contact, href
from intramentor.pages import Site
from intramentor.pages.text import capital

PLUGIN = "intramentor"
CONFIG = "mkdocs.yml"
WORDS = "assets/intramentor/js/words.js"


def settings(root: Path) -> dict[str, Any]:
    """Return the engine's settings of the project: the mkdocs.yml at its root."""
    text = (root / CONFIG).read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)
    return found


def configuration(base: dict[str, Any], site: Site) -> dict[str, Any]:
    """Return the settings of one site: its name, language, navigation; no plugin of ours."""
    made = copy.deepcopy(base)
    made["plugins"] = [p for p in base["plugins"] if p != PLUGIN]
    address = str(site.settings.site_address or "").rstrip("/")
    if address:
        made["site_url"] = f"{address}/{site.language}/"
    made.update(site_name=site.name, docs_dir="docs", site_dir="site", nav=navigation(site))
    made["theme"].update(custom_dir="overrides", language=site.language)
    if site.look.name:
        made["theme"]["favicon"] = site.look.sign or FAVICON
        made["extra_css"] = [*base["extra_css"], CSS]
    made["extra"] = {**base.get("extra", {}), "intramentor": identity(site)}
    return made


def identity(site: Site) -> dict[str, Any]:
    """Return what the theme's templates need to know of a site; paths are from its root."""
    settings, look, language = site.settings, site.look, site.language
    brand = {
        "logo": look.logo, "logo_dark": look.logo_dark, "logo_alt": look.logo_alt,
        "css": CSS if look.name else "", "favicon": look.sign or FAVICON, "card": CARD,
        "icon": icon_path(ICON_SIZES[0]), "icon_large": icon_path(ICON_SIZES[1]),
    }
    return {
        "edition": site.edition,
        "language": language,
        "languages": list(site.languages),
        "default_language": site.languages[0],
        "view": site.view,
        "roles": {role: capital(name) for role, name in site.roles.items()},
        "name": look.name or site.name,
        "short_name": look.short_name or site.name,
        "site_address": str(settings.site_address or "").rstrip("/"),
        "feedback": href(settings.feedback) if settings.feedback else "",
        "footer": settings.legal.say(language) if settings.legal else "",
        "contacts": [_contact(contact) for contact in settings.contacts],
        "forms": [
            {"title": form.title.say(language), "address": str(form.address)} for form in settings.forms
        ],
        "brand": brand,
    }


def _contact(contact: Contact) -> dict[str, str]:
    """Return a contact as the theme shows it; what there isn't is empty."""
    return {
        "for": contact.id, "name": str(contact.name), "mail": str(contact.mail or ""),
        "phone": str(contact.phone or ""), "page": str(contact.page or ""),
    }


def words(site: Site) -> str:
    """Return the module that gives the scripts their words in the site's language."""
    return f"export default {json.dumps(site.words, ensure_ascii=False, indent=1)};\n"


def navigation(site: Site) -> list[dict[str, Any]]:
    """Return the navigation in the engine's form."""
    home = {site.home.title: site.home.uri}
    rest = [{section.title: [{p.title: p.uri} for p in section.pages]} for section in site.sections]
    return [home, *rest]


def write_folder(site: Site, root: Path, out: Path) -> None:
    """Write a site's folder to `out`, which must not exist; `root` has settings and theme."""
    for page in site.pages:
        _write(out / "docs" / page.uri, page.text)
    _write(out / "docs" / WORDS, words(site))
    shutil.copytree(root / "overrides", out / "overrides")
    drawn = pictures(site.look, site.name, root / "overrides" / "assets" / "fonts")
    for asset in (*site.look.assets, *drawn):
        path = out / "docs" / asset.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(asset.raw)
    config = yaml.safe_dump(
        configuration(settings(root), site), allow_unicode=True, sort_keys=False, width=1000
    )
    (out / CONFIG).write_text(config, encoding="utf-8")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
