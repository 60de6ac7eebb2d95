import re
from typing import get_args

import pytest

from clausecheck.model import words as model_words
from clausecheck.report import words

#: What a report that informs never says (domain: words that inform without advising).
FORBIDDEN = re.compile(
    r"(?i)\b(you are protected|protected|compliant|compliance|illegal|unenforceable|enforceable|safe to sign|loophole"
    r"|you should|we recommend|recommended|guarantees?|score|per ?cent)\b|%")


def all_texts() -> list[str]:
    texts: list[str] = []
    for name, value in vars(words).items():
        if name.startswith("__") or not name.isupper():
            continue
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, dict):
            texts += value.values()
        else:
            texts += value
    return texts


def test_no_label_or_sentence_advises():
    assert len(all_texts()) > 150
    assert [text for text in all_texts() if FORBIDDEN.search(text)] == []


def test_the_footer_is_the_agreed_sentence():
    assert words.FOOTER == ("This report informs; it is not legal advice. Passages were classified by software; check "
                            "the source text.")


@pytest.mark.parametrize(("texts", "kind"), [
    (words.VERDICTS, model_words.Verdict), (words.SYMBOLS, model_words.Verdict), (words.COLOURS, model_words.Verdict),
    (words.VERDICT_MEANINGS, model_words.Verdict), (words.STRENGTHS, model_words.Strength),
    (words.STRENGTH_MEANINGS, model_words.Strength), (words.QUALIFIERS, model_words.QualifierKind),
    (words.QUALIFIER_QUESTIONS, model_words.QualifierKind), (words.EXCEPTIONS, model_words.ExceptionKind),
    (words.WIDTHS, model_words.Width), (words.ACTORS, model_words.Actor), (words.TAGS, model_words.Tag),
    (words.EVIDENCE_KINDS, model_words.EvidenceKind), (words.DOCUMENT_KINDS, model_words.DocumentKind),
    (words.BASELINES, model_words.BaselineKind), (words.SILENCE_UNDER, model_words.BaselineKind),
    (words.FAMILIES, model_words.Family),
])
def test_every_word_of_the_field_has_its_text(texts, kind):
    assert set(texts) == set(get_args(kind))


def test_no_two_verdicts_share_a_symbol_or_a_name():
    assert len(set(words.SYMBOLS.values())) == len(set(words.VERDICTS.values())) == len(words.VERDICTS)


@pytest.mark.parametrize("colour", words.COLOURS.values())
def test_verdict_colours_can_be_read_on_white(colour):
    channels = [int(colour[place:place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    assert 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5
