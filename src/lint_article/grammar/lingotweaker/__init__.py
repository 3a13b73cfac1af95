"""LanguageTool's rules without Java: LingoTweaker, a port to Rust, in a process of its own."""
