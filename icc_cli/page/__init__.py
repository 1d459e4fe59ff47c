"""What a page is made of, whatever it is about and wherever it is shown."""
