"""The commands as tools of assistants, over the Model Context Protocol: `icc mcp`. Needs the extra `mcp`."""
