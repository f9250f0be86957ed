"""The machine the program runs on: keyring, folders, links; one protocol, one handler each."""
