"""The law and its words, pure: no file, no database, no clock; imports nothing of ours from outside."""
