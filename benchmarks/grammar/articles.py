"""What a grammar engine says of published articles, which editors have been over: what it costs the reader.

    python benchmarks/grammar/articles.py [harper|languagetool] FILE… [--list]

Prints the findings per 1,000 words of prose by rule and by severity; `--list` prints each finding in its sentence, to
be judged by eye.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.grammar.arguments import engine_in, is_engine
from lint_article.document import Document, Remark, Source
from lint_article.grammar.masking import passages
from lint_article.grammar.session import open_session
from lint_article.grammar.settings import GrammarSettings
from lint_article.parsing.parse import parse
from lint_article.readers.plain.reader import read_plain
from lint_article.rulebook import Rule, rulebook


def main(arguments: Sequence[str]) -> None:
    """Check the files and print the counts."""
    engine = engine_in(arguments)
    files = [Path(argument) for argument in arguments if not is_engine(argument) and argument != "--list"]
    counts: Counter[str] = Counter()
    words = 0
    for document, remarks in _checked(engine, files):
        words += sum(len(passage.text.split()) for passage in passages(document))
        for remark in remarks:
            rule = _rule(remark)
            counts[f"{rule.severity:10} {rule.name}"] += 1
            counts[f"{rule.severity:10} all"] += 1
            if "--list" in arguments:
                print(f"{rule.name:28} {remark.id:26} {_context(document, remark)}")
    print(f"{len(files)} files, {words:,} words")
    for name, count in sorted(counts.items()):
        print(f"{name:40} {count:5} {1000 * count / words:8.3f} per 1,000 words")


def _checked(engine: str, files: Sequence[Path]) -> Iterator[tuple[Document, tuple[Remark, ...]]]:
    with open_session(GrammarSettings(engine=engine, cache=False)) as session:
        for file in files:
            document = parse(read_plain(Source(str(file), "plain", file.read_bytes())))
            yield document, session.check(document).remarks


def _rule(remark: Remark) -> Rule:
    return next(rule for rule in rulebook() if remark.category in rule.options.get("categories", ()))  # type: ignore[operator]


def _context(document: Document, remark: Remark) -> str:
    start, end = remark.span.start, remark.span.end
    before, after = document.text[max(start - 60, 0) : start], document.text[end : end + 40]
    return " ".join(f"{before}[[{document.text[start:end]}]]{after}".split())


if __name__ == "__main__":
    main(sys.argv[1:])
