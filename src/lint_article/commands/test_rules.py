"""`lint-article test-rules`: run the examples of rules of one's own."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import regex

from lint_article.commands.new_rule import FOLDER
from lint_article.commands.output import user_error
from lint_article.config import settings_for
from lint_article.config.lines import show_location
from lint_article.engine.examples import failures
from lint_article.engine.own_rules import explain_fault, explain_stop, folders_of
from lint_article.errors import CLEAN, FAILED, FINDINGS, UserError
from lint_article.reporters.terminal import visible
from lint_article.rulebook import Example, Rule, SheetError, read_examples
from lint_article.rulebook.own import Sources, read_own_rules
from lint_article.text.phrases import count_of

_HEADER = re.compile(r"^\[\[(bad|good)\]\]", re.MULTILINE)


def test_rules(folder: Path | None) -> int:
    """Run the examples of the sheets in a folder, or in those of the settings; return the exit status.

    It is 1 if an example fails, and 2 if a sheet cannot be used. Raises UserError if there are no sheets.
    """
    folders = (folder.resolve(),) if folder else folders_of(settings_for(Path()))
    if folder and not folder.is_dir():
        raise UserError(f"There is no folder {folder}.", "Name the folder of the sheets.")
    own = read_own_rules(Sources(folders))
    rules = [rule for rule in own.book if rule.origin]
    faults = list(own.faults)
    if not rules and not faults:
        raise UserError("There are no rules of your own.", _where_to_find_rules(folder))
    failed: list[str] = []
    passed = 0
    for rule in rules:
        try:
            results = list(_run(rule))
        except SheetError as fault:
            faults.append(fault)
            continue
        marks = "".join("F" if result else "." for result in results) or "no examples"
        sys.stdout.write(f"{visible(show_location(Path(rule.origin)))} {marks}\n")
        failed += [result for result in results if result]
        passed += sum(not result for result in results)
    sys.stdout.writelines(f"FAILED {visible(line)}\n" for line in failed)
    for error in map(explain_fault, faults):
        user_error(error.message, error.hint)
    counts = [f"{passed} passed", *([f"{len(failed)} failed"] if failed else [])]
    counts += [f"{count_of(len(faults), 'sheet')} not usable"] if faults else []
    sys.stdout.write(f"{', '.join(counts)} in {count_of(len(rules), 'rule')}\n")
    return FAILED if faults else FINDINGS if failed else CLEAN


def _where_to_find_rules(folder: Path | None) -> str:
    if folder:
        return "Sheets end in .toml."
    if Path(FOLDER).is_dir():
        return f'The settings do not name {FOLDER}: add rule-folders = ["{FOLDER}"].'
    return "`lint-article new-rule NAME` writes one."


def _run(rule: Rule) -> Iterator[str]:
    """Yield how each example failed, with its line, or "" for one that passed."""
    path = Path(rule.origin)
    examples = read_examples(path)
    with TemporaryDirectory(prefix="lint-article-") as folder:
        for example, line in zip(examples, _lines(path), strict=True):
            said = _run_example(rule, example, Path(folder))
            yield f"{show_location(path)}:{line}: {said}" if said else ""


def _run_example(rule: Rule, example: Example, folder: Path) -> str:
    try:
        return next(failures(rule, example, folder), "")
    except TimeoutError:
        return explain_stop(rule).message
    except regex.error as error:
        return f"not a valid pattern: {error}"


def _lines(path: Path) -> list[int]:
    """Return the lines of a sheet's examples, the bad ones first."""
    text = path.read_text(encoding="utf-8")
    found = [(match[1], text.count("\n", 0, match.start()) + 1) for match in _HEADER.finditer(text)]
    return [line for kind in ("bad", "good") for one, line in found if one == kind]
