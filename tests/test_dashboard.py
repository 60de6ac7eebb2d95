"""The dashboard's pages, run without a browser."""

import json
import re
from pathlib import Path

import pytest
from factories import hostile_review, make_document, make_review
from streamlit.testing.v1 import AppTest

from clausecheck.dashboard import opening, review_page, words
from clausecheck.dashboard.intake import Upload, read_contract
from clausecheck.dashboard.samples import find_samples
from clausecheck.dashboard.session import Session, ShelvedContract
from clausecheck.library import load_library
from clausecheck.report import COMPARISON_FORMATS, FORMATS

APP = str(Path(__file__).parents[1] / "app.py")
CONTRACT = (
    "# Licence agreement\n\nThis agreement is between Quarry Models, Inc. (“Quarry”) and Tolland County "
    "(“Customer”).\n\n1. Grant. Customer may use the Service for any lawful purpose, subject to Section 2.\n\n"
    "2. Limits. Customer shall not use the Service to identify a person by face in a public place.\n"
)
PLAYBOOK = "vendor-red-lines"


@pytest.fixture
def no_samples(monkeypatch):
    monkeypatch.setattr(opening, "find_samples", list)


def open_app(state=None):
    app = AppTest.from_file(APP, default_timeout=60)
    if state:
        app.session_state["clausecheck"] = state
    return app.run()


def session_of(app):
    return app.session_state["clausecheck"]


def go_to(app, page):
    """Another page of the navigation."""
    session_of(app).leave_for = page
    return app.run()


def html_of(app):
    return "\n".join(one.value for one in app.get("html") if "<style>" not in one.value)


def grid_of(app, key):
    """The data of a grid as the browser gets it."""
    for part in app.get("bidi_component"):
        data = json.loads(part.proto.json) if part.proto.json else {}
        if key in part.proto.id and "groups" in data:
            return data
    raise AssertionError(f"no grid {key}")


def by_hand(*reviews):
    """A session with reviews made by hand; each document has no pages, so that its passages are shown."""
    contracts = [
        ShelvedContract((make_document(paged=False),), None, {}, reviews={PLAYBOOK: review}) for review in reviews
    ]
    state = Session(shelf=contracts, opened=True)
    state.show(contracts[0].key)
    return state


# Opening

def test_it_opens_with_a_sample_reviewed_and_labelled_as_one(monkeypatch):
    monkeypatch.setattr(opening, "find_samples", lambda: find_samples()[:1])
    app = open_app()
    assert not app.exception
    assert [contract.sample for contract in session_of(app).shelf] == [True]
    assert words.SAMPLE_NOTE in html_of(app)
    assert words.BASELINE in html_of(app)


def test_a_sample_is_removed_like_any_contract(no_samples):
    app = open_app(by_hand(make_review()))
    app.button(key="remove").click().run()
    assert session_of(app).shelf == []
    assert words.EMPTY_TITLE in html_of(app)


def test_without_a_contract_it_says_what_to_do(no_samples):
    app = open_app()
    assert words.EMPTY_TITLE in html_of(app)
    assert "Add a contract" in html_of(app)


def test_files_given_at_the_start_are_reviewed_as_one_contract(monkeypatch, no_samples, tmp_path):
    files = [tmp_path / "agreement.md", tmp_path / "annex.md", tmp_path / "gone.md"]
    for file in files[:2]:
        file.write_text(CONTRACT)
    monkeypatch.setenv(opening.FILES_VARIABLE, "\n".join(map(str, files)))
    app = open_app()
    names = [document.name for document in session_of(app).current.documents]
    assert names == ["agreement.md", "annex.md"]
    assert not session_of(app).current.sample


def test_every_page_says_that_it_is_no_advice_and_that_nothing_is_sent(no_samples):
    app = open_app(by_hand(make_review()))
    for page in words.PAGES:
        go_to(app, page)
        assert not app.exception
        assert words.FOOTER in html_of(app)
        assert words.PRIVACY in html_of(app)


# Adding

def test_uploaded_files_become_one_contract_each_when_so_chosen(no_samples):
    app = open_app()
    app.file_uploader[0].set_value(
        [("first.md", CONTRACT.encode(), "text/markdown"), ("second.md", CONTRACT.encode(), "text/markdown")]).run()
    app.radio(key="grouping_0").set_value(False)
    app.button(key="review_uploads").click().run()
    assert not app.exception
    assert [[document.name for document in one.documents] for one in session_of(app).shelf] == [
        ["first.md"], ["second.md"]]
    assert "Quarry Models" in html_of(app)


