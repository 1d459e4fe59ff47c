"""From YAML files to checked objects: read, check shape, check law. Every error names file and line."""
