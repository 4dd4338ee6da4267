"""The language's formal definition: Lark grammars, read by `mesocycle.syntax`."""
