"""What is on the screen before Textual is there, and what Textual is spared."""
