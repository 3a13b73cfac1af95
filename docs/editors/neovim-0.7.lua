-- Neovim 0.7 to 0.10: in init.lua, or as after/plugin/lint_article.lua.
local client
vim.api.nvim_create_autocmd("FileType", {
  pattern = { "markdown", "tex", "plaintex", "text", "html", "quarto", "bib" },
  callback = function(event)
    client = client
      or vim.lsp.start_client({
        name = "lint-article",
        cmd = { "lint-article", "lsp" },
        root_dir = vim.fn.getcwd(),
      })
    vim.lsp.buf_attach_client(event.buf, client)
  end,
})
