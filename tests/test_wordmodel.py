"""The word model: what it stores, what it says, and that the shipped one is up to date."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from clausecheck.library.training import COMPILED, digest_of, read_wordings, train_model
from clausecheck.wordmodel import WordModel, choose_features, load_word_model, read_features

LIBRARY = Path(__file__).parent.parent / "clause_library"
ROWS = [
    {"text": text, "clause": clause, "also": []}
    for clause, texts in {
        "use.scoring": [
            "no scoring of people by conduct",
            "people are not scored by conduct",
            "scoring people is banned",
            "never score people",
        ],
        "use.weapons": ["no weapon fires alone", "a weapon never fires without a person", "weapons are banned", "fires no weapon"],
    }.items()
    for text in texts
] + [
    {"text": text, "background": True} for text in ("the invoice is payable at once", "notices are given in writing", "people pay at once")
]


@pytest.fixture(scope="module")
def model() -> WordModel:
    return train_model(ROWS)


def test_the_shipped_model_was_trained_on_the_wordings_beside_it():
    shipped = load_word_model(LIBRARY / COMPILED)
    assert shipped is not None
    assert shipped.trained_on == digest_of(read_wordings(LIBRARY)), "run: clausecheck library train"


def test_the_shipped_model_knows_every_clause_of_the_bank_and_has_matching_shapes():
    shipped = load_word_model(LIBRARY / COMPILED)
    assert shipped is not None
    assert set(shipped.clauses) == {row["clause"] for row in read_wordings(LIBRARY) if "clause" in row}
    assert shipped.weights.shape == (len(shipped.features), len(shipped.clauses))
    assert shipped.idf.shape == (len(shipped.features),)
    assert shipped.bias.shape == (len(shipped.clauses),)
    assert np.isfinite(shipped.weights).all()


def test_another_bank_has_another_digest_and_the_same_bank_the_same():
    assert digest_of(ROWS) == digest_of([dict(row) for row in ROWS])
    assert digest_of(ROWS) != digest_of(ROWS[1:])
    assert digest_of(ROWS) != digest_of([{**ROWS[0], "text": "no scoring"}, *ROWS[1:]])


def test_a_stored_model_comes_back_as_it_was(model, tmp_path):
    path = tmp_path / "words.npz"
    model.save(path)
    again = load_word_model(path)
    assert again is not None
    assert (again.clauses, again.features, again.trained_on) == (model.clauses, model.features, model.trained_on)
    assert np.allclose(again.weights, model.weights, atol=0.02)
    texts = [row["text"] for row in ROWS]
    assert np.allclose(again.score(texts), model.score(texts), atol=0.02)


def test_a_stored_model_holds_plain_numbers_and_no_pickle(model, tmp_path):
    path = tmp_path / "words.npz"
    model.save(path)
    for stored in (path, LIBRARY / COMPILED):
        with np.load(stored, allow_pickle=False) as arrays:
            assert all(arrays[name].dtype != object for name in arrays.files)


def test_a_file_with_pickled_objects_is_refused(tmp_path):
    path = tmp_path / "words.npz"
    np.savez(path, format=np.array([{"a": 1}], dtype=object))
    with pytest.raises(ValueError, match="allow_pickle"):
        load_word_model(path)


def test_a_missing_file_and_another_format_give_no_model(tmp_path):
    assert load_word_model(tmp_path / "nothing.npz") is None
    path = tmp_path / "words.npz"
    np.savez(path, format=np.array(99))
    assert load_word_model(path) is None


def test_training_twice_gives_the_same_numbers(model):
    again = train_model(ROWS)
    assert np.array_equal(again.weights, model.weights)
    assert np.array_equal(again.bias, model.bias)


def test_a_sentence_is_proposed_for_what_it_is_about(model):
    scores = model.score(["people shall not be scored", "no weapon may fire", "the invoice is payable"])
    assert scores.shape == (3, 2)
    assert list(model.clauses) == ["use.scoring", "use.weapons"]
    assert scores[0, 0] > scores[0, 1]
    assert scores[1, 1] > scores[1, 0]
    assert scores[2].max() < 0.5


@pytest.mark.parametrize("text", ["", "   ", "禁止", "zzz qqq", "🚀", "§§", "\x00"])
def test_words_that_it_never_saw_leave_only_the_bias(model, text):
    plain = 1.0 / (1.0 + np.exp(-model.bias))
    assert np.allclose(model.score([text])[0], plain, atol=1e-6)


def test_no_texts_have_no_scores(model):
    assert model.score([]).shape == (0, 2)


def test_reasons_are_the_words_that_weighed_most_and_letter_groups_are_left_out(model):
    reasons = model.reasons("no weapon fires at people", "use.weapons")
    assert reasons
    assert "weapon" in " ".join(reasons)
    assert not any(reason.startswith("#") for reason in reasons)
    assert len(model.reasons("no weapon fires at people", "use.weapons", most=1)) == 1
    assert model.reasons("qqq", "use.weapons") == []


def test_a_clause_that_the_model_does_not_know_has_no_reasons(model):
    with pytest.raises(ValueError, match="not in tuple"):
        model.reasons("no weapon", "use.nothing")


def test_features_count_words_pairs_and_letter_groups_and_read_every_number_as_one():
    pairs, letters = read_features("Clause 4.2 and Clause 17")
    assert pairs["clause"] == 2
    assert pairs["clause 0"] == 1
    assert pairs["clause 0.0"] == 1
    assert letters["# cl"] == 2
    assert all(name.startswith("#") for name in letters)


def test_rare_features_are_left_out_and_the_rest_stand_in_alphabetical_order():
    features, idf = choose_features(["score people", "score conduct", "rare"])
    assert "score" in features
    assert "people" not in features
    assert list(features) == sorted(features)
    assert len(idf) == len(features)


def test_the_library_that_ships_finds_its_compiled_model():
    from clausecheck.library import load_library

    library = load_library()
    assert library.words is not None
    assert {clause.id for clause in library.clauses} <= set(library.words.clauses)
