#!/usr/bin/env bash
# What the tests need of the system: Chromium for the browser tests, Node for the editor's
# language server, Java for the HTML checker, qpdf for the PDFs, nginx (with openssl) for the page on
# hosting, gettext for translators' files.
set -euo pipefail
missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v node >/dev/null || missing+=(nodejs)
command -v npm >/dev/null || missing+=(npm)
command -v qpdf >/dev/null || missing+=(qpdf)
command -v java >/dev/null || missing+=(default-jre-headless)
command -v msgfmt >/dev/null || missing+=(gettext)
command -v openssl >/dev/null || missing+=(openssl)
[ -x /usr/sbin/nginx ] || missing+=(nginx-light)
[ ${#missing[@]} -eq 0 ] && exit 0
line="apt-get update && apt-get install --yes --no-install-recommends ${missing[*]}"
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo "The tests need: ${missing[*]}. As root, run:  $line" >&2
  exit 1
fi
DEBIAN_FRONTEND=noninteractive apt-get update --quiet --quiet
DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends "${missing[@]}" >/dev/null
# The tests start an nginx of their own; Debian's package would start one on port 80 too.
case " ${missing[*]} " in *" nginx-light "*) if [ -d /run/systemd/system ]; then systemctl disable --now nginx; fi ;; esac
