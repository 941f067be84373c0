"""The program as a person meets it: started in a terminal, given keys, its screen read back."""
