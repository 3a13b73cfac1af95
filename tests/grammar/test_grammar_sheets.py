"""What holds for all sheets of grammar; test_rules runs their examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from lint_article.document import Document, Finding, Source
from lint_article.grammar.categories import OTHER, categories
from lint_article.grammar.session import Session, open_session
from lint_article.grammar.settings import GrammarSettings
from lint_article.kinds.grammar import run
from lint_article.parsing.parse import parse
from lint_article.readers.plain.reader import read_plain
from lint_article.rulebook import Rule, read_sheet, sheets

SHEETS = {name: path for name, path in sheets().items() if path.parent.name == "grammar"}


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with open_session(GrammarSettings(language="en-GB", cache=False)) as session:
        yield session


def remarked(session: Session, text: str) -> Document:
    document = parse(read_plain(Source("draft.txt", "plain", text.encode())))
    return replace(document, remarks=session.check(document).remarks)


def found(session: Session, rule: Rule, text: str) -> list[Finding]:
    return list(run(remarked(session, text), rule.options))


def test_every_category_has_exactly_one_sheet() -> None:
    named = Counter(name for path in SHEETS.values() for name in read_sheet(path).options["categories"])  # type: ignore[attr-defined]
    assert dict(named) == dict.fromkeys({*categories(), OTHER}, 1)


def test_a_fix_is_never_safe(session: Session) -> None:
    rule = read_sheet(SHEETS["wrong-verb-form"])
    fixes = [
        finding.fix for finding in found(session, rule, "The state could able to act in this region.") if finding.fix
    ]
    assert [fix.safety for fix in fixes] == ["unsafe"]


def test_the_message_names_the_engine_and_its_rule(session: Session) -> None:
    rule = read_sheet(SHEETS["wrong-verb-form"])
    (finding,) = found(session, rule, "The committee did not had a policy on this.")
    assert rule.message.format_map(finding.values) == 'Use the base form of the verb with "did". (harper: DidPast)'
