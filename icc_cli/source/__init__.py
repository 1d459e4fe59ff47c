"""From YAML files to checked objects: read, check shape, check invariants. Every error names file and line."""
