"""What a process of our own loads later, or from what is kept, is what it would load anyway."""

from __future__ import annotations

import subprocess
import sys

import pytest

_START = "from lint_article import own_modules; own_modules.use(); import sys; "
_CASES = {
    "a flag loads nothing": ("import regex; print(int(regex.IGNORECASE), 'regex._main' in sys.modules)", "2 False"),
    "a function loads the whole": (
        "import regex; print(regex.fullmatch(r'\\p{Lu}+', 'ÄB') is not None, 'regex._main' in sys.modules)",
        "True True",
    ),
    "a name is imported from the whole": ("from inspect import isclass; print(isclass(int))", "True"),
    "what does not exist": ("import regex; print(hasattr(regex, 'nothing'))", "False"),
    "a pattern of ours": (
        "from lint_article.compiled import compile_regex as c; c('[é]a'); print(c('[é]a').sub(r'\\g<0>-', 'éab'))",
        "éa-b",
    ),
    "a module of ours is where it is": (
        "import lint_article.text.span as s; print(s.__file__.endswith('span.py'), s.__package__)",
        "True lint_article.text",
    ),
    "a package of ours has its files": (
        "from importlib.resources import files; import lint_article.vocabulary as v; "
        "print(files(v).joinpath('en.toml').is_file(), v.__path__[0].endswith('vocabulary'))",
        "True True",
    ),
    "one that does not exist": (
        "from importlib.util import find_spec; print(find_spec('lint_article.nowhere'))",
        "None",
    ),
}


@pytest.mark.parametrize(("code", "said"), _CASES.values(), ids=_CASES)
def test_loading(code: str, said: str) -> None:
    ran = subprocess.run([sys.executable, "-c", _START + code], capture_output=True, text=True, check=False)
    assert (ran.stdout.strip(), ran.stderr) == (said, "")
