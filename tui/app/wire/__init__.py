"""What the terminal is sent: only what differs from what it shows."""
