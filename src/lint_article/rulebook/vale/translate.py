"""From what a Vale rule extends to a kind of ours and its options: one function for each extension point."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

Raw = Mapping[str, Any]

_PLAIN = re.compile(r"[\w' /-]+")
_PLACEHOLDER = re.compile(r"%[svd]|%\[(\d)\][svd]|%%|[{}]")
_PARTS = {
    "text": "block",
    "summary": "block",
    "paragraph": "paragraph",
    "sentence": "sentence",  # as in Vale, of paragraphs that stand by themselves
    "heading": "heading",
    "table": "table",
    "table.cell": "table",
    "table.header": "table",
    "list": "item",
    "blockquote": "block quotation",
    "title": "title",
    "figure.caption": "caption",
    "table.caption": "caption",
    **{f"heading.h{level}": f"heading {level}" for level in range(1, 7)},
}
_FORMAT = re.compile(r"\.(?:md|txt|html?|adoc|rst|xml|org|dita)$")


class Unsupported(Exception):
    """Why a rule of Vale cannot be run here."""


class KindAndOptions(NamedTuple):
    """A kind of ours with its options, and the values that take the places of `%s` in the message, in their order."""

    kind: str
    options: dict[str, Any]
    values: tuple[str, ...] = ("text",)


def make_message(message: str, values: Sequence[str]) -> str:
    """Return a message with the names of values in place of `%s`."""
    names = iter(values)

    def name(match: re.Match[str]) -> str:
        sign = match[0]
        if sign in "{}":
            return sign * 2
        if sign == "%%":
            return "%"
        chosen = values[min(int(match[1]), len(values)) - 1] if match[1] else next(names, values[-1])
        return f"{{{chosen}}}"

    return _PLACEHOLDER.sub(name, message)


def _existence(raw: Raw) -> KindAndOptions:
    tokens = [str(token) for token in raw.get("tokens") or () if str(token).strip()]
    raws = "".join(map(str, raw.get("raw") or ()))
    options = {**_common(raw), **_action(raw)}
    is_plain = not raws and not raw.get("nonword") and "replace" not in options
    if is_plain and tokens and all(map(_PLAIN.fullmatch, tokens)):
        return KindAndOptions("phrase", {**options, "phrases": tokens})
    pattern = _whole(raw, "|".join(tokens)) if tokens else ""
    pattern = pattern + raws if raw.get("append") else raws + pattern
    return KindAndOptions("pattern", {**options, "pattern": pattern})


def _substitution(raw: Raw) -> KindAndOptions:
    swap = {str(old): str(new) for old, new in raw["swap"].items()}
    ordered = {old: swap[old] for old in sorted(swap, key=len, reverse=True)}
    how: dict[str, Any] = {"capitalise": bool(raw.get("capitalize")), "whole-words": not raw.get("nonword")}
    how |= {"between": "' or '"} if "'%s'" in str(raw["message"]) else {}
    return KindAndOptions("swap", {**_common(raw), **how, "swap": ordered}, ("replacement", "text"))


def _occurrence(raw: Raw) -> KindAndOptions:
    options = {**_common(raw), "pattern": str(raw["token"]), "flag": "first"}
    options |= {key: int(raw[key]) for key in ("max", "min") if raw.get(key)}
    if "sentence" in options["scope"]:
        options |= {"scope": [word for word in options["scope"] if word != "sentence"], "per": "sentence"}
    elif raw.get("scope") == "summary":
        options |= {"scope": [], "per": "document"}
    return KindAndOptions("occurrence", options, ("count",))


def _repetition(raw: Raw) -> KindAndOptions:
    if raw.get("max"):
        raise Unsupported("a repetition with `max`")
    word = r"\p{L}+" if raw.get("alpha") else "|".join(map(str, raw["tokens"]))
    return KindAndOptions("repetition", {**_common(raw), "word": word, "title": "Delete the repetition"}, ("word",))


def _consistency(raw: Raw) -> KindAndOptions:
    either = [[str(one), str(other)] for one, other in raw["either"].items()]
    return KindAndOptions("consistency", {**_common(raw), "either": either})


def _conditional(raw: Raw) -> KindAndOptions:
    how = {"every": True, "same-paragraph": True}
    return KindAndOptions(
        "conditional", {**_common(raw), "first": str(raw["first"]), "second": str(raw["second"]), **how}
    )


def _capitalization(raw: Raw) -> KindAndOptions:
    match = str(raw["match"])
    options = {**_common(raw), "style": match.removeprefix("$")}
    if match in ("$title", "$sentence"):
        options["threshold"] = float(raw.get("threshold") or 0.8)
        options |= {"strict": True, "indicators": [str(one) for one in raw.get("indicators") or ()]}
        options["small-words"] = [*_SMALL, *(_PREPOSITIONS if raw.get("style") == "Chicago" else [])]
    return KindAndOptions("capitalisation", options, ("text", "replacement"))


def _metric(raw: Raw) -> KindAndOptions:
    return KindAndOptions("metric", {"formula": str(raw["formula"]), "condition": str(raw["condition"])}, ("value",))


def _readability(raw: Raw) -> KindAndOptions:
    formulas = [_READABILITY[name] for name in raw["metrics"]]
    formula = f"({' + '.join(f'({one})' for one in formulas)}) / {len(formulas)}"
    return KindAndOptions("metric", {"formula": formula, "condition": f"> {raw['grade']}"}, ("value",))


def _spelling(raw: Raw) -> KindAndOptions:
    ignored = raw.get("ignore") or ()
    files = [ignored] if isinstance(ignored, str) else [str(one) for one in ignored]
    filters = [str(one) for one in raw.get("filters") or ()]
    options = {"filters": filters, "custom": bool(raw.get("custom")), "word-lists": files}
    return KindAndOptions("spelling", {**_common(raw), **options})


def _sequence(raw: Raw) -> KindAndOptions:
    pieces: list[str] = []
    for token in raw["tokens"]:
        if token.get("tag"):
            raise Unsupported("a sequence with part-of-speech tags")
        skipped = rf"(?:[^\s.!?]+\s+){{0,{int(token['skip'])}}}" if token.get("skip") else ""
        word = f"(?:{token.get('pattern', '')})"
        pieces.append(skipped + (rf"(?!{word}\b)[^\s.!?]+" if token.get("negate") else word))
    between = r"\s+"
    options = {**_common({**raw, "scope": "sentence"}), "pattern": rf"\b{between.join(pieces)}\b"}
    return KindAndOptions("pattern", options)


def _script(_raw: Raw) -> KindAndOptions:
    raise Unsupported("a script")


EXTENSION_POINTS: Mapping[str, Callable[[Raw], KindAndOptions]] = {
    "existence": _existence,
    "substitution": _substitution,
    "occurrence": _occurrence,
    "repetition": _repetition,
    "consistency": _consistency,
    "conditional": _conditional,
    "capitalization": _capitalization,
    "metric": _metric,
    "readability": _readability,
    "spelling": _spelling,
    "sequence": _sequence,
    "script": _script,
}
_SMALL = "a an and as at but by en for if in nor of on or per the to vs via v".split()
_PREPOSITIONS = """
with from into during including until against among throughout despite towards upon concerning about over through before
between after since without under within along following across beyond around down near above""".split()
_READABILITY = {
    "Gunning Fog": "0.4 * ((words / sentences) + 100 * (complex_words / words))",
    "Coleman-Liau": "0.0588 * (characters / words) * 100 - 0.296 * (sentences / words) * 100 - 15.8",
    "Flesch-Kincaid": "0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59",
    "SMOG": "1.0430 * math.sqrt(polysyllabic_words * 30.0 / sentences) + 3.1291",
    "Automated Readability": "4.71 * (characters / words) + 0.5 * (words / sentences) - 21.43",
}


def _whole(raw: Raw, pattern: str) -> str:
    return f"(?:{pattern})" if raw.get("nonword") else rf"\b(?:{pattern})\b"


def _common(raw: Raw) -> dict[str, Any]:
    """Return the options that all kinds have: the scope, and whether case counts."""
    said = raw.get("scope") or "text"
    scopes = [said] if isinstance(said, str) else list(said)
    parts = [part for scope in scopes for part in _scope(str(scope))]
    options: dict[str, Any] = {"scope": parts, "ignore-case": bool(raw.get("ignorecase"))}
    searches = raw["extends"] in ("existence", "substitution", "repetition")
    return options | ({"outside": ["addresses"]} if searches else {})


def _scope(scope: str) -> Iterator[str]:
    """Yield the parts of a scope; several joined by `&` are one part and what is left out of it."""
    words = [word.strip() for word in scope.split("&")]
    if sum(not word.startswith("~") for word in words) > 1:
        raise Unsupported(f"the scope `{scope}`")
    if all(word.startswith("~") for word in words):
        words = ["text", *words]
    for word in words:
        sign, name = ("~", word[1:]) if word.startswith("~") else ("", word)
        part = _PARTS.get(_FORMAT.sub("", name))
        if part is None:
            raise Unsupported(f"the scope `{name}`")
        yield sign + part
        if part == "heading":
            yield f"{sign}title"
        if part == "sentence":
            yield from ("~heading", "~item", "~block quotation", "~table")


def _action(raw: Raw) -> dict[str, Any]:
    """Return the fix of an action that replaces; one that removes may take away more than the fault."""
    action = raw.get("action") or {}
    params = [str(one) for one in action.get("params") or ()]
    if action.get("name") == "replace" and len(params) == 1:
        return {"replace": params[0].replace("{", "{{").replace("}", "}}")}
    return {}
