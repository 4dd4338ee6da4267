"""Sound requests of every kind, by the hundred thousand, over connections that stay open."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess

from tests.campaigns.server import Served

#: The feed, its page, gzip, 304 to a HEAD; a secret that nobody has, and a program, each new.
_SCRIPT = """
local paths = {"%s", "%s", "/health", "/robots.txt", "/nothing"}
local count = 0
request = function()
  count = count + 1
  local kind = count %% 8
  if kind < 5 then return wrk.format("GET", paths[kind + 1]) end
  if kind == 5 then return wrk.format("GET", paths[1], {["Accept-Encoding"] = "gzip"}) end
  if kind == 6 then return wrk.format("HEAD", paths[1], {["If-None-Match"] = "*"}) end
  local token = string.format("/c/%%043d/plan.ics", count)
  return wrk.format("GET", token, {["User-Agent"] = "a calendar " .. count})
end
"""


def many(served: Served, count: int) -> None:
    """At least so many."""
    if shutil.which("wrk") is None:
        _one_by_one(served, count)
        return
    script = served.folder.parent / "mixed.lua"
    script.write_text(_SCRIPT % (served.path, served.path.removesuffix("/plan.ics")), "ascii")
    address = f"http://127.0.0.1:{served.port}"
    while count > 0:
        command = ["wrk", "-t1", "-c16", "-d1s", "-s", str(script), address]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        count -= int(re.findall(r"(\d+) requests in", told)[0])


def _one_by_one(served: Served, count: int) -> None:
    asked = f"GET {served.path} HTTP/1.1\r\nHost: here\r\nIf-None-Match: *\r\n\r\n".encode()
    with socket.create_connection(("127.0.0.1", served.port)) as client:
        for _ in range(count):
            client.sendall(asked)
            client.recv(1 << 16)
