-- Neovim 0.11 or newer: in init.lua, or as after/plugin/lint_article.lua.
vim.lsp.config("lint_article", {
  cmd = { "lint-article", "lsp" },
  filetypes = { "markdown", "tex", "plaintex", "text", "html", "quarto", "bib" },
  root_markers = { "lint-article.toml", ".git" },
})
vim.lsp.enable("lint_article")
