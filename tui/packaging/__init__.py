"""What a release holds beside the program: the man page and what shells complete, all of it from the parsers.

Runs when the wheel is built and is not part of it. Imports nothing beyond the standard library but, in `hook`, what
builds.
"""
