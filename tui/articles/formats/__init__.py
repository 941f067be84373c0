"""One module for each format that articles come in, imported only when that format is met."""
