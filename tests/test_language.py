"""Sentences, inflections and phrase search, on sentences of our own."""

from __future__ import annotations

import pytest

from clausecheck.language import PhraseSearch, count_words, split_sentences, stem


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


def words_found(phrases: list[str], text: str, *, inflected: bool = False, spelling: dict[str, str] | None = None) -> list[str]:
    search = PhraseSearch({"key": phrases}, inflected=inflected, spelling=spelling)
    return [text[hit.start : hit.end] for hit in search.find(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Collection follows 5 U.S.C. § 552 and nothing else.",
        "The rules of 48 C.F.R. § 12.4 apply to orders.",
        "Order No. 5 replaces Order No. 4 in full.",
        "Supplier is Fernhill Systems Ltd. of Northgate.",
        "Mr. J. R. Ashworth signs for the Authority.",
        "The Office of E. M. Tarrow approves each use.",
        "Sec. 4 and Art. 9 remain in force.",
        "Purposes (e.g. Translation and i.e. Summaries) are licensed.",
        "The limit in para. 4 stands, cf. Annex B.",
        "Halden v. Ridge Council is not affected.",
        "The U.S. Government holds the licence.",
        "Fees rose by 2.5 per cent in Oct. 2031 and fell again.",
    ],
)
def test_an_abbreviation_does_not_end_a_sentence(sentence):
    assert sentences(sentence) == [sentence]


@pytest.mark.parametrize("number", ["4.", "4.2", "4.2.", "(a)", "(iv)", "IV.", "12A.", "B.3.1", "c)"])
def test_a_number_at_the_start_stays_with_its_sentence(number):
    text = f"{number} Customer shall pay. Supplier shall deliver."
    assert sentences(text) == [f"{number} Customer shall pay.", "Supplier shall deliver."]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("No person is scored. 48 hours of notice are given.", 2),
        ("“No scoring.” The Service stops there.", 2),
        ("Who decides? A person does! Nobody else may.", 3),
        ("Scoring is banned (see below). (Targets are too.)", 2),
        ("The licence ends. § 4 survives.", 2),
        ("A sentence; another clause of it, and a third.", 1),
        ("No full stop at the end", 1),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, parts):
    assert len(sentences(text)) == parts


def test_spans_carry_no_white_space_at_their_ends_and_stand_in_order():
    text = "First duty.   Second duty.  "
    bounds = split_sentences(text)
    assert [text[a:b] for a, b in bounds] == ["First duty.", "Second duty."]
    assert bounds == sorted(bounds)


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_nothing_has_no_sentences_no_words_and_no_phrases(text):
    assert split_sentences(text) == []
    assert count_words(text) == 0
    assert PhraseSearch({"key": ["shall not"]}).find(text) == []
    assert PhraseSearch({"key": ["track"]}, inflected=True).find(text) == []


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("tracks", "track"),
        ("tracked", "track"),
        ("tracking", "track"),
        ("identifies", "identify"),
        ("identified", "identify"),
        ("scoring", "score"),
        ("scored", "score"),
        ("agencies", "agency"),
        ("planned", "plan"),
        ("planning", "plan"),
        ("approaches", "approach"),
        ("processes", "process"),
        ("bought", "buy"),
        ("chosen", "choose"),
        ("built", "build"),
        ("children", "child"),
        ("used", "use"),
        ("using", "use"),
        ("taxes", "tax"),
        ("supplier's", "supplier"),
    ],
)
def test_inflections_of_a_word_are_one_word(word, base):
    assert stem(word) == stem(base)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("lawful", "unlawful"),
        ("arm", "army"),
        ("police", "policy"),
        ("weapon", "weaponry"),
        ("direct", "indirect"),
        ("nation", "national"),
        ("personal", "person"),
    ],
)
def test_different_words_stay_different(word, other):
    assert stem(word) != stem(other)


@pytest.mark.parametrize("word", ["us", "is", "class", "status", "basis", "gas", "s", "", "ed", "ing"])
def test_short_words_and_words_in_ss_us_and_is_keep_their_ending(word):
    assert stem(word) == word


def test_a_choice_finds_each_of_its_words_and_no_other():
    phrases = ["[shall|must] not use"]
    assert words_found(phrases, "Buyer shall not use it; Seller must not use it; Carrier may not use it.") == [
        "shall not use",
        "must not use",
    ]


def test_an_option_may_be_there_or_not():
    phrases = ["prior [written|] consent"]
    text = "With prior written consent or prior consent, but not prior oral consent."
    assert words_found(phrases, text) == ["prior written consent", "prior consent"]


@pytest.mark.parametrize(("between", "found"), [(0, True), (1, True), (6, True), (7, False)])
def test_a_gap_stands_for_up_to_six_words(between, found):
    text = f"unless {'calm ' * between}approved"
    assert bool(words_found(["unless … approved"], text)) is found


