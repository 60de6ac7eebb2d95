"""How a sample contract becomes PDF and DOCX, and how its words are read back."""
