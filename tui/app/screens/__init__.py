"""What fills the terminal: the list, an article, a pair, and what lies over them."""
