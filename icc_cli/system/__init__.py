"""What the machine is asked for: files, folders, streams, the terminal."""
