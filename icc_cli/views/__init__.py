"""Answers in words: results of queries become headings, lines and tables. No colours, no widths, no rules of law."""
