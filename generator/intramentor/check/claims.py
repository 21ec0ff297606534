"""What may not be claimed: what a generation is like, age as a cause, learning styles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intramentor.check.passages import Finding, Passage, Sheet

Patterns = dict[str, re.Pattern[str]]

_GAP = r"[\s\u00a0]+"
_LINK = r"(?:\]\([^)\s]*\))?"  # the end of a link around the word before it
# Where a clause begins: at its subject, and not at what stands after a preposition.
_START = {
    "en": r"(?:^|[.!?:;,“”\"(|*–][\s*\[]{0,8}|\n\s{0,8}(?:[-*]|\d{1,3}\.)?\s{0,8}|\b(?:that|because|since|and|but|while|as|if|when|how|why)\s+)\[?",
    "pl": r"(?:^|[.!?:;,„”\"(|*–][\s*\[]{0,8}|\n\s{0,8}(?:[-*]|\d{1,3}\.)?\s{0,8}|\b(?:że|bo|a|i|ale|gdy|jak|czemu|dlaczego|więc)[\s\u00a0]+)\[?",
}
_WHO = {
    "en": r"(?:(?:the\s+|most\s+|all\s+|many\s+)?(?:millennials?|(?:baby\s+)?boomers?|zoomers|gen[\s-]?(?:z|x|y|alpha)(?:ers)?"
    r"|digital\s+natives)|generation\s+(?:z|x|y|alpha)"
    r"|(?:this|that|the\s+(?:young(?:er|est)?|old(?:er|est)?|new|next)|my|your|our|their|his|her)\s+\[?generation"
    r"|(?:the\s+)?(?:younger|older)\s+generations)(?:\s+(?:employees|workers|people|colleagues|staff|hires|managers|women|men))?",
    "pl": r"(?:mil{1,2}en{1,2}ials[iy]|mil{1,2}en{1,2}iallsi|(?:baby\s+)?b(?:oo|u)merzy|zoomerzy|zetki|igreki|iksy|cyfrowi\s+tubylcy"
    r"|pokolenie[\s\u00a0]+(?:z|x|y|alfa)|(?:to|ich|jego|jej|moje|twoje|nasze|wasze|młode|młodsze|starsze|nowe)\s+\[?pokolenie"
    r"|(?:młodsze|starsze)\s+pokolenia"
    r"|(?:przedstawiciele|osoby|ludzie|pracownicy|młodzi)[\s\u00a0]+(?:z[\s\u00a0]+)?pokolenia[\s\u00a0]+(?:z|x|y|alfa))",
}
_DOES = {
    "en": r"(?:(?:often|usually|generally|simply|just|always|never|all|really|also|still|only|mostly)\s+)*"
    r"(?:are|is|were|was|has|have|had|do|does|did|can|will|would|won['’]t|don['’]t|doesn['’]t|can['’]t|aren['’]t|isn['’]t"
    r"|(?:want|need|prefer|like|love|hate|expect|value|think|believe|know|learn|work|tend|seem|use|see|feel|care|lack"
    r"|look|leave|live|ask|demand|avoid|fear|resist|trust|stay|quit|grew|put|find|struggle|understand)s?)\b",
    "pl": r"(?:(?:często|zwykle|zawsze|nigdy|po\sprostu|tylko|też|już|naprawdę)\s+)*"
    r"(?:są|jest|był[oiy]?|ma|mają|nie|się|chce|chcą|woli|wolą|lubi|lubią|umie|umieją|potrafi|potrafią|myśli|myślą|robi|robią"
    r"|zna|znają|żyje|żyją|uczy|uczą|ceni|cenią|może|mogą|musi|muszą|boi|boją|wie|wiedzą|czeka|czekają|zmienia|zmieniają"
    r"|szuka|szukają|potrzeb\w+|oczek\w+|wymag\w+|unik\w+|odchod\w+|\w+uj[eą]|\w+ej[eą])\b",
}
_GENERATION: Patterns = {
    lang: re.compile(f"{_START[lang]}({_WHO[lang]}){_LINK}{_GAP}{_DOES[lang]}", re.IGNORECASE)
    for lang in _WHO
}
_NAMES = {
    "en": ("millennial", "boomer", "zoomer", "gen z", "gen x", "gen y", "gen a", "gen-", "genz", "genx", "generation", "digital native"),
    "pl": ("milen", "millen", "boomerz", "bumerz", "zoomerz", "zetki", "igreki", "iksy", "pokoleni", "cyfrowi tubylcy"),
}
_AGE: Patterns = {
    "en": re.compile(
        r"because\s+of\s+(?:\w+['’]?s?\s+)?age\b|due\s+to\s+(?:\w+\s+)?age\b|\b(?:comes?|grows?|falls?|rises?|slows?|drops?)\s+with\s+age\b|\bwith\s+age,?\s+(?:people|you|we|they|everybody|comes)\b|\bage\s+makes\b"
        r"|because\s+(?:he|she|they|you|we|i)(?:\s+(?:is|are|am)|['’](?:s|re|m))\s+(?:too\s+|so\s+)?(?:old|young)(?:er)?\b"
        r"|\bat\s+(?:his|her|their|your|my|that|this)\s+age\b|\btoo\s+(?:old|young)\s+(?:to|for)\b"
        r"|\bthe\s+older\s+(?:you|we|people|they)\b"
        r"|(?<!whether\s)(?<!if\s)\b(?:older|younger)\s+(?:people|workers|employees|colleagues|persons?)\s+(?:find|struggle|resist|learn|are|can['’]t|don['’]t|need|prefer)\b",
        re.IGNORECASE,
    ),
    "pl": re.compile(
        r"(?<!dyskryminacji )(?<!dyskryminacja )(?<!dyskryminację )\bze[\s\u00a0]+względu[\s\u00a0]+na[\s\u00a0]+(?:\w+[\s\u00a0]+)?wiek\b"
        r"|\bz[\s\u00a0]+(?:powodu|racji)[\s\u00a0]+(?:\w+[\s\u00a0]+)?wieku\b|\bprzez[\s\u00a0]+(?:\w+[\s\u00a0]+)?wiek\b"
        r"|\bz[\s\u00a0]+wiekiem[\s\u00a0]+(?:ludzie|człowiek|coraz|trudniej|łatwiej|spada|rośnie|maleje|słabnie|przychodzi)\b"
        r"|\b(?:spada|rośnie|maleje|słabnie|przychodzi)[\s\u00a0]+z[\s\u00a0]+wiekiem\b"
        r"|\bw[\s\u00a0]+(?:twoim|jego|jej|ich|tym|moim|naszym)[\s\u00a0]+wieku[\s\u00a0]+(?:już|trudn\w+|łatw\w+|się|nie|człowiek|ludzie|nikt|każdy|wszyscy)\b"
        r"|\bza[\s\u00a0]+(?:star|młod)(?:y|a|zi|sza|szy|si)[\s\u00a0]+(?:na|żeby|by|aby)\b"
        r"|\bbo[\s\u00a0]+(?:jest|są|jesteś|jestem)[\s\u00a0]+(?:już[\s\u00a0]+)?(?:za[\s\u00a0]+)?(?:star|młod)(?:y|a|zi|sza|szy|si)\b(?![\s\u00a0]+(?:stażem|w))"
        r"|\bstarsi[\s\u00a0]+(?:ludzie[\s\u00a0]+|pracownicy[\s\u00a0]+)?(?:gorzej|wolniej|trudniej)\b|\b(?:starszym|młodszym)[\s\u00a0]+(?:ludziom[\s\u00a0]+|osobom[\s\u00a0]+)?(?:trudniej|łatwiej)\b",
        re.IGNORECASE,
    ),
}
_STYLES: Patterns = {
    "en": re.compile(r"\blearning\s+styles?\b|\b(?:visual|auditory|kina?esthetic)\s+learners?\b", re.IGNORECASE),
    "pl": re.compile(
        r"\bstyl\w{0,4}[\s\u00a0]+(?:uczenia|nauki|przyswajania)\b|\b(?:wzrokow|słuchow|kinestety)(?:iec|cy|kiem|ków|cami|cem|ka|k|ców)\b",
        re.IGNORECASE,
    ),
}
_AGE_STEMS = {
    "en": (" age ", " age.", " age,", " age\n", " age”", "too old", "too young", "so old", "so young", "is old", "is young", "are old", "are young", "s old", "older ", "younger "),
    "pl": (
        " wiek", "\u00a0wiek", "\nwiek", "za star", "za\u00a0star", "za młod", "za\u00a0młod", "t star", "t młod", "ś star", "ś młod",
        "ą star", "ą młod", "już star", "już młod", "starsi", "starszym", "młodszym",
    ),
}
_STYLE_STEMS = {"en": ("style", "learner"), "pl": ("styl", "wzrokow", "słuchow", "kinest")}
_SAY = re.compile(r"(?:\bsay|\badd|powiedz|mów|dodaj)\w*:?\s*$", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]{1,600}”|„[^”]{1,600}”")
_END = re.compile(r"[.?!][”“\"»*\s]|[.?!]$|\n\s*\n|\n\s*[-|]")


def generations(sheet: Sheet) -> Iterator[Finding]:
    """Find a generation that is said to be or to do something."""
    yield from _claims(sheet, "generation-claim", _NAMES, _GENERATION)


def age_as_cause(sheet: Sheet) -> Iterator[Finding]:
    """Find age given as the reason, outside the place where age effects are explained."""
    for found in _claims(sheet, "age-cause", _AGE_STEMS, _AGE):
        if found.passage.path[:2] != ("explanations", "age"):
            yield found


def learning_styles(sheet: Sheet) -> Iterator[Finding]:
    """Find learning styles, unless the text says what is known of them or sets them aside."""
    if not any(stem in sheet.low for stem in _STYLE_STEMS[sheet.language]):
        return
    for passage in sheet.passages:
        if not any(stem in passage.low for stem in _STYLE_STEMS[sheet.language]):
            continue
        for found in _STYLES[sheet.language].finditer(passage.text):
            sentence = _sentence(passage.text, found.start(), found.end())
            if "[@pashler-2008]" not in passage.text and not _DENIED.search(sentence):
                yield Finding(passage, found.start(), found[0].split()[0], "learning-style", {"found": found[0]})


_DENIED = re.compile(
    r"\b(?:no|not|never|leave|skip|forget|myth|nie|pomi\w+|mit|bez|żadn\w+)\b|n['’]t\b", re.IGNORECASE
)


def _claims(
    sheet: Sheet, code: str, stems: dict[str, tuple[str, ...]], patterns: Patterns
) -> Iterator[Finding]:
    """Yield what is stated: no question, no claim that a perspective examines, no quotation."""
    near = [stem for stem in stems[sheet.language] if stem in sheet.low]
    for passage in sheet.passages if near else ():
        if not any(stem in passage.low for stem in near):
            continue
        for found in patterns[sheet.language].finditer(passage.text):
            at = found.start(1) if found.re.groups else found.start()
            said = found[1] if found.re.groups else found[0]
            if not _examined(sheet, passage, at, found.end()):
                yield Finding(passage, at, said.split()[0], code, {"found": said.replace("[", "")})


def _examined(sheet: Sheet, passage: Passage, start: int, end: int) -> bool:
    if sheet.kind == "perspective" and passage.path == ("claim",):
        return True
    text = passage.text
    quoted = next((q for q in _QUOTED.finditer(text) if q.start() <= start < q.end()), None)
    if quoted is not None and not _SAY.search(text, max(0, quoted.start() - 30), quoted.start()):
        return True
    return "?" in _sentence(text, start, end)


def _sentence(text: str, start: int, end: int) -> str:
    """Return the sentence that holds a stretch of a text, with its last sign."""
    first = max((m.end() for m in _END.finditer(text, max(0, start - 400), start)), default=max(0, start - 400))
    last = _END.search(text, end)
    return text[first : last.end() if last else len(text)]
