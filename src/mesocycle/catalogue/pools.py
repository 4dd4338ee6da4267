"""Pools: a list of exercises, or those of another pool for which a condition holds."""

from __future__ import annotations

from collections.abc import Sequence

from mesocycle.catalogue.links import Find
from mesocycle.catalogue.mistakes import no_modified_form, unknown_exercise, unknown_pool
from mesocycle.catalogue.model import Catalogue, Pool, fold
from mesocycle.catalogue.query import check_words, is_static, leaves, truth
from mesocycle.catalogue.variants import variant
from mesocycle.diagnostics import Diagnostic, Diagnostics
from mesocycle.syntax.nodes import Piece, PoolEntry, PoolHead, Statement


def list_pool(
    statement: Statement, find: Find, known: Catalogue, found: Diagnostics
) -> tuple[str, ...]:
    """The exercises that the lines of a pool name, in order."""
    ids: list[str] = []
    for child in statement.children:
        if not isinstance(child.head.node, PoolEntry):
            continue
        ref = child.head.node.exercise
        span = child.head.at(ref.name)
        exercise = find(("mod. " if ref.mod else "") + ref.name.text)
        if exercise is not None and ref.equipment is not None:
            other = variant(known, exercise, ref.equipment.text, child.head.at(ref.equipment))
            if isinstance(other, Diagnostic):
                found.add(other)
                continue
            exercise = other
        if exercise is None:
            unknown = no_modified_form if ref.mod else unknown_exercise
            found.add(unknown(known, ref.name.text, span))
        elif exercise.id in ids:
            found.error(
                "E215",
                "the pool has this exercise already",
                span,
                "a pool is an order: each exercise has one place in it",
                hint="keep it once",
            )
        else:
            ids.append(exercise.id)
    if not statement.children:
        found.error(
            "E218",
            "a pool without exercises",
            statement.head.span,
            hint="name them on the lines below, easiest first",
        )
    return tuple(ids)


def refuse_both(statement: Statement, found: Diagnostics) -> None:
    """A pool is a list or a query: under a query, no lines."""
    head = statement.head.node
    if isinstance(head, PoolHead) and head.base is not None and statement.children:
        found.error(
            "E220",
            "a pool that is a query and a list",
            statement.children[0].head.span,
            "the query already says which exercises",
            hint="take the lines out, or make two pools of it",
        )


def query_pool(
    head: Piece[PoolHead], bases: Sequence[Pool | None], known: Catalogue, found: Diagnostics
) -> tuple[str, ...]:
    """The exercises of the base pool for which the query's condition is true, in its order.

    `bases` are the pools that the base name may mean, the nearest first.
    """
    node = head.node
    assert node.base is not None  # the caller tells lists and queries apart
    base = next((pool for pool in bases if pool is not None), None)
    if base is None:
        found.add(unknown_pool(known, node.base.text, head.at(node.base)))
        return ()
    if node.where is None:
        return base.exercises
    if not all(is_static(leaf) for leaf in leaves(node.where)):
        found.error(
            "E214",
            "a pool cannot depend on the athlete",
            head.span,
            "only what an exercise itself is can be asked here",
            hint="ask on the line that picks: `pick 4 from NAME where painfree`",
        )
        return ()
    before = len(found)
    check_words(node.where, head.at, known, found)
    where = node.where
    ids = tuple(i for i in base.exercises if truth(where, known.exercises[i]) is True)
    if not ids and len(found) == before:
        found.error(
            "E218",
            "a pool without exercises",
            head.span,
            f"no exercise of {base.name} is like that",
        )
    return ids


def pool_key(name: str, prefix: str | None) -> str:
    """The name under which a pool is found."""
    return fold(f"{prefix}.{name}" if prefix else name)
