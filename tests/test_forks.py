"""Work shared with copies of a process: the same answers in the same order, and nothing that stays behind."""

from __future__ import annotations

import subprocess
import sys
import time

import psutil
import pytest

from lint_article.workers import forks

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process be copied safely")

TEXTS = [f"{number} " * 700 for number in range(20)]
SCRIPT = """
import os, sys, time
from lint_article.workers.forks import answer_in_parts
def answer(text):
    if text.startswith("15 "):
        {fault}
    return text.split()[0].encode()
for found in answer_in_parts([f"{{number}} " * 700 for number in range(20)], answer, 2, {limit}):
    print(found.decode().strip(), flush=True)
"""


def run(fault: str, limit: float = 0.0) -> tuple[int, list[str]]:
    code = SCRIPT.format(fault=fault, limit=limit)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout.split()


@pytest.mark.parametrize("parts", [1, 2, 3, 50])
def test_answers_come_in_order(parts: int) -> None:
    before = psutil.Process().children()
    found = list(forks.answer_in_parts(TEXTS, lambda text: text.split()[0].encode(), parts, 30))
    assert [one.decode().strip() for one in found] == [str(number) for number in range(20)]
    assert psutil.Process().children() == before


def test_few_words_are_answered_by_one_process() -> None:
    assert list(forks.answer_in_parts(["a", "b"], str.encode, 4, 30)) == [b"a", b"b"]
    assert list(forks.answer_in_parts([], str.encode, 4, 30)) == []


def test_a_copy_that_dies_ends_its_parent_after_the_answers_before() -> None:
    assert run("os._exit(7)") == (7, [str(number) for number in range(15)])
    assert run("raise ValueError") == (1, [str(number) for number in range(15)])


def test_a_copy_that_takes_too_long_ends() -> None:
    status, said = run("while True: pass", limit=0.5)
    assert (status, said) == (75, [str(number) for number in range(15)])


def test_no_copy_outlives_its_parent() -> None:
    code = SCRIPT.format(fault="time.sleep(60)", limit=0)
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as process:
        children: list[psutil.Process] = []
        while not children:
            time.sleep(0.01)
            children = psutil.Process(process.pid).children()
        process.kill()
        _, left = psutil.wait_procs(children, timeout=5)
    assert left == []
