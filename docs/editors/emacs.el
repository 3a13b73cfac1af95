;;; Emacs 29 or newer, with eglot; `M-x eglot' in a manuscript starts it.  -*- lexical-binding: t -*-

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '((markdown-mode latex-mode tex-mode bibtex-mode text-mode) . ("lint-article" "lsp"))))

;; To have it in every manuscript: (add-hook 'text-mode-hook #'eglot-ensure)
