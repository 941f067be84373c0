"""Lenses: what all sources have of one kind of fact, as entries of a sheet."""
