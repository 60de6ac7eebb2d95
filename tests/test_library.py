"""The library's loader: what it gives back, and the plain sentences in which it refuses."""

import shutil
from pathlib import Path

import pytest

from clausecheck.errors import LibraryError, UsageError
from clausecheck.library import check_library, find_library, list_clauses, load_library, show_clause

CLAUSE = """\
id = "use.x"
title = "X"
family = "use"
definition = "No X."
protects = ["individuals"]
version = 1
changes = ["1: first version"]
speaks = [
  {act = "score", whom = "people"},
]
[poles]
prohibit = "No X."
[[wordings]]
text = "Customer shall not score people."
pole = "prohibit"
strength = "absolute"
[[near_misses]]
text = "Suppliers are scored."
why = "Not people."
[[examples]]
text = "Do not rank people."
pole = "prohibit"
strength = "absolute"
[[examples]]
text = "Fees are due."
silent = true
why = "A price."
"""
PLAYBOOK = """\
id = "buyer"
title = "Buyer"
viewpoint = "customer"
reads_silence_as = "A gap."
version = 1
[[stands]]
clause = "use.x"
required = [{poles = ["prohibit"], at_least = "defined_scope"}]
silence = "gap"
required_text = "A ban."
"""
FILES = {
    "library.toml": 'version = "1"\ndate = "2026-11-23"\n',
    "vocabulary.toml": '[concept.score]\nrole = "act"\nwords = ["score", "rank"]\n'
                       '[concept.people]\nrole = "whom"\nwords = ["people"]\n',
    "cues.toml": '[modal]\nwords = ["shall not"]\n',
    "sources.toml": "",
    "clauses/use.x.toml": CLAUSE,
    "playbooks/buyer.toml": PLAYBOOK,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def refused(folder: Path) -> list[str]:
    with pytest.raises(LibraryError) as error:
        load_library(folder)
    return error.value.mistakes


def change(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    assert old in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def test_a_small_library_is_read_whole(folder: Path) -> None:
    library = load_library(folder)
    clause = library.clause("use.x")
    assert clause is not None
    assert clause.speaks[0].slots == (("act", ("score",)), ("whom", ("people",)))
    assert clause.speaks[0].line == 9
    assert library.playbook("buyer") is not None


@pytest.mark.parametrize(("name", "old", "new", "sentence"), [
    ("clauses/use.x.toml", "title", "titel", 'clauses/use.x.toml, line 2: "titel" is not a field here. Did you mean "title"?'),
    ("clauses/use.x.toml", 'id = "use.x"', 'id = "use.y"', 'line 1: the id "use.y" must equal the name of its file'),
    ("clauses/use.x.toml", '"absolute"', '"absolut"', 'line 16: "absolut" is not a strength. Did you mean "absolute"?'),
    ("clauses/use.x.toml", 'pole = "prohibit"', 'pole = "permit"', 'line 15: "permit" is not a pole of this entry.'),
    ("clauses/use.x.toml", 'whom = "people"', 'whom = "peopl"', 'line 9: "peopl" is not a concept of vocabulary.toml.'),
    ("clauses/use.x.toml", 'whom = "people"', 'what = "people"', '"people" is a concept of the role "whom", not "what".'),
    ("clauses/use.x.toml", ', whom = "people"', "", "one slot alone is never a match"),
    ("clauses/use.x.toml", 'why = "A price."\n', "", 'a silent example says "why"'),
    ("vocabulary.toml", '"act"', '"verb"', '"verb" is not a role'),
    ("vocabulary.toml", '"rank"', '"Score"', '"Score" stands twice in the list.'),
    ("cues.toml", "shall not", "as {law}", '"{law}" is not a list of this file.'),
    ("playbooks/buyer.toml", "use.x", "use.z", '"use.z" is not a reference clause. Did you mean "use.x"?'),
    ("playbooks/buyer.toml", '"prohibit"', '"allow"', '"allow" is not a pole of use.x.'),
    ("playbooks/buyer.toml", '"defined_scope"', '"absolute", at_most = "permitted"', None),
    ("playbooks/buyer.toml", '"defined_scope"', '"permitted", at_most = "absolute"', None),
])
def test_a_mistake_is_one_sentence_with_file_and_line(folder: Path, name: str, old: str, new: str, sentence: str | None) -> None:
    change(folder, name, old, new)
    if sentence is not None:
        assert any(sentence in mistake for mistake in refused(folder))
    elif 'at_least = "absolute"' in (folder / name).read_text(encoding="utf-8"):
        assert any("firmer than at_most" in mistake for mistake in refused(folder))
    else:
        assert load_library(folder).playbooks


def test_every_file_of_the_vocabulary_folder_is_read(folder: Path) -> None:
    change(folder, "vocabulary.toml", '[concept.people]\nrole = "whom"\nwords = ["people"]\n', "")
    add_vocabulary(folder, '[concept.people]\nrole = "whom"\nwords = ["people"]\n')
    people = load_library(folder).concepts[-1]
    assert (people.name, people.file) == ("people", "vocabulary/more.toml")


@pytest.mark.parametrize(("source", "sentence"), [
    ('# a note\n[concept.score]\nrole = "act"\nwords = ["mark"]\n',
     'vocabulary/more.toml, line 2: the concept "score" stands in vocabulary.toml already'),
    ('[concept.mark]\nrole = "verb"\nwords = ["mark"]\n', 'vocabulary/more.toml, line 2: "verb" is not a role'),
    ('[concept.mark]\nrole = "act"\nword = ["mark"]\n', 'vocabulary/more.toml, line 3: "word" is not a field here.'),
])
def test_a_mistake_in_the_vocabulary_folder_names_its_file(folder: Path, source: str, sentence: str) -> None:
    add_vocabulary(folder, source)
    assert any(sentence in mistake for mistake in refused(folder))


def add_vocabulary(folder: Path, source: str) -> None:
    (folder / "vocabulary").mkdir()
    (folder / "vocabulary" / "more.toml").write_text(source, encoding="utf-8")


def test_all_mistakes_are_reported_at_once(folder: Path) -> None:
    change(folder, "clauses/use.x.toml", "title", "titel")
    change(folder, "vocabulary.toml", '"act"', '"verb"')
    (folder / "sources.toml").unlink()
    text = "\n".join(refused(folder))
    assert "titel" in text
    assert "verb" in text
    assert "sources.toml: the file is missing." in text


@pytest.mark.parametrize("content", [b"id = ", b"\xff\xfe"])
def test_a_file_that_is_no_toml_is_named(folder: Path, content: bytes) -> None:
    (folder / "clauses/use.x.toml").write_bytes(content)
    assert any(mistake.startswith("clauses/use.x.toml: ") for mistake in refused(folder))


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "no clause library" in refused(tmp_path / "nowhere")[0]


def test_the_digest_follows_the_content_and_not_the_place(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    copy = tmp_path_factory.mktemp("copy") / "library"
    shutil.copytree(folder, copy)
    assert load_library(folder).digest == load_library(copy).digest
    change(copy, "clauses/use.x.toml", "No X.", "No X at all.")
    assert load_library(folder).digest != load_library(copy).digest


def test_the_shipped_playbooks_take_a_stand_on_every_grant_and_use() -> None:
    library = load_library()
    wanted = {clause.id for clause in library.clauses if clause.family in {"grant", "use"}}
    assert len(wanted) == 25
    for name in ("vendor-red-lines", "government-any-lawful-use"):
        playbook = library.playbook(name)
        assert playbook is not None
        assert wanted <= {stand.clause for stand in playbook.stands}


def test_the_shipped_entries_test_every_pole_and_silence() -> None:
    for clause in load_library().clauses:
        assert {example.pole for example in clause.examples} >= set(clause.poles), clause.id
        assert any(example.silent for example in clause.examples), clause.id


def test_an_entry_is_shown_as_text_and_an_unknown_one_is_refused() -> None:
    library = load_library()
    assert "Poles" in show_clause(library, "use.cbrn")
    assert "use.cbrn" in list_clauses(library)
    with pytest.raises(UsageError, match=r"Did you mean .use\.cbrn"):
        show_clause(library, "use.cbrm")


def test_the_check_names_what_is_misread_and_what_nothing_exercises(folder: Path) -> None:
    found = check_library(load_library(folder), lambda text: {"use.x": ("limit", "absolute")} if "people" in text else {}, folder)
    assert not any("wordings" in line for line in found)
    assert any("read as limit, absolute, not as prohibit, absolute" in line for line in found)
    change(folder, "vocabulary.toml", '"rank"', '"grade"')
    again = check_library(load_library(folder), lambda text: {}, folder)
    assert any("exercises \"grade\"" in line for line in again)
    assert any("does not find its own entry" in line for line in again)


def test_the_library_is_found_beside_or_inside_the_package() -> None:
    assert (find_library() / "library.toml").is_file()
