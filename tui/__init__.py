"""Read several accounts of one event side by side: what they share, and where they part."""

__version__ = "0.1.0"
