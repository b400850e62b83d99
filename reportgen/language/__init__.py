"""Korean official text: how words are read, and what is added to them."""
