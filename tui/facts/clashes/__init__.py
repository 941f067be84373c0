"""Which facts of two texts may not both hold: candidates for a reviewer, each with the rule and a reason.

Who calls decides which sentences tell of the same; here two facts are set against each other only where they are
of one kind and dimension, are put in the same way, and stand in like words.
"""
