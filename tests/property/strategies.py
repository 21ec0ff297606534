"""What the laws are tried on: damaged files, and Markdown made to slip through."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

BASE = Path(__file__).parents[1] / "cases" / "base"
FILES = sorted(p.relative_to(BASE).as_posix() for p in BASE.rglob("*") if p.is_file())
ODD = [
    b"\t", b"\xc2\xa0", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\r", b"{", b"}", b"[", b"]", b"&a ", b"*a ",
    b"!!x ", b": ", b" #", b"- ", b"? ", b"'", b'"', b"|", b">", b"%", b"@", b"`", b"~", b"null", b"no",
    b"12:30", b"007", b"9" * 5000, b"---\n", b"...\n", b"${", b"${mentor}", b"](id:x)", b"[@x]", b"<b>",
    b"\xe2\x80\xa8", b"\xc2\x85", b"\xf0\x9f\x98\x80", b"\\ud800", b"remove: true\n", b"id: contents\n",
    b"replace: true\n", b"<<: ", b"[[x]]", b"\xc2\xb2: x\n", b"kind: page\n", b"kind: contents\n",
]
Mutation = Callable[[bytes], bytes]


@st.composite
def mutations(draw: st.DrawFn) -> Mutation:
    """One change of a file: lines deleted, doubled, swapped, shifted; bytes put in or out."""
    kind = draw(st.sampled_from(["delete", "double", "swap", "shift", "insert", "replace", "word", "cut"]))
    at, other = draw(st.integers(0, 10_000)), draw(st.integers(0, 10_000))
    odd = draw(st.sampled_from(ODD) | st.binary(min_size=1, max_size=3))

    def change(raw: bytes) -> bytes:
        if kind in ("insert", "replace", "cut"):
            here = at % (len(raw) + 1)
            rest = {"insert": raw[here:], "replace": raw[here + 1 + other % 4 :], "cut": b""}[kind]
            return raw[:here] + (b"" if kind == "cut" else odd) + rest
        lines = raw.split(b"\n")
        one, two = at % len(lines), other % len(lines)
        if kind == "delete":
            del lines[one : one + 1 + other % 3]
        elif kind == "double":
            lines.insert(two, lines[one])
        elif kind == "swap":
            lines[one], lines[two] = lines[two], lines[one]
        elif kind == "shift":
            lines[one] = b" " * (other % 5) + lines[one].lstrip(b" ")
        else:
            key, colon, _ = lines[one].partition(b": ")
            lines[one] = key + colon + odd
        return b"\n".join(lines)

    return change


BITS = [
    "<", ">", "<script>", "</script>", "script", "<!--", "-->", "<?", "<_script src=x>", "< ", "/", "!", "?",
    "[", "]", "(", ")", "](", "](javascript:alert(1))", "](https://a.example)", "](id:the-idea)", "]: ", "[a]",
    "[a][b]", "[a]: javascript:alert(1)", "[a]: <javascript:x>", "javascript:alert(1)", "<javascript:x>",
    "<https://a.example>", "<a@a.example>", "![a](https://a.example)", "![", '"title"', "'", '"',
    "{", "}", "{: ", "{onclick=x}", "{: onclick=x }", "{#id}", "{.red}", "onclick=alert(1)", "style=x",
    "&#106;", "&lt;", "&", ";", "&#x3c;script>", "\\", "\\<", "\\[", "`", "``", "~~~", "```html", "$", "${",
    "*", "**", "_", "__", "*a*", "_[a](javascript:x)_", "#", "# ", "## ", "## T {#t}", "- ", "1. ", "> ", "+ ",
    "    ", "  ", "\t", "\n", "\n\n", "\n    ", "\n\n    ", "\n- ", "\n1. ", "|", "|---|---|", "| a | b |",
    "|:-:|", "---", "===", "=", "-", "!!! note", '!!! note "<b>"', "??? tip", "???+ example", "!!! ", "???",
    '!!! note "[a](javascript:x)"', "[@lally-2010]", "[@", "[^1]", "[^1]: x", "*[a]: b", "[TOC]", ":", "a", "b ",
    "markdown=1", '<div markdown="1">', "\u00a0", "\u200b", "ż", "\ufe0f", "%", "--8<--", "=1", "<5", "<=", "^", "~",
]
# Markdown to slip through: pieces of syntax in any order, mostly.
markdown = st.one_of(
    st.lists(st.sampled_from(BITS), max_size=14).map("".join),
    st.lists(st.sampled_from(BITS) | st.text(max_size=4), max_size=8).map("".join),
    st.lists(st.sampled_from(BITS), max_size=6).map(lambda bits: "- a\n\n    " + "".join(bits)),
    st.lists(st.sampled_from(BITS), max_size=6).map(lambda bits: '!!! note "a"\n    ' + "".join(bits)),
    st.lists(st.sampled_from(BITS), max_size=6).map(lambda bits: "| a | b |\n|---|---|\n| " + "".join(bits)),
)
# Pieces that are allowed, so that whole texts of them pass and reach the renderer.
GOOD = [
    "*a*", "**b**", "[a](https://a.example/x_(y)?z=1&amp=2#c)", "[a](mailto:a@a.example)", "[a](id:the-idea)", "text",
    "\n", "\n\n", "\n- ", "\n1. ", "\n    ", "\n\n    ", "- ", "1. ", " < ", "<5 ", "a_b", "\\*", "\\<", "\\", "!", "?",
    '\n\n!!! note "T *t*"\n    ', "\n\n??? tip\n    ", "\n\n| a | b |\n|:--|--:|\n| c | d |\n", "{#x}", "[@lally-2010]",
    "(", ")", "[", "]", '"', "'", "javascript:alert(1)", "onclick=x", ":", "|", "https://a.example", "&", ";", "#106;",
    "_", "*", "~", "=", "-", "+", "/", "@", "%", "^", "$", "\t", "\n\n## T {#t}\n\n",
]
allowed_markdown = st.lists(st.sampled_from(GOOD), max_size=14).map("".join)
