"""Texts: from a string to sentences and tokens that keep their places, and the forms in which they are compared.

Pure; imports nothing of the project and no library but a stemmer and a sentence splitter.
"""
