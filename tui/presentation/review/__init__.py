"""What reviewers did, as signs in the margin, words, and entries of sheets."""
