"""What is set in editors: each file is read by its editor, or as what it is; those at hand show the findings."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from lint_article import __version__

EDITORS = Path(__file__).parents[1] / "docs/editors"
TEXT = "# Tides\n\nWe recieve the the tea.\n"
PROBE = """
vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 100)
for _, one in ipairs(vim.diagnostic.get(0)) do io.stdout:write(one.lnum, ":", one.col, " ", one.code, "\\n") end
vim.cmd("qa!")
"""


def run(folder: Path, *words: str) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    home = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")}
    ran = subprocess.run(
        words, cwd=folder, env={**os.environ, **home, "PATH": path}, capture_output=True, text=True, timeout=60
    )
    return ran.stdout + ran.stderr


def test_each_starts_the_language_server() -> None:
    said = {path.name: path.read_text(encoding="utf-8") for path in EDITORS.iterdir() if path.is_file()}
    assert len(said) == 5
    assert [name for name, text in said.items() if "lint-article" not in text or '"lsp"' not in text] == []


def test_data_is_well_formed() -> None:
    helix = tomllib.loads((EDITORS / "helix.toml").read_text(encoding="utf-8"))
    assert helix["language-server"]["lint-article"] == {"command": "lint-article", "args": ["lsp"]}
    json.loads(re.sub(r"(?m)^//.*", "", (EDITORS / "sublime.json").read_text(encoding="utf-8")))
    package = json.loads((EDITORS / "vscode/package.json").read_text(encoding="utf-8"))
    assert package["contributes"]["configuration"]["properties"]["lint-article.command"]["default"][1] == "lsp"
    assert package["version"] == __version__.partition(".dev")[0]
    assert len((EDITORS / "vscode/src/extension.ts").read_text(encoding="utf-8").splitlines()) < 60


@pytest.mark.skipif(not shutil.which("nvim"), reason="Neovim is not installed")
def test_neovim_reads_its_settings(tmp_path: Path) -> None:
    for name in ("neovim.lua", "neovim-0.7.lua"):
        code = f"lua local read, fault = loadfile('{EDITORS / name}'); io.stdout:write(read and 'fine' or fault)"
        assert run(tmp_path, "nvim", "--headless", "-u", "NONE", "-c", code, "-c", "qa") == "fine"


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("nvim"), reason="Neovim is not installed")
def test_neovim_shows_the_findings(tmp_path: Path) -> None:
    version = run(tmp_path, "nvim", "--version")
    name = "neovim-0.7.lua" if re.match(r"NVIM v0\.[0-9]\.|NVIM v0\.10\.", version) else "neovim.lua"
    for file, said in (("draft.md", TEXT), ("probe.lua", PROBE), ("lint-article.toml", 'grammar = "none"\n')):
        (tmp_path / file).write_text(said, encoding="utf-8")
    shown = run(tmp_path, "nvim", "--headless", "-u", str(EDITORS / name), "draft.md", "-c", "luafile probe.lua")
    assert "2:3 misspelt-word\n2:11 repeated-word\n" in shown


@pytest.mark.skipif(not shutil.which("emacs"), reason="Emacs is not installed")
def test_emacs_reads_its_settings(tmp_path: Path) -> None:
    said = run(tmp_path, "emacs", "-Q", "--batch", "-l", str(EDITORS / "emacs.el"), "--eval", '(princ "fine")')
    assert said.endswith("fine")
