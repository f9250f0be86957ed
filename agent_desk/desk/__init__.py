"""What the program knows and decides: pure Python, no Qt, no I/O, no clock of its own."""
