"""A text's language is told by its function words."""

from __future__ import annotations

import pytest

from lint_article.parsing.language.identify import guess_languages

TEXTS = {
    "en": "The harbour of the town was built by the men who were sent from the north, and it is still there.",
    "de": "Der Hafen der Stadt ist von den Leuten gebaut, die nicht aus dem Norden kamen, und er wird auch genutzt.",
    "fr": "Le port de la ville est une œuvre des hommes qui ne sont pas venus du nord pour les voir.",
    "es": "El puerto de la ciudad fue construido por los hombres que no se quedaron en el norte para las obras.",
    "pt": "O porto da cidade foi uma obra dos homens que não ficaram no norte e que são mais do que os do sul.",
    "it": "Il porto della città non è stato costruito dagli uomini che sono nel nord, ma per la pesca del sud.",
    "ru": "Порт был построен не на севере, а на юге, и это было сделано для тех, кто из города от моря.",
    "is": "Það er ekki við höfnina sem hann er að fara, og þess vegna er það með þetta um allt.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_languages(language: str) -> None:
    assert guess_languages(TEXTS[language])[:1] == (language,)


def test_nothing_is_said_of_names_and_numbers() -> None:
    assert guess_languages("Miller 12 Schmidt 13 García 14 Иванов 15") == ()
    assert guess_languages("") == ()


def test_a_second_language_is_named() -> None:
    assert guess_languages(TEXTS["de"] * 4 + TEXTS["en"] * 2)[:2] == ("de", "en")
