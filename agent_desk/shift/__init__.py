"""One signed-in agent at work: events become cards, intents become requests. No Qt."""
