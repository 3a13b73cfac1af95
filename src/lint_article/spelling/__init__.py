"""Lists about the spelling of English words: known misspellings, and words that have two right spellings."""
