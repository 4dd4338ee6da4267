"""Mozilla's remote control, as much of it as running a script takes.

A message is its length in bytes, a colon and JSON; each command is answered by `[1, number,
error, result]`. Only loopback is ever connected to.
"""

from __future__ import annotations

import json
import socket


class Marionette:
    """A session in the chrome of a Mozilla program that was started with `--marionette`."""

    def __init__(self, port: int, patience: float = 30) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), patience)
        self._buffer = b""
        self._number = 0
        self._receive()  # its greeting
        self.command("WebDriver:NewSession", capabilities={})
        self.command("Marionette:SetContext", value="chrome")
        self.command("WebDriver:SetTimeouts", script=int(patience * 1000))

    def script(self, body: str, *arguments: object) -> object:
        """What an asynchronous script calls back with; its last argument is the callback."""
        answer = self.command("WebDriver:ExecuteAsyncScript", script=body, args=list(arguments))
        return answer["value"]

    def command(self, name: str, **parameters: object) -> dict:
        """Sends a command and waits for its answer.

        Raises:
            RuntimeError: The program says that it failed.
        """
        self._number += 1
        message = json.dumps([0, self._number, name, parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._receive()
        if error:
            raise RuntimeError(f"{name}: {error['error']}: {error['message']}")
        return result

    def close(self) -> None:
        """Hangs up."""
        self._socket.close()

    def _receive(self) -> list:
        while b":" not in self._buffer:
            self._buffer += self._more()
        length, _, rest = self._buffer.partition(b":")
        while len(rest) < int(length):
            rest += self._more()
        self._buffer = rest[int(length) :]
        return json.loads(rest[: int(length)])

    def _more(self) -> bytes:
        data = self._socket.recv(1 << 16)
        if not data:
            raise ConnectionError("the program hung up")
        return data
