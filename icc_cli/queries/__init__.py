"""One module per question: takes the store and a day, returns frozen results. No click, no rich, no YAML."""
