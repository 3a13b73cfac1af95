"""Citation commands of LaTeX and the commands that a manuscript makes of them."""

from __future__ import annotations

import re

from lint_article.dataclass import dataclass
from lint_article.document import Citation, CitationItem
from lint_article.readers.latex.command_tables import CITES, FIRST_ARGUMENT_IS_NO_KEY, MULTICITES, NARRATIVE
from lint_article.readers.latex.lexer import Lexer
from lint_article.readers.latex.macros import command_of, is_code, is_silent, plain_text
from lint_article.readers.latex.walker import Call
from lint_article.readers.writer import Writer
from lint_article.text import Span

DEFINITIONS = frozenset(
    "newcommand renewcommand providecommand DeclareRobustCommand newrobustcmd def gdef edef let NewDocumentCommand"
    " RenewDocumentCommand DeclareDocumentCommand ProvideDocumentCommand DeclareCiteCommand newenvironment"
    " renewenvironment".split()
)
_KEY = re.compile(r"%[^\n]*|(?P<key>[^\s,{}%\\#]+(?:[ \t]+[^\s,{}%\\#]+)*)")
_ROUND = re.compile(r"\s*\([^()]*\)")
_PREFIX = re.compile(r"\s*<[^<>{}\\]*>")  # apacite's: `\cite<see>[p.~3]{key}`
_NAME = re.compile(r"\s*\{?\s*\\?(?P<name>[A-Za-z@*]+)\s*\}?")
_PARAMETERS = re.compile(r"(?:#\d)+")
# What xparse declares; letters in braces are default values.
_DECLARED = re.compile(r"[smroO](?![^{}\s]*\})")
_DECLARES = {"s": "s", "m": "d", "r": "d", "o": "o", "O": "o"}
_COUNT = re.compile(r"\s*\[(?P<count>\d)\]")
_CITES_PARAMETER = re.compile(r"\\(?P<cite>[A-Za-z]+)\*?\s*(?:\[[^\]]*\]\s*)*\{[^{}]*#(?P<number>\d)[^{}]*\}")
_IS_COMMAND = re.compile(r"\s*\\(?P<cite>[A-Za-z]+)\s*")
_LET = re.compile(r"\s*=?\s*\\(?P<cite>[A-Za-z]+)")


@dataclass(frozen=True, slots=True)
class Alias:
    """A command that cites its argument `keys` (from 1); the first argument may be optional."""

    keys: int = 1
    optional_first: bool = False
    narrative: bool = False


