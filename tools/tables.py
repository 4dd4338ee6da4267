"""Write the parsing tables that ship beside the grammar: `make tables`.

Run it after every change of a `.lark` file or of the start rules in `syntax/nesting.py`; a test
fails until the stored tables are current.
"""

from pathlib import Path

import msgspec

import mesocycle.grammar as grammar
from mesocycle.syntax.nesting import PLACES
from mesocycle.syntax.tables import make

for kind in PLACES:
    target = Path(grammar.HERE) / f"{kind}.tables.json"
    target.write_bytes(msgspec.json.encode(make(kind)) + b"\n")
    print(target)
