"""The vocabulary every part of the program may use: standard library only."""