class Cites:
    """Knows which commands cite, and writes what they cite.

    Of the manuscript's own commands, `texts` has what is printed for them (and if as code), `commands` whose work they
    do, `silent` the arguments of those that print nothing, and `unknown` holds those that print something else.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._aliases: dict[str, Alias] = {}
        self.texts: dict[str, tuple[str, bool]] = {}
        self.commands: dict[str, str] = {}
        self.silent: dict[str, str] = {}
        self.unknown: set[str] = set()
        self.all_at: list[Span] = []

    def is_citation(self, name: str) -> bool:
        """Tell whether the command cites."""
        return name in CITES or name in MULTICITES or name in self._aliases or name == "nocite"

    def cite(self, call: Call, lexer: Lexer) -> int:
        """Write the keys of a citing command; return where the text goes on."""
        alias = self._aliases.get(call.name)
        if alias:
            return self._cite_alias(call, lexer, alias)
        at = call.at + lexer.text.startswith("*", call.at, call.end)
        narrative = call.name[0].lower() + call.name[1:] in NARRATIVE
        if call.name in FIRST_ARGUMENT_IS_NO_KEY:
            at = self._after_notes(at, call, lexer)
            braces = lexer.group(at, call.end)
            at = braces[1] + 1 if braces else at
        count = 0
        while True:
            before = at
            braces = lexer.group(self._after_notes(at, call, lexer), call.end)
            if braces is None:
                return before
            count += 1
            if count > 1:
                self._writer.insert("; ", braces[0], call.part)
            if call.name == "nocite":
                self._nocite(*braces, call.part, lexer)
            elif not self._has_keys(*braces, call.part, lexer, narrative):
                self._writer.placeholder(call.start, braces[1] + 1, call.part)
            at = braces[1] + 1
            if call.name not in MULTICITES:
                return at

    def define(self, call: Call, lexer: Lexer) -> int:
        """Take note of a definition that cites or that is plain text; return where the text goes on."""
        name = _NAME.match(lexer.text, call.at + lexer.text.startswith("*", call.at, call.end), call.end)
        if not name:
            return call.at
        if call.name == "let":
            target = _LET.match(lexer.text, name.end(), call.end)
            self._same(name["name"], target["cite"] if target else "")
            return target.end() if target else name.end()
        if call.name == "DeclareCiteCommand":
            self._aliases[name["name"]] = Alias()
            return self._after_groups(name.end(), call, lexer)
        return self._define_body(name["name"], name.end(), call, lexer)

    def expand(self, keys: list[str]) -> None:
        r"""Let every `\nocite{*}` cite all of the keys."""
        for span in self.all_at:
            items = tuple(CitationItem(span, key=key) for key in keys if key)
            if items:
                self._writer.citations.append(Citation(span, "key", items))

    def _define_body(self, name: str, at: int, call: Call, lexer: Lexer) -> int:
        kinds, at = self._arguments(at, call, lexer)
        body = lexer.group(at, call.end)
        if body is None:
            return at
        if "environment" in call.name:
            return self._after_groups(body[1] + 1, call, lexer)
        self._learn(name, lexer.text[body[0] : body[1]], kinds)
        return body[1] + 1

    def _arguments(self, at: int, call: Call, lexer: Lexer) -> tuple[str, int]:
        """Return the arguments that a definition declares (s a star, o optional, d another), and where its body is."""
        if call.name.endswith("DocumentCommand"):
            declared = lexer.group(at, call.end) or (at, at)
            letters = _DECLARED.findall(lexer.text, *declared)
            return "".join(_DECLARES[letter] for letter in letters), declared[1] + (declared[0] > at)
        if parameters := _PARAMETERS.match(lexer.text, at, call.end):
            return "d" * (len(parameters.group()) // 2), parameters.end()
        count = _COUNT.match(lexer.text, at, call.end)
        optional = lexer.optional(count.end() if count else at, call.end)
        number = int(count["count"]) if count else 0
        kinds = "o" + "d" * (number - 1) if optional else "d" * number
        return kinds, optional[1] + 1 if optional else count.end() if count else at

    def _learn(self, name: str, body: str, kinds: str) -> None:
        self.texts.pop(name, None)
        self.silent.pop(name, None)
        self.unknown.discard(name)
        whole = _IS_COMMAND.fullmatch(body)
        cites = _CITES_PARAMETER.search(body)
        if whole:
            self._same(name, whole["cite"])
        elif cites and self.is_citation(cites["cite"]):
            self._aliases[name] = Alias(int(cites["number"]), kinds.startswith("o"), cites["cite"] in NARRATIVE)
        elif is_silent(body):
            self.silent[name] = kinds
        elif text := plain_text(body):
            self.texts[name] = text, is_code(body)
        elif command := command_of(body):
            self.commands[name] = self.commands.get(command, command)
        else:
            self.unknown.add(name)

    def _same(self, name: str, other: str) -> None:
        if self.is_citation(other):
            self._aliases[name] = self._aliases.get(other, Alias(narrative=other in NARRATIVE))
        elif other:
            self.commands[name] = self.commands.get(other, other)

    def _cite_alias(self, call: Call, lexer: Lexer, alias: Alias) -> int:
        at = call.at + lexer.text.startswith("*", call.at, call.end)
        number = 2 if alias.optional_first else 1
        at = self._after_notes(at, call, lexer)
        while braces := lexer.group(at, call.end):
            at = braces[1] + 1
            if number == alias.keys:
                self._has_keys(*braces, call.part, lexer, alias.narrative)
                break
            number += 1
        return at

    def _after_notes(self, at: int, call: Call, lexer: Lexer) -> int:
        while round_ := _ROUND.match(lexer.text, at, call.end) if call.name in MULTICITES else None:
            at = round_.end()
        while prefix := _PREFIX.match(lexer.text, at, call.end):
            at = prefix.end()
        while brackets := lexer.optional(at, call.end):
            at = brackets[1] + 1
        return at

    def _after_groups(self, at: int, call: Call, lexer: Lexer) -> int:
        at = self._after_notes(at, call, lexer)
        while braces := lexer.group(at, call.end):
            at = braces[1] + 1
        return at

    def _has_keys(self, start: int, end: int, part: int, lexer: Lexer, narrative: bool) -> bool:
        """Write the keys that stand there; tell whether there are any."""
        writer = self._writer
        whole = writer.begin()
        items: list[CitationItem] = []
        for key in _KEY.finditer(lexer.text, start, end):
            if not key["key"]:
                continue
            if items:
                writer.insert(", ", key.start(), part)
            frame = writer.begin()
            writer.copy(key.start(), key.end(), part)
            span = writer.end_mark(frame, "code")  # what is printed is not the key, which is no word of the sentence
            if span:
                items.append(CitationItem(span, key=key.group()))
        span = writer.end(whole)
        if span and items:
            writer.citations.append(Citation(span, "key", tuple(items), narrative))
        return bool(items)

    def _nocite(self, start: int, end: int, part: int, lexer: Lexer) -> None:
        """Write keys that are cited without being printed; they are hidden."""
        writer = self._writer
        writer.space(start, part)
        frame = writer.begin()
        if lexer.text[start:end].strip() == "*":
            writer.copy(start, end, part)
        else:
            self._has_keys(start, end, part, lexer, False)
        span = writer.end_mark(frame, "hidden")
        writer.space(end, part)
        if span and lexer.text[start:end].strip() == "*":
            self.all_at.append(span)
