"""From a folder of plans and diaries to calendars: which there are, and their last good bytes.

`keeper` is what others use: at each look it asks `roster` for the feeds (and `owners` whose
they are), `wanted` who has links, `due` what changed since (by `glances` at files and the
`ledger` of last time), and has the rest made. `watching` says when to look; `news` are what
comes of it, and `teller` tells each once.

A feed is made by `make`, in the process of `worker`, which `builder` starts and ends; `wire` is
how they speak. If it cannot be made, `caution` asks `stops` whether the athlete may train at
all, and `held` changes the last good bytes if not.

What was good is on the `shelf`, in memory, and in the `store`, on the disk; `sound` and `header`
look at bytes.
"""
