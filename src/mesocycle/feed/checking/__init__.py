"""What calendar programs would choke on in a feed, from the bytes up.

`document` reads lines, `parts` components, whatever the bytes are; `checks` lists what is asked
of them. `readers` asks the parsers of others, `fetching` brings a feed from a server on this
machine, and `answers` looks at how it was sent.
"""
