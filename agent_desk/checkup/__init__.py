"""Whether everything works that a working day depends on."""
