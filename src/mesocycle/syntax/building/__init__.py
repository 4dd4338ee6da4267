"""Callbacks of the grammar rules: what each rule of the grammar becomes, one file a subject."""
