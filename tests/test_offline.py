"""The guard in conftest.py does hold: a test that could reach the world would prove nothing about an offline program."""

import socket
import threading

import pytest


@pytest.mark.parametrize("method", ["connect", "connect_ex"])
def test_a_socket_cannot_leave_the_machine(method):
    with socket.socket() as outgoing, pytest.raises(RuntimeError, match="203.0.113.1"):
        getattr(outgoing, method)(("203.0.113.1", 80))  # an address reserved for documentation


def test_a_name_cannot_be_looked_up():
    with pytest.raises(RuntimeError, match="example.org"):
        socket.create_connection(("example.org", 80))


def test_this_machine_can_be_reached():
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=lambda: server.accept()[0].close()).start()
        with socket.create_connection(("localhost", server.getsockname()[1])) as connection:
            assert connection.recv(1) == b""
