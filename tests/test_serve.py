"""The page to drop a file on, asked as a browser asks; what it must never do is asked too."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.request import urlopen

import pytest
from starlette.testclient import TestClient

from lint_article.engine.plan import CheckRequest
from lint_article.server.web import desk as desks
from lint_article.server.web.app import make_app
from lint_article.server.web.body import BrokenError, parse_upload, safe_name
from lint_article.server.web.desk import Desk, FullError
from lint_article.server.web.guard import Guard, host_name
from lint_article.server.web.messages import FAILED, Review, Upload
from lint_article.server.web.worker import _as_they_come
from lint_article.workers.parent import command

DOCX = Path(__file__).parents[1] / "fixtures/manuscripts/salt-roads/salt-roads.docx"
ASKED = CheckRequest(("-",), {"grammar": {"engine": "none"}}, isolated=True)
HERE = "http://127.0.0.1:8765"
FROM_US = {"origin": HERE}
LIMIT = 200_000


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    desk = Desk(ASKED)
    yield TestClient(make_app(desk, "127.0.0.1", limit=LIMIT), HERE)
    desk.close()


def body(files: Mapping[str, bytes]) -> bytes:
    head = json.dumps([[name, len(data)] for name, data in files.items()])
    return head.encode() + b"\n" + b"".join(files.values())


def drop(client: TestClient, name: str, data: bytes, **beside: bytes) -> str:
    files = {name: data, **{key.replace("_", "."): value for key, value in beside.items()}}
    answer = client.post("/manuscripts", content=body(files), headers=FROM_US)
    assert answer.status_code == 202, answer.text
    return f"/manuscripts/{answer.json()['key']}"


def until_over(client: TestClient, address: str) -> dict[str, object]:
    for _ in range(600):
        state: dict[str, object] = client.get(address).json()
        if state.get("stage") in ("done", "failed"):
            return state
        time.sleep(0.05)
    raise AssertionError("it takes too long")


def test_a_manuscript_is_reviewed_and_its_copies_can_be_had(client: TestClient) -> None:
    address = drop(client, "salt-roads.docx", DOCX.read_bytes())
    state = until_over(client, address)
    assert (state["name"], state["stage"]) == ("salt-roads.docx", "done")
    assert state["counts"] == {"suggestion": 1, "warning": 1, "error": 2}
    files = state["files"]
    assert isinstance(files, list) and (files[0], files[-1]) == ("Word, with comments", "Review page")
    page = client.get(f"{address}/review")
    assert page.headers["content-security-policy"] == "frame-ancestors 'none'"
    assert page.text.count('class="card ') == 4 and 'href="files/0">Word, with comments</a>' in page.text
    copy = client.get(f"{address}/files/0")
    assert copy.content[:2] == b"PK"
    assert copy.headers["content-disposition"] == "attachment; filename*=UTF-8''salt-roads.checked.docx"
    alone = client.get(f"{address}/files/{len(files) - 1}")
    assert "Check another" not in alone.text and alone.headers["content-type"] == "application/octet-stream"
    assert client.get(f"{address}/files/99").status_code == 404
    assert client.delete(address, headers=FROM_US).status_code == 204
    assert [client.get(f"{address}{end}").status_code for end in ("", "/review", "/files/0")] == [404] * 3


def test_what_cannot_be_read_is_refused_with_words(client: TestClient) -> None:
    state = until_over(client, drop(client, "old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)))
    assert state["stage"] == "failed" and "Save it as .docx" in str(state["error"])


@pytest.mark.parametrize("name", ["empty.docx", "empty.pdf", "empty.odt", "empty.md"])
def test_an_empty_file_has_a_page_that_says_so(client: TestClient, name: str) -> None:
    address = drop(client, name, b"")
    state = until_over(client, address)
    assert (state["stage"], state["files"]) == ("done", ["Review page"])
    assert client.get(f"{address}/review").status_code == 200


def test_a_fault_of_ours_costs_its_manuscript_only() -> None:
    def fail(_tell: object) -> Review:
        raise ZeroDivisionError

    assert list(_as_they_come(fail)) == [FAILED]


def test_a_manuscript_reads_no_file_of_the_server(client: TestClient, tmp_path: Path) -> None:
    secret = tmp_path / "secret.tex"
    secret.write_text("Sesame recieve opens.", encoding="utf-8")
    Path("pyproject.toml").resolve(strict=True)  # what is beside the server
    tex = rf"\documentclass{{a}}\begin{{document}}\input{{{secret}}}\input{{README.md}} A tea.\end{{document}}"
    markdown = "---\nbibliography: README.md\n---\n\n{{< include CHANGELOG.md >}}\n\nTea [@one].\n"
    for name, text in (("draft.tex", tex), ("draft.qmd", markdown)):
        address = drop(client, name, text.encode())
        assert until_over(client, address)["stage"] == "done"
        page = client.get(f"{address}/review").text
        assert "Sesame" not in page and "Keep a Changelog" not in page and "was not found" in page


def test_files_that_are_dropped_along_are_read(client: TestClient) -> None:
    tex = rb"\documentclass{a}\begin{document}\input{part}\bibliography{refs}\end{document}"
    entry = b"@book{fares, title={Tidal fares}, author={Eriksen, T.}, year={2014}, publisher={Quay}}"
    part = b"Ferries recieve fares \\cite{fares,other}."
    address = drop(client, "draft.tex", tex, refs_bib=entry, part_tex=part)
    assert until_over(client, address)["stage"] == "done"
    page = client.get(f"{address}/review").text
    assert "Tidal fares" in page and "recieve" in page
    assert set(re.findall(r'class="card s-\w+ r-([\w-]+)"', page)) == {"misspelt-word", "undefined-citation-key"}


def test_nothing_is_kept_on_disk() -> None:
    code = """
