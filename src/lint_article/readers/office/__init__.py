"""What readers of Word and LibreOffice documents share: paragraphs, their text, and what reference managers state."""
