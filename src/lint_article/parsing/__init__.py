"""The manuscript's facts, made once: sections, citations, references, links, and the linking of them."""
