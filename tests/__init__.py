"""The test suite. A regular package, so that no other ``tests`` on the path can hide it."""
