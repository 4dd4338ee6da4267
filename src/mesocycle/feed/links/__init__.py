"""Links: who may read which feed, where, and what is left when a link has ended.

`book` keeps them in a file of `form`, `names` makes their secrets; `addresses` writes what people
click on, and `notice` is the calendar of a link that was revoked.
"""