import os, sys
from lint_article.engine.grammar import Grammar
from lint_article.engine.plan import CheckRequest
from lint_article.server.web.messages import Review, Upload
from lint_article.server.web.review import review
def heard(name, said):
    if name == "open" and isinstance(said[0], str) and said[0] != os.devnull and said[2] & (os.O_WRONLY | os.O_RDWR):
        print(said)
sys.addaudithook(heard)
for name in sys.argv[1:]:
    upload = Upload("draft." + name.rpartition(".")[2], open(name, "rb").read())
    asked = CheckRequest(("-",), {"grammar": {"engine": "none"}}, isolated=True)
    assert isinstance(review(upload, asked, Grammar(), lambda _: None), Review)
"""
    manuscripts = [str(DOCX.with_suffix(ending)) for ending in (".docx", ".pdf", ".md")]
    ran = subprocess.run([sys.executable, "-c", code, *manuscripts], capture_output=True, text=True, check=True)
    assert ran.stdout == ""


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"host": "evil.example:8765", "origin": "http://evil.example:8765"}, 421),
        ({"host": "localhost:8765", "origin": "http://localhost:8765"}, 400),
        ({"host": "[::1]:8765", "origin": "http://[::1]:8765"}, 400),
    ],
)
def test_only_our_own_page_may_send(client: TestClient, headers: Mapping[str, str], status: int) -> None:
    assert client.post("/manuscripts", content=b"", headers=headers).status_code == status


def test_another_name_is_refused_for_reading_too(client: TestClient) -> None:
    for host in ("evil.example", "127.0.0.1.evil.example", "192.168.1.7", ""):
        assert client.get("/", headers={"host": host}).status_code == 421, host
    page = client.get("/")
    assert page.headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'")
    assert page.headers["x-content-type-options"] == "nosniff" and page.headers["cache-control"] == "no-store"
    assert all(client.get(name).status_code == 200 for name in ("/desk.css", "/desk.js"))
    assert "{" not in page.text


def test_on_a_network_numbers_and_named_hosts_are_ours() -> None:
    guard = Guard(make_app, "192.168.1.7", ["desk.office"])
    ours = ["192.168.1.7:80", "10.0.0.1", "[fe80::1]:80", "desk.office", "DESK.office:8765", "localhost"]
    assert [guard._is_ours(host) for host in ours] == [True] * 6
    assert not guard._is_ours("evil.example") and host_name("[::1]:80") == "::1"


def test_limits(client: TestClient) -> None:
    large = client.post("/manuscripts", content=body({"a.txt": b"a" * LIMIT}), headers=FROM_US)
    assert large.status_code == 413 and "more than 0 MB" in large.json()["error"]
    streamed = client.post("/manuscripts", content=(b"a" * 50_000 for _ in range(5)), headers=FROM_US)
    assert streamed.status_code == 413


@pytest.mark.parametrize(
    "sent", [b"", b"{}\n", b"[]\n", b'[["a", 5]]\nabc', b'[["a", -1]]\n', b'[["a"]]\n', b"[" * 9000]
)
def test_what_our_page_would_not_send_is_broken(sent: bytes) -> None:
    with pytest.raises(BrokenError):
        parse_upload(sent)


def test_names_are_the_last_part_of_a_path() -> None:
    names = ["../../etc/passwd", "C:\\x\\draft.docx", "a\nb\u202e.md", "..", "", "x" * 400 + ".docx"]
    assert [safe_name(name) for name in names] == [
        *("passwd", "draft.docx", "ab.md", "manuscript", "manuscript"),
        "x" * 120 + ".docx",
    ]


def test_a_process_that_dies_costs_its_manuscript_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desks, "_COMMAND", (sys.executable, "-c", "import sys; sys.stdin.buffer.read(9)"))
    desk = Desk(ASKED)
    lost, found = desk.add(Upload("a.txt", b"a")), None
    while (one := desk.get(lost)) and not one.is_over:
        time.sleep(0.05)
    monkeypatch.setattr(desks, "_COMMAND", command("lint_article.server.web.worker"))
    found = desk.add(Upload("a.txt", b"a"))
    while (two := desk.get(found)) and not two.is_over:
        time.sleep(0.05)
    assert one and one.stage == "failed" and two and two.stage == "done"
    desk.close()


def test_the_desk_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Desk, "_run", lambda _: None)
    desk = Desk(ASKED)
    keys = [desk.add(Upload(f"{number}.txt", b"")) for number in range(20)]
    with pytest.raises(FullError):
        desk.add(Upload("one-more.txt", b""))
    assert [desk.ahead(key) for key in keys[:3]] == [0, 1, 2]
    desk.forget(keys[0])
    assert desk.ahead(keys[1]) == 0


@pytest.mark.slow
def test_the_command_serves_until_it_is_interrupted(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "lint_article", "serve", "--port", "0", "--isolated", "--grammar", "none"]
    with subprocess.Popen(words, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as serving:
        assert serving.stderr
        said = re.fullmatch(
            r"Drop manuscripts at (http://127\.0\.0\.1:\d+/); Ctrl-C ends it\.\n", serving.stderr.readline()
        )
        assert said
        assert "Check a manuscript" in urlopen(said[1]).read().decode()  # noqa: S310 - it is ours
        serving.send_signal(signal.SIGINT)
        assert (serving.wait(10), serving.stderr.read()) == (0, "")


def test_without_the_extra_the_command_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    from lint_article.commands.serve import serve_page
    from lint_article.errors import UserError

    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.delitem(sys.modules, "lint_article.server.web.serving", raising=False)
    with pytest.raises(UserError, match="needs the package uvicorn"):
        serve_page(ASKED, "127.0.0.1", 0, (), 50, opens=False)
