"""What happens to the days of a plan: rests, exceptions, races, and sessions that were missed.

A slot keeps its key through all of it: `changes` moves and skips what the calendar says, `missed`
what nobody logged, and `follow` whatever hangs on another session. `solver` finds the days of
sessions that come so many times a week; `logs` the diary's entry of each slot.
"""
