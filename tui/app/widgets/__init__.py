"""What screens are made of; each draws only its visible lines."""
