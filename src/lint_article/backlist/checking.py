"""The check of one item: the same function in this machine's processes and in those of a cluster."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import chdir, nullcontext
from functools import lru_cache
from threading import Lock
from time import monotonic

from lint_article.backlist.addresses import describe
from lint_article.backlist.item import Instructions, Item, is_address
from lint_article.backlist.publication import Publication, find_publication
from lint_article.backlist.reading import FoundManuscript, PartOfAnotherError, find_manuscripts
from lint_article.backlist.rows import CheckedItem, FindingRow, ManuscriptRow, row_without_findings, rows_of
from lint_article.document import Source
from lint_article.engine.chapters import main_of
from lint_article.engine.grammar import Grammar
from lint_article.engine.job import Job
from lint_article.engine.load import recognise
from lint_article.engine.overrides import settings_of_file
from lint_article.engine.own_rules import rules_for
from lint_article.engine.report import FileReport
from lint_article.engine.report_cache import check_or_recall
from lint_article.engine.run import check
from lint_article.readers.formats import format_of
from lint_article.readers.unreadable import Unreadable
from lint_article.rulebook import Rule

_one_at_a_time = Lock()  # what a check may take is measured of the whole process


def check_item(item: Item, asked: Instructions) -> CheckedItem:
    """Return the rows of an item; never raises for what is wrong with it."""
    if item.fault:
        return CheckedItem((row_without_findings(item, "failed", item.fault),))
    with _one_at_a_time:
        try:
            with nullcontext() if is_address(item.location) or not asked.folder else chdir(asked.folder):
                return _check(item, asked)
        except PartOfAnotherError as reason:
            return CheckedItem((row_without_findings(item, "part", str(reason)),))
        except Unreadable as error:
            return CheckedItem((row_without_findings(item, "failed", f"It cannot be read: {error.reason}."),))
        except Exception as error:  # each kind of store has its own
            return CheckedItem((row_without_findings(item, "failed", f"It cannot be read: {describe(error)}."),))


def _check(item: Item, asked: Instructions) -> CheckedItem:
    if not is_address(item.location) and (main := main_of(item.location)):
        raise PartOfAnotherError(f"It is checked as a part of {main}.")
    manuscripts: list[ManuscriptRow] = []
    findings: list[FindingRow] = []
    for one in find_manuscripts(item, asked.settings.limits):
        began = monotonic()
        report = _report(one, asked)
        row, found = rows_of(item, one.shown_as, report, _publication(one, item, asked), one.size, monotonic() - began)
        manuscripts.append(row)
        findings += found
    return CheckedItem(tuple(manuscripts), tuple(findings))


def _publication(one: FoundManuscript, item: Item, asked: Instructions) -> Publication:
    form = format_of(one.name, one.head, asked.format)
    return find_publication(form if isinstance(form, str) else "", item.below, one.head)


def _report(one: FoundManuscript, asked: Instructions) -> FileReport:
    settings = settings_of_file(asked.settings, one.name)
    job = Job(one.name, one.shown_as, settings, _rules(asked, one.name), asked.format)
    if one.data is None:
        return check_or_recall(job, _grammar())
    return check(job, _grammar(), _find_source(one, one.data))


def _find_source(one: FoundManuscript, data: bytes) -> Callable[[Job], Source]:
    def source(job: Job) -> Source:
        form = recognise(one.name, data, job.format)
        return Source(one.name, form, data, files=one.files, limits=job.settings.limits, is_alone=True)

    return source


def _rules(asked: Instructions, name: str) -> tuple[Rule, ...]:
    """Return the rules for a file; most settings want the same for all."""
    settings = asked.settings
    if settings.overrides or settings.per_file_ignores or settings.vale_config:
        return rules_for(settings_of_file(settings, name), name)
    kept = _known_rules.get(id(asked))
    if kept is None or kept[0] is not asked:
        _known_rules.clear()
        kept = _known_rules[id(asked)] = (asked, rules_for(settings, name))
    return kept[1]


_known_rules: dict[int, tuple[Instructions, tuple[Rule, ...]]] = {}


@lru_cache(1)
def _grammar() -> Grammar:
    """Return the grammar engines of this process."""
    return Grammar()
