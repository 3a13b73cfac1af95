"""No test reaches another machine: a socket to anywhere but this one is refused."""

from __future__ import annotations

import socket

import pytest


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("example.org", 443), ("2001:db8::1", 80)])
def test_other_machines_are_refused(address: tuple[str, int]) -> None:
    with socket.socket(socket.AF_INET6 if ":" in address[0] else socket.AF_INET) as one:
        with pytest.raises(RuntimeError, match="tests have no network"):
            one.connect(address)
        with pytest.raises(RuntimeError, match="tests have no network"):
            one.connect_ex(address)


def test_this_machine_is_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as one:
        one.connect(server.getsockname())
