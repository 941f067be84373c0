"""Parts of sentences that say something by themselves, and who says each.

Pure. Rules for English, made so that what they part is parted right; many sentences that could be parted are not.
"""
