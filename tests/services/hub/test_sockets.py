"""Where the hub may listen."""

from services.hub.sockets import may_listen


def test_without_tls_the_hub_listens_on_loopback_only() -> None:
    assert [may_listen(host, tls=False) for host in ("127.0.0.1", "::1", "localhost")] == [True] * 3
    assert [may_listen(host, tls=False) for host in ("0.0.0.0", "192.168.1.5", "hub.example")] == [False] * 3  # noqa: S104 - refused here
    assert may_listen("192.168.1.5", tls=True)
