"""What a source of a backlist leads to: folders, patterns, archives, addresses."""

from __future__ import annotations

import os
import tarfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import fsspec
import pytest

from backlists import BAD, GOOD, packed, write_backlist
from lint_article.backlist.item import Item, key_of
from lint_article.backlist.listing import list_items
from lint_article.backlist.reading import find_manuscripts
from lint_article.backlist.roll import Roll
from lint_article.config import Settings
from lint_article.document import Limits
from lint_article.readers.unreadable import Unreadable


@pytest.fixture
def memory() -> Iterator[Any]:
    filesystem = fsspec.filesystem("memory")
    yield filesystem
    filesystem.store.clear()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_backlist(tmp_path)


def listed(*sources: str) -> list[tuple[str, str]]:
    return [(item.location, item.below) for one in sources for item in list_items(one, Settings())]


def test_a_folder_is_listed_in_order_without_what_a_search_skips() -> None:
    names = ["broken.docx", "empty.zip", "latex.zip", "sent.zip", "ports/paper.xml", "tex/main.tex", "tex/part.tex"]
    names += ["tides/2019/bad.txt", "tides/2020-vol 2/good.md"]
    assert listed("list") == [(f"list/{name}", name) for name in names]


def test_patterns_count_paths_from_their_fixed_part() -> None:
    assert listed("list/t*/*/*.txt") == [("list/tides/2019/bad.txt", "tides/2019/bad.txt")]
    assert listed("list/ports/paper.xml") == [("list/ports/paper.xml", "paper.xml")]


def test_a_zip_and_a_tar_that_are_named_are_opened() -> None:
    assert listed("list/sent.zip") == [
        ("zip://draft.md::list/sent.zip", "draft.md"),
        ("zip://letter.txt::list/sent.zip", "letter.txt"),
    ]
    with tarfile.open("all.tar.gz", "w:gz") as archive:
        archive.add("list/tides", "tides")
    assert listed("all.tar.gz") == [
        ("tar://tides/2019/bad.txt::all.tar.gz", "tides/2019/bad.txt"),
        ("tar://tides/2020-vol 2/good.md::all.tar.gz", "tides/2020-vol 2/good.md"),
    ]


def test_addresses_are_listed_by_fsspec(memory: Any) -> None:
    memory.pipe(
        {
            "/c/a.txt": BAD,
            "/c/b/d.md": GOOD,
            "/c/b/.e.md": GOOD,
            "/c/f.csv": b"",
            "/c/.git/g.md": GOOD,
            "/z.zip": packed(**{"j/x.txt": BAD}),
        }
    )
    assert listed("memory://c") == [("memory:///c/a.txt", "a.txt"), ("memory:///c/b/d.md", "b/d.md")]
    assert listed(Path("list/tides").absolute().as_uri()) == [
        (Path(f"list/tides/{name}").absolute().as_uri().replace("%20", " "), name)
        for name in ("2019/bad.txt", "2020-vol 2/good.md")
    ]
    assert listed("memory://c/[ab]/*.md") == [("memory:///c/b/.e.md", "b/.e.md"), ("memory:///c/b/d.md", "b/d.md")]
    assert listed("memory://z.zip") == [("zip://j/x.txt::memory:///z.zip", "j/x.txt")]
    assert listed("zip://*/*.txt::memory://z.zip") == [("zip://j/x.txt::memory://z.zip", "j/x.txt")]


def test_memory_does_not_grow_with_the_list() -> None:
    known = (f"list/{number}.txt" for number in range(1_000))
    roll = Roll(known, lambda: (Item(f"list/{number % 3_000}.txt", "") for number in range(9_000)))
    assert [item.location for item in roll.items()] == [f"list/{number}.txt" for number in range(1_000, 3_000)]
    assert (roll.total, roll.is_complete) == (2_000, True)


def test_a_listing_that_fails_is_heard_of() -> None:
    def broken() -> Iterator[Item]:
        yield Item("a", "")
        raise Unreadable("broken")

    found: Sequence[Item] = ()
    with pytest.raises(Unreadable):
        found = list(Roll((), broken).items())
    assert found == ()


def test_folders_that_cannot_be_listed_are_items_with_a_fault(memory: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    memory.pipe({"/c/a/a.txt": BAD, "/c/b/b.txt": BAD})
    listed_by_store, listed_by_system = type(memory).ls, os.scandir

    def refuse(path: str) -> None:
        if path.endswith("/a"):
            raise PermissionError(13, "Permission denied", path)

    def list_store(store: Any, path: str, *words: Any, **more: Any) -> Any:
        refuse(path)
        return listed_by_store(store, path, *words, **more)

    def list_system(path: str) -> Any:
        refuse(str(path))
        return listed_by_system(path)

    monkeypatch.setattr(type(memory), "ls", list_store)
    monkeypatch.setattr(os, "scandir", list_system)
    for name in ("tree/a/a.txt", "tree/b/b.txt"):
        Path(name).parent.mkdir(parents=True)
        Path(name).write_bytes(BAD)
    for source, start in (("memory://c", "memory:///c"), ("tree", "tree")):
        items = {item.location: item.fault for item in list_items(source, Settings())}
        said = f"It could not be listed: PermissionError: [Errno 13] Permission denied: '{start.removeprefix('memory://')}/a'."
        assert items == {f"{start}/a": said, f"{start}/b/b.txt": ""}


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("ftp://user:word@host/a.txt", "ftp://***@host/a.txt"),
        (
            "zip://a::https://user@host/b.zip?n=1&X-Amz-Signature=abc",
            "zip://a::https://***@host/b.zip?n=1&X-Amz-Signature=***",
        ),
        ("s3://bucket/mail@home/a.txt", "s3://bucket/mail@home/a.txt"),
        ("drafts/?token=1.txt", "drafts/?token=1.txt"),
    ],
)
def test_secrets_of_addresses_are_in_no_table_or_message(address: str, shown: str) -> None:
    assert key_of(address) == shown


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names")
def test_a_pipe_is_no_manuscript_and_is_not_waited_for() -> None:
    os.mkfifo("pipe.txt")
    [item] = list_items("pipe.txt", Settings())
    with pytest.raises(OSError, match="neither a file nor a folder"):
        list(find_manuscripts(item, Limits()))
