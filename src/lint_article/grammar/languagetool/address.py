"""Where text may be sent: this machine freely, any other only with leave, the public service only with leave twice."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from lint_article.dataclass import dataclass
from lint_article.errors import UserError
from lint_article.grammar.settings import LanguageToolSettings

_PUBLIC = ("languagetool.org", "languagetoolplus.com", "languagetool.com")
_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Address:
    """A server: `path` is what comes before `/v2/check`, without a slash at its end."""

    scheme: str
    host: str
    port: int
    path: str = ""

    @property
    def is_local(self) -> bool:
        """Tell whether it is this machine."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    @property
    def is_public(self) -> bool:
        """Tell whether it is the public service, which does not want automated requests."""
        return any(self.host == name or self.host.endswith("." + name) for name in _PUBLIC)

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}{self.path}"


def parse_address(url: str) -> Address:
    """Return the address of a URL with or without its `/v2` or `/v2/check`; raise UserError if it is none."""
    hint = "Write it as http://127.0.0.1:8081"
    try:
        parts = urlsplit(url)
        port = parts.port or _DEFAULT_PORTS.get(parts.scheme, 0)
    except ValueError:
        raise UserError(f"`{url}` is no address of a LanguageTool server.", hint) from None
    if parts.scheme not in _DEFAULT_PORTS or not parts.hostname:
        raise UserError(f"`{url}` is no address of a LanguageTool server.", hint)
    path = parts.path.rstrip("/").removesuffix("/check").removesuffix("/v2").rstrip("/")
    return Address(parts.scheme, parts.hostname.lower().rstrip("."), port, path)


def allowed_address(settings: LanguageToolSettings) -> Address:
    """Return the address of the settings; raise UserError if text may not be sent there."""
    address = parse_address(settings.url)
    if address.is_local:
        return address
    if not settings.allow_remote:
        raise UserError(
            f"The manuscript would be sent to another machine, {address.host}.",
            "If you want that: --allow-remote, or set languagetool.url in your own settings.",
        )
    if address.is_public and not settings.allow_public:
        raise UserError(
            f"{address.host} is the public LanguageTool, which does not want automated requests.",
            "Use a server of your own: lint-article languagetool start",
        )
    return address
