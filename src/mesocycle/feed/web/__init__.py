"""The server: feeds and their pages over HTTP, from memory.

`server` runs it: `listening` opens the sockets, `protocol` speaks over each connection, with
`porter` to show out who takes too long. `app` is the site that they ask, and its `answer` a
function of the request, made of `reply`, `conditions`, `encoding` and `limits`; `page` is what
people see. `log` and `quiet` see that no secret is written down.
"""
