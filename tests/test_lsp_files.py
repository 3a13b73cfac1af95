"""The language server and the files that belong to a text: bibliographies and included files, saved or not."""

from __future__ import annotations

import asyncio
from pathlib import Path

import psutil
from lsprotocol import types as lsp

from lint_article.engine.grammar import Grammar
from lint_article.server.lsp.checking import OpenText, check_text
from test_lsp import Editor, at, talk

KEYED = "# Tides\n\nFares rise [@one], and fall [@two].\n"
BIB = "@book{one, title = {Tidal fares}, author = {Eriksen, Tor}, year = {2014}, publisher = {Quay}}\n"
SECOND = "@book{two, title = {Neap fares}, author = {Quill, Ann}, year = {2011}, publisher = {Quay}}\n"


def change_on_disk(editor: Editor, path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    event = lsp.FileEvent(path.as_uri(), lsp.FileChangeType.Changed)
    editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([event]))


def test_a_bibliography_that_changes_on_disk_is_read_again(tmp_path: Path) -> None:
    bib = tmp_path / "refs.bib"
    bib.write_text(BIB, encoding="utf-8")

    async def talking(editor: Editor) -> None:
        await editor.until_rules("undefined-citation-key")
        assert "**/*.bib" in editor.watched and "**/*.toml" in editor.watched
        change_on_disk(editor, bib, BIB + SECOND)
        await editor.until_rules()
        cited = at(KEYED, KEYED.index("@two") + 2)
        there = await editor.client.text_document_definition_async(lsp.DefinitionParams(editor.document, cited))
        assert isinstance(there, list) and isinstance(there[0], lsp.Location)
        assert (there[0].uri, there[0].range.start.line) == (bib.as_uri(), 1)

    talk(tmp_path, talking, KEYED)


def test_a_sheet_with_a_mistake_is_said_once_and_read_again_when_it_changes(tmp_path: Path) -> None:
    sheet = tmp_path / "house/wordy.toml"
    sheet.parent.mkdir()
    sheet.write_text('kind = "phrase"\nmessage = "No {text}."\nphrsaes = ["tidal"]\n', encoding="utf-8")
    (tmp_path / "lint-article.toml").write_text('grammar = "none"\nrule-folders = ["house"]\n', encoding="utf-8")

    async def talking(editor: Editor) -> None:
        await editor.until()
        editor.change("# Tides\n\nTidal fares.\n")
        await editor.until()
        assert len(editor.told) == 1 and "wordy.toml:3: a phrase has no key `phrsaes`" in editor.told[0]
        change_on_disk(editor, sheet, sheet.read_text(encoding="utf-8").replace("phrsaes", "phrases"))
        await editor.until_rules("wordy")

    talk(tmp_path, talking, "# Tides\n\nThe tidal fares.\n")


def test_an_open_bibliography_is_read_as_it_is_typed(tmp_path: Path) -> None:
    bib = tmp_path / "refs.bib"
    bib.write_text(BIB + SECOND, encoding="utf-8")

    async def talking(editor: Editor) -> None:
        await editor.until_rules()
        await editor.until()
        item = lsp.TextDocumentItem(bib.as_uri(), "bibtex", 1, BIB + SECOND)
        editor.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        document = lsp.TextDocumentIdentifier(bib.as_uri())
        asked = lsp.ReferenceParams(lsp.ReferenceContext(False), document, at(BIB, BIB.index("one") + 1))
        back = await editor.client.text_document_references_async(asked)
        assert back and [(one.uri, one.range.start) for one in back] == [(editor.uri, at(KEYED, KEYED.index("one")))]
        outline = await editor.client.text_document_document_symbol_async(lsp.DocumentSymbolParams(document))
        assert outline and len(outline) == 2
        about = lsp.VersionedTextDocumentIdentifier(version=2, uri=bib.as_uri())
        whole = lsp.TextDocumentContentChangeWholeDocument(text=BIB)  # not saved
        editor.client.text_document_did_change(lsp.DidChangeTextDocumentParams(about, [whole]))
        await editor.until_rules("undefined-citation-key")

    talk(tmp_path, talking, KEYED)


def test_settings_that_change_are_read_again(tmp_path: Path) -> None:
    async def talking(editor: Editor) -> None:
        await editor.until_rules("misspelt-word")
        change_on_disk(editor, tmp_path / "lint-article.toml", 'grammar = "none"\nignore = ["misspelt-word"]\n')
        await editor.until_rules()

    talk(tmp_path, talking, "# Tides\n\nWe recieve it.\n")


def test_memory_does_not_grow_with_edits() -> None:
    text = "# Tides\n\n" + "Fares rise (Eriksen, 2014), and we recieve the the rest.\n\n" * 9
    grammar, sizes = Grammar(), []
    for number in range(120):
        opened = OpenText("draft.md", text[:40] + "x" * number + text[40:], number, "markdown", {})
        assert check_text(opened, grammar, "quick").diagnostics
        sizes.append(psutil.Process().memory_info().rss)
    assert max(sizes[80:]) - max(sizes[30:60]) < 3_000_000


def test_included_files_are_checked_with_what_includes_them(tmp_path: Path) -> None:
    part = "Fares recieve rise \\cite{one,two}.\n"
    (tmp_path / "part.tex").write_text(part, encoding="utf-8")
    (tmp_path / "refs.bib").write_text(BIB, encoding="utf-8")
    main = tmp_path / "main.tex"
    main.write_text("\\documentclass{a}\\begin{document}\\input{part}\\bibliography{refs}\\end{document}\n")

    async def talking(editor: Editor) -> None:
        there = (tmp_path / "part.tex").as_uri()
        for path in (main, tmp_path / "part.tex"):
            item = lsp.TextDocumentItem(path.as_uri(), "latex", 1, path.read_text(encoding="utf-8"))
            editor.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
            await editor.until_rules("misspelt-word", "undefined-citation-key", uri=there)
        document = lsp.TextDocumentIdentifier(there)
        flagged = lsp.Range(at(part, part.index("recieve")), at(part, part.index("recieve")))
        said = lsp.CodeActionParams(document, flagged, lsp.CodeActionContext([]))
        [first, *_] = await editor.client.text_document_code_action_async(said) or []
        assert isinstance(first, lsp.CodeAction) and first.edit and first.edit.changes
        assert [edit.new_text for edit in first.edit.changes[there]] == ["receive"]
        before = len(editor.said)
        closing = lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(main.as_uri()))
        editor.client.text_document_did_close(closing)
        while (there, ()) not in editor.said[before:]:
            await asyncio.sleep(0.01)
        await editor.until_rules("misspelt-word", "undefined-citation-key", uri=there)  # checked alone

    talk(tmp_path, talking, "Nothing.\n")
