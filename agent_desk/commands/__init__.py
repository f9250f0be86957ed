"""The commands, one thin module each; ``agent_desk.cli`` imports only the one that is run."""
