"""The catalogue: which exercises there are, and which of them form a pool.

`read` makes it from parsed files; `Catalogue` answers by name. Names are looked up,
never guessed: a near miss is a suggestion in a message.
"""

from mesocycle.catalogue.model import Alternative, Catalogue, Exercise, Pool, fold, slug
from mesocycle.catalogue.read import read

__all__ = ["Alternative", "Catalogue", "Exercise", "Pool", "fold", "read", "slug"]
