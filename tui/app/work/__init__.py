"""Long work off the event loop; what comes of it is told in messages."""
