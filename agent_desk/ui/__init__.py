"""The windows: they show state and send intents; no protocol, no storage, no network."""