def test_a_file_that_cannot_be_read_is_shown_by_name_and_the_other_is_reviewed(no_samples):
    app = open_app()
    app.file_uploader[0].set_value(
        [("good.md", CONTRACT.encode(), "text/markdown"), ("bad.pdf", b"%PDF-1.7 ?", "application/pdf")]).run()
    app.button(key="review_uploads").click().run()
    assert len(session_of(app).shelf) == 1
    assert re.search(r"bad\\?\.pdf", app.error[0].value)


# One contract

def test_the_page_of_a_contract_names_parties_documents_hash_baseline_and_skipped_pages(no_samples):
    review = make_review()
    html = html_of(open_app(by_hand(review)))
    card = review.contract.documents[0]
    for said in ("Harbourline Systems", "Department of Coastal Affairs", card.sha256[:12], "subject to Section 4",
                 "pages not read: 2", "Annex B", words.BASELINES["broad_grant"]):
        assert said in html


def test_the_summary_counts_in_words_and_never_in_percent(no_samples):
    html = html_of(open_app(by_hand(make_review())))
    summary = html[html.index("cc-summary"):]
    for verdict in words.SUMMARY:
        assert words.VERDICTS[verdict] in summary
    assert "%" not in re.sub(r"<[^>]*>", "", html)
    assert "score" not in html.lower().replace("must not score", "")


def test_the_table_shows_the_worst_first_with_symbol_word_strength_and_place(no_samples):
    app = open_app(by_hand(make_review()))
    rows = [row for group in grid_of(app, "findings")["groups"] for row in group["rows"]]
    verdicts = [row["cells"][0]["verdict"] for row in rows]
    assert verdicts == sorted(verdicts, key=review_page.WORST_FIRST.index)
    first = rows[0]["cells"]
    assert (first[0]["symbol"], first[0]["word"]) == ("✕", "Conflict")
    assert "Section 4.2" in json.dumps([row["cells"][3] for row in rows])


def test_filters_narrow_the_table_and_say_when_nothing_is_left(no_samples):
    app = open_app(by_hand(make_review()))
    session_of(app).verdicts = ("conflict",)
    app.run()
    rows = grid_of(app, "findings")["groups"][0]["rows"]
    assert {row["cells"][0]["verdict"] for row in rows} == {"conflict"}
    session_of(app).families = ("grant",)
    app.run()
    assert app.info[0].value == words.NO_MATCH


def test_another_playbook_is_applied_to_the_documents_as_read(no_samples):
    library = load_library()
    contract = read_contract([Upload("a.md", CONTRACT.encode())], library, library.playbook(PLAYBOOK)).contract
    state = Session(opened=True)
    state.add(contract)
    app = open_app(state)
    other = next(one.id for one in library.playbooks if one.id != PLAYBOOK)
    app.selectbox(key="playbook_choice").set_value(other).run()
    assert session_of(app).playbook == other
    assert set(contract.reviews) == {PLAYBOOK, other}
    assert library.playbook(other).title in html_of(app)


# One finding

def open_finding(clause):
    state = by_hand(make_review())
    state.show(state.contract, clause)
    return open_app(state)


def test_a_finding_shows_every_qualifier_exception_and_reading_with_its_words(no_samples):
    html = html_of(open_finding("use.mass-domestic-surveillance"))
    for said in ("or Department policy", "consistent with applicable law", "intentionally",
                 "except with the consent of the person concerned", words.STRENGTH_MEANINGS["policy_conditioned"],
                 "the preface may describe the ban", "persons who live in the territory", words.REQUIRED):
        assert said in html


def test_a_document_without_pages_shows_the_passage_with_the_words_marked(no_samples):
    html = html_of(open_finding("use.autonomous-weapons"))
    assert re.search(r"<mark>Customer shall not use the Service to select", html)
    assert "4.2 Surveillance" in html


def test_the_difference_from_the_nearest_wording_is_marked_word_by_word(no_samples):
    html = html_of(open_finding("use.autonomous-weapons"))
    assert "<ins>" in html
    assert "<del>" in html


def test_a_reading_that_was_set_aside_says_by_what(no_samples):
    review = make_review()
    finding = next(one for one in review.findings if any(reading.displaced_by for reading in one.readings))
    displaced = next(reading.displaced_by for reading in finding.readings if reading.displaced_by)
    assert words.DISPLACED.format(by=displaced) in html_of(open_finding(finding.clause))


