"""Feeds put where others fetch them: into a folder, or into a bucket.

`places` is what both kinds of place have in common, `folder` and `buckets` are the two, and
`opening` knows which one somebody means. `copies` are the files that ought to lie there,
`publishing` makes it so; `reading` tells what a calendar there says. `faults` is what a store says
when it refuses, in words.
"""
