"""Where text may go: the addresses of LanguageTool servers."""

from __future__ import annotations

import pytest

from lint_article.errors import UserError
from lint_article.grammar.languagetool.address import Address, allowed_address, parse_address
from lint_article.grammar.settings import LanguageToolSettings


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://127.0.0.1:8081", Address("http", "127.0.0.1", 8081)),
        ("https://lt.example.org/lt/v2/", Address("https", "lt.example.org", 443, "/lt")),
        ("http://[::1]:8081/v2/check", Address("http", "::1", 8081)),
    ],
)
def test_an_address_is_read_with_or_without_its_path(url: str, expected: Address) -> None:
    assert parse_address(url) == expected


@pytest.mark.parametrize("url", ["localhost:8081", "ftp://a.example", "http://", "http://a:b", "http://a:99999"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(UserError, match="is no address of a LanguageTool server"):
        parse_address(url)


@pytest.mark.parametrize("url", ["http://127.0.0.1:1", "http://127.8.9.1:1", "http://localhost:1", "http://[::1]:1"])
def test_this_machine_is_always_allowed(url: str) -> None:
    assert allowed_address(LanguageToolSettings(url=url)).is_local


@pytest.mark.parametrize(
    "url",
    [
        "http://192.168.1.4:8081",
        "https://lt.example.org",
        "http://localhost.example.org",
        "http://127.0.0.1.example.org",
    ],
)
def test_another_machine_needs_leave(url: str) -> None:
    with pytest.raises(UserError, match="would be sent to another machine"):
        allowed_address(LanguageToolSettings(url=url, allow_public=True))
    assert not allowed_address(LanguageToolSettings(url=url, allow_remote=True)).is_local


@pytest.mark.parametrize(
    "url", ["https://api.languagetool.org/v2", "https://languagetool.org", "https://api.languagetoolplus.com."]
)
def test_the_public_service_needs_leave_of_its_own(url: str) -> None:
    with pytest.raises(UserError, match="does not want automated requests"):
        allowed_address(LanguageToolSettings(url=url, allow_remote=True))
    assert allowed_address(LanguageToolSettings(url=url, allow_remote=True, allow_public=True)).is_public
