"""The palettes, as inks for each kind of text and as themes."""