def test_next_and_previous_walk_through_the_filtered_list(no_samples):
    review = make_review()
    state = by_hand(review)
    order = [finding.clause for finding in review_page.choose_findings(review, state)]
    state.show(state.contract, order[0])
    app = open_app(state)
    assert app.button(key="step_-1").disabled
    app.button(key="step_1").click().run()
    assert session_of(app).finding == order[1]
    app.button(key="back").click().run()
    assert session_of(app).finding == ""


def test_a_pdf_finding_shows_its_page_with_boxes_and_draws_it_once(no_samples):
    library = load_library()
    path = find_samples()[0]
    contract = read_contract(
        [Upload("sample.pdf", path.read_bytes())], library, library.playbook(PLAYBOOK)).contract
    finding = next(one for one in contract.reviews[PLAYBOOK].findings if one.evidence)
    state = Session(opened=True)
    state.add(contract)
    state.show(contract.key, finding.clause)
    app = open_app(state)
    pages = [json.loads(part.proto.json) for part in app.get("bidi_component") if "address" in part.proto.json]
    assert pages[0]["address"].startswith("data:image/png")
    assert any(box["governing"] for box in pages[0]["boxes"])
    assert contract.page_image("sample.pdf", finding.evidence[0].page) is contract.page_image(
        "sample.pdf", finding.evidence[0].page)


# Hostile contracts

def test_nothing_in_a_contract_becomes_markup(no_samples):
    review = hostile_review()
    state = by_hand(review, review)
    state.verdicts = tuple(review_page.WORST_FIRST)
    app = open_app(state)
    for finding in ("", review.findings[0].clause):
        state.show(state.contract, finding)
        app.run()
        assert not app.exception
        assert "<script" not in html_of(app)
        assert "\u202e" not in html_of(app)
        assert "&lt;script&gt;" in html_of(app)
    for row in ("", review.findings[0].clause):
        session_of(app).row = row
        go_to(app, "compare")
        assert not app.exception
        assert "<script" not in html_of(app)


def test_a_page_that_fails_says_so_without_the_contract(monkeypatch, no_samples, caplog):
    def fail(*_):
        raise ValueError("the secret clause")

    monkeypatch.setattr(review_page, "choose_findings", fail)
    app = open_app(by_hand(make_review()))
    assert app.error[0].value == words.WENT_WRONG_PAGE
    assert not app.exception
    assert "secret" not in caplog.text + html_of(app)


# Side by side

def test_the_matrix_begins_with_baseline_precedence_and_scope(no_samples):
    app = go_to(open_app(by_hand(make_review(), make_review(vendor="Second Vendor"))), "compare")
    grid = grid_of(app, "matrix")
    assert [row["id"] for row in grid["groups"][0]["rows"]] == [words.BASELINE, words.PRECEDENCE, words.SCOPE]
    assert [column["label"] for column in grid["columns"][1:]] == ["Harbourline Systems", "Second Vendor"]
    cell = grid["groups"][1]["rows"][0]["cells"][1]
    assert cell["symbol"]
    assert cell["word"]


def test_a_row_shows_the_texts_side_by_side_and_opens_the_page(no_samples):
    app = open_app(by_hand(make_review(), make_review(vendor="Second Vendor")))
    session_of(app).row = "use.autonomous-weapons"
    go_to(app, "compare")
    html = html_of(app)
    assert html.count("Customer shall not use the Service to select or engage") >= 2
    app.button(key="open_1").click().run()
    assert session_of(app).contract == session_of(app).shelf[1].key
    assert session_of(app).finding == "use.autonomous-weapons"
    assert words.QUOTATION in html_of(app)


def test_one_contract_has_nothing_beside_it(no_samples):
    app = go_to(open_app(by_hand(make_review())), "compare")
    assert words.ONE_COLUMN in html_of(app)


# Exports and library

def test_every_format_of_the_reports_can_be_saved(no_samples):
    app = open_app(by_hand(make_review(), make_review(vendor="Second Vendor")))
    assert len(app.get("download_button")) == len(FORMATS)
    go_to(app, "compare")
    assert len(app.get("download_button")) == len(COMPARISON_FORMATS)


def test_the_library_is_searched_and_shows_the_stand_of_the_playbook(no_samples):
    app = go_to(open_app(by_hand(make_review())), "library")
    app.text_input(key="library_search").set_value("autonomous weapons").run()
    assert 1 <= len(app.expander) < 10
    assert words.REQUIRED in html_of(app)
