"""The checked dataset as one SQLite file: built, cached, opened."""
