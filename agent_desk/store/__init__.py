"""What is kept on this PC beyond the settings: one database per signed-in identity."""
