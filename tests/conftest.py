"""`pytest --update-expected` writes what is compared, to be read before it is committed."""

from __future__ import annotations

import gc
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from lint_article.engine import containment

gc.set_threshold(50_000, 20, 20)  # to look for garbage in all that the tests keep takes a tenth of their time

# Each run tries the same examples; `--hypothesis-profile=thorough` tries others, and many more.
_SLOW = [HealthCheck.too_slow]
settings.register_profile("usual", max_examples=60, deadline=None, derandomize=True, suppress_health_check=_SLOW)
settings.register_profile("thorough", max_examples=1000, deadline=None, suppress_health_check=_SLOW)
settings.load_profile("usual")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-expected", action="store_true", help="write expected files and generated pages anew")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> object:
    """Keep the tests of a file in one process, for they share what is made once; files come in their order."""
    from xdist.scheduler import LoadFileScheduling

    config.option.loadscopereorder = False  # else the longest, which have few tests, come last
    return LoadFileScheduling(config, log)


def pytest_make_parametrize_id(val: object) -> str | None:
    """Number cases of bytes: an archive has its time in it, and all processes must have the same names."""
    return "bytes" if isinstance(val, bytes) else None


@pytest.fixture
def assert_written(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Give a function that compares a text with a file, or writes it there with `--update-expected`."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-expected"):
            path.write_text(text, encoding="utf-8")
        assert text == (path.read_text(encoding="utf-8") if path.exists() else "")

    return compare


def _is_here(address: object) -> bool:
    """Tell whether an address is one of this machine, or no address of a network at all."""
    host = address[0] if isinstance(address, tuple) else ""
    return not isinstance(address, tuple) or host == "localhost" or host.startswith(("127.", "::1"))


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Refuse sockets to other machines; the command's own processes are watched by tests of theirs."""
    patch = pytest.MonkeyPatch()
    for name in ("connect", "connect_ex"):
        allowed = getattr(socket.socket, name)

        def connect(one: socket.socket, address: Any, allowed: Any = allowed) -> Any:
            if not _is_here(address):
                raise RuntimeError(f"tests have no network: {address}")
            return allowed(one, address)

        patch.setattr(socket.socket, name, connect)
    yield
    patch.undo()


@pytest.fixture(autouse=True, scope="module")
def no_reader_left() -> Iterator[None]:
    """End the process that reads Word and PDF files, which is kept for the next file."""
    yield
    if containment._Reader.running:
        containment._Reader.running.end()