@pytest.mark.parametrize(("between", "found"), [(7, True), (12, True), (13, False)])
def test_a_double_gap_stands_for_up_to_twelve(between, found):
    text = f"unless {'calm ' * between}approved"
    assert bool(words_found(["unless … … approved"], text)) is found


def test_a_single_gap_stops_at_a_comma_and_a_double_one_does_not():
    text = "unless, in a drill, approved"
    assert words_found(["unless … approved"], text) == []
    assert words_found(["unless … … approved"], text) == [text]


def test_no_gap_reaches_over_a_semicolon():
    text = "unless drilled; approved"
    assert words_found(["unless … approved", "unless … … approved"], text) == []


def test_a_slot_stands_for_any_phrase_of_the_list_that_it_names():
    search = PhraseSearch({"permitted": ["allowed by {law}"], "law": ["statute", "court order"]})
    text = "Only as allowed by any applicable statute, or allowed by a court order."
    assert [text[hit.start : hit.end] for hit in search.find(text) if hit.key == "permitted"] == [
        "allowed by any applicable statute",
        "allowed by a court order",
    ]


def test_a_slot_is_filled_whatever_the_order_of_the_lists_and_through_other_slots():
    lists = {"limit": ["under {rule}"], "rule": ["{law} in force"], "law": ["statute"]}
    for keys in (["limit", "rule", "law"], ["law", "rule", "limit"]):
        hits = PhraseSearch({key: lists[key] for key in keys}).find("under the statute in force")
        assert {hit.key for hit in hits} == {"limit", "rule", "law"}


def test_a_slot_that_names_itself_or_no_list_finds_nothing_and_does_no_harm():
    search = PhraseSearch({"loop": ["under {loop}"], "lost": ["under {nobody}"]})
    assert search.find("under the statute") == []


def test_a_slot_with_a_gap_inside_a_choice_is_read_too():
    search = PhraseSearch({"condition": ["[if|unless {law} …] permits"], "law": ["statute"]})
    assert [hit.key for hit in search.find("if permits")] == ["condition"]
    assert "condition" in [hit.key for hit in search.find("unless a statute clearly permits")]


def test_a_phrase_with_a_capital_finds_only_words_with_one():
    phrases = ["Department"]
    assert words_found(phrases, "The Department and the DEPARTMENT, but no department store.") == ["Department", "DEPARTMENT"]


def test_a_phrase_without_capitals_finds_words_in_any_case():
    assert words_found(["shall not"], "SHALL NOT, Shall not, shall not") == ["SHALL NOT", "Shall not", "shall not"]


def test_as_written_means_no_inflections():
    assert words_found(["policy"], "policies of the policy") == ["policy"]


def test_an_inflected_search_finds_inflections_hyphens_and_spellings():
    text = "Tracked face-to-face, or analysed"
    assert words_found(["track"], text, inflected=True) == ["Tracked"]
    assert words_found(["face to face"], text, inflected=True) == ["face-to-face"]
    assert words_found(["analyze"], text, inflected=True, spelling={"analyse": "analyze"}) == ["analysed"]
    assert words_found(["analyze"], text, inflected=True) == []


def test_typographic_and_plain_apostrophes_and_hyphens_are_the_same():
    assert words_found(["don't use"], "Please don’t use it.") == ["don’t use"]
    assert words_found(["non-binding"], "a non\u2011binding view") == ["non\u2011binding"]


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffshall not",
        "shall not \U0001f680 é ﷽",
        "\u202eshall not\u202c",
        "𝔰𝔥𝔞𝔩𝔩 shall not ①②",
        "禁止 shall not 禁止",
        "a\u0301 shall not \x00",
    ],
)
def test_odd_characters_shift_no_span(text):
    spans = [text[hit.start : hit.end] for hit in PhraseSearch({"key": ["shall not"]}).find(text)]
    assert all(span == "shall not" for span in spans)
    assert "".join(text[a:b] for a, b in split_sentences(text)) in text


def test_hits_stand_in_the_order_of_their_places_and_each_names_its_phrase():
    search = PhraseSearch({"b": ["shall not"], "a": ["use"]})
    hits = search.find("A body shall not use it, and shall not keep it.")
    assert [(hit.key, hit.phrase) for hit in hits] == [("b", "shall not"), ("a", "use"), ("b", "shall not")]
    assert [hit.start for hit in hits] == sorted(hit.start for hit in hits)


def test_a_search_without_phrases_finds_nothing():
    assert PhraseSearch({}).find("shall not use") == []
    assert PhraseSearch({"key": []}).find("shall not use") == []
