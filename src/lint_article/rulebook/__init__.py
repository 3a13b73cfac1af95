"""Rule sheets: read, validated, looked up."""
