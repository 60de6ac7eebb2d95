"""Every text that the dashboard shows, apart from what contracts, the library and the playbooks say themselves."""

from __future__ import annotations

from clausecheck.model.words import Verdict
from clausecheck.report.words import (
    ACTORS,
    BASELINES,
    COLOURS,
    DOCUMENT_KINDS,
    EVIDENCE_KINDS,
    EXCEPTIONS,
    FAMILIES,
    QUALIFIERS,
    RANKINGS,
    SIGNED,
    SILENCE_UNDER,
    SILENCE_WANTED,
    STRENGTH_MEANINGS,
    STRENGTHS,
    SYMBOLS,
    TAGS,
    VERDICT_MEANINGS,
    VERDICTS,
    WIDTHS,
)

__all__ = [
    "ACTORS", "BASELINES", "COLOURS", "DOCUMENT_KINDS", "EVIDENCE_KINDS", "EXCEPTIONS", "FAMILIES",
    "QUALIFIERS", "RANKINGS", "SIGNED", "SILENCE_UNDER", "SILENCE_WANTED", "STRENGTHS", "STRENGTH_MEANINGS", "SYMBOLS",
    "TAGS", "VERDICTS", "VERDICT_MEANINGS", "WIDTHS",
]

TITLE = "clausecheck"
FOOTER = "For information; not legal advice. Passages were classified by software; check the source text."
PAGES = {"review": "Review", "compare": "Compare", "library": "Library", "about": "About and limits"}

#: The lines of the summary, in their order, and what each counts.
SUMMARY: dict[Verdict, str] = {
    "conflict": "point the other way, or reach the walk-away",
    "unresolved": "depend on something that was not supplied or not readable",
    "weaker": "are on the wanted side and below what the playbook requires",
    "not_found": "were not found in the text searched",
    "covered": "meet the required position",
}

# Sidebar
TAGLINE = "What a contract lets an AI system be used for, clause by clause"
LIBRARY_STAMP = "Clause library version {version} of {date}."
VIEWPOINT = "Whose view: {viewpoint}."
CONTRACTS = "Contracts in this session"
ADD = "Add contracts"
FILES_ARE = "These files are"
ONE_CONTRACT = "one contract with its annexes"
ONE_EACH = "one contract each"
FILES_ARE_HELP = (
    "Documents that bind the same parties together (agreement, annexes, policies, amendments) are one contract and are "
    "read against each other. Contracts of different vendors are one contract each."
)
REVIEW_FILES = "Review"
SAMPLE = "Sample"
REMOVE = "Remove from this session"
PLAYBOOK = "Playbook"
PRIVACY = "Contracts stay on this machine and in this session; nothing is sent anywhere."

# States
READING = "Reading {name}"
READING_FILES = "Reading the files"
OPENING = "Reading the contracts"
READING_SAMPLES = "Reading the sample contracts"
WENT_WRONG = "Something went wrong while reading {name}. The text of the contract is not shown here."
WENT_WRONG_PAGE = "Something went wrong while showing this page. The text of the contract is not shown here."
NO_PAGE_IMAGE = "The image of page {page} could not be made. The passage is shown as text instead."
LIBRARY_REFUSED = "The clause library was refused. Nothing can be reviewed until these entries are put right:"
EMPTY_TITLE = "No contract in this session"
EMPTY = (
    "Add a contract in the sidebar on the left: one or more PDF, Word, Markdown or text files. It is read on this "
    "machine. For each reference clause of the library you see what the contract says, how firmly it binds, and how "
    "that stands against the playbook you choose."
)
NO_MATCH = "No finding matches these filters."
ONE_COLUMN = "With one contract there is nothing to set beside it. Add another in the sidebar to compare vendors."

# Review
SAMPLE_NOTE = "A sample contract, drafted for demonstration. The parties do not exist."
BETWEEN = "Between {parties}"
NO_PARTIES = "The parties are not named in the text"
READ_UNDER = "Read under the playbook “{playbook}”, with clause library version {version} of {date}."
BASELINE = "Baseline"
MORE_PLACES = "{places} that say so"
SUMMARY_TITLE = "Summary"
SEARCHED = "Counts are reference clauses. Searched: {searched}."
DOCUMENTS = "Documents read"
DOCUMENT_COLUMNS = ("Document", "Kind", "Date", "Pages", "Words", "SHA-256")
UNDATED, NO_PAGES = "Undated", "Without pages"
UNRESOLVED = "Named and not supplied, or not readable"
ON_READING = " on reading"
INTERPLAY = "Words that rank parts of this contract"
FINDINGS = "Findings"
FINDING_COLUMNS = ("Verdict", "Reference clause", "What the words do", "Where", "Notes")
VERDICT_FILTER, FAMILY_FILTER, ALL_FAMILIES = "Verdict", "Family", "All families"
EXPORT_REVIEW = "Export this review"
EXPORT_COMPARISON = "Export this comparison"
NO_STAND = (
    "{count} reference clauses on which this playbook takes no stand are left out; choose “Not applicable” above to "
    "see them."
)
SKIPPED = "pages not read: {pages}."

# Finding
BACK, PREVIOUS, NEXT = "All findings", "Previous", "Next"
PLACE_IN_LIST = "{number} of {count}"
QUOTATION = "What the contract says"
NOTHING_FOUND = "Nothing was found in {searched}."
NEAR = "Nearest passages, turned down"
GOVERNING = "Governing words"
OTHER_PASSAGES = "Other passages on this point"
NO_PLACE = "There are no words to show: nothing was found in the text searched."
HOW_IT_READS = "How the words read"
POLE, STRENGTH, WHO, WIDTH = "Which way", "How firmly", "Who is bound", "How wide"
QUALIFIERS_TITLE, NO_QUALIFIER = "Qualifiers", "None found."
EXCEPTIONS_TITLE = "Exceptions"
READINGS_TITLE = "Other provisions on this point"
DISPLACED = "Set aside by {by}"
NOT_GOVERNING = "Also found, does not govern"
ALTERNATIVES_TITLE = "Two readings"
ALSO_READS = "The same words can also be read as:"
DEFINED_TERMS = "Defined terms used"
PLAYBOOK_WANTS = "What the playbook wants"
REQUIRED, FALLBACK, WALK_AWAY = "Required", "Fallback", "Walk-away"
DIFFERENCE = "Difference from the nearest reference wording"
ONLY_HERE, ONLY_THERE = "Only in this contract", "only in the reference wording"
FAR_APART = "The contract's words and the reference wording have few words in common, so they are not interwoven."
REFERENCE_WORDING = "Reference wording, as an example: {position}."
QUOTED_ON = "Quoted on"
PAGE = "Page {page}"
PAGE_ALT = "Page {page} of {name}, with the quoted words highlighted"
FIT, LARGER = "Fit width", "Larger"

# Compare
COMPARED = "{count} contracts side by side"
MATRIX_HELP = (
    "Choose a reference clause to read the texts side by side, or a cell to open the page with the words highlighted."
)
BACK_TO_MATRIX = "All reference clauses"
SIDE_BY_SIDE = "Side by side"
COMPARED_WITH = "Differences are marked against"
ONLY_IN_COLUMN, ONLY_IN_BASE = "Only in this contract", "only in the contract compared with"
BASE_COLUMN = "The others are compared with this text."
FAR_APART_COLUMNS = "Too few words in common to mark the differences."
PRECEDENCE, NO_PRECEDENCE = "Order of precedence", "No precedence clause was found"
SCOPE = "Text searched"
NOT_SUPPLIED = " not supplied or not readable"
ONLY_DIFFERENT = "Only where the contracts differ"
NOT_APPLICABLE_TOO = "Also clauses without a stand"
REFERENCE_CLAUSE = "Reference clause"
OPEN_PAGE, OPEN_FINDING = "Open the page", "Open the finding"

# Exports
FORMAT_NAMES = {
    "docx": "Word (DOCX)", "html": "Web page (HTML)", "json": "Data (JSON)", "xlsx": "Excel (XLSX)", "pdf": "PDF",
    "markdown": "Markdown", "table": "Text (TXT)",
}
EXPORT_HELP = "Each file carries the documents read, the playbook, the library version and the limits."

# Library
LIBRARY_INTRO = (
    "The reference clauses against which every contract is read, and what the chosen playbook wants of each. They are "
    "shown for reading; they are edited as files of the clause library."
)
FIND_CLAUSE = "Find a reference clause"
POLES_TITLE, WORDINGS, NEAR_MISSES, STAND = (
    "Poles", "Reference wordings", "Resembles it and is not it", "Stand of the playbook",
)
NO_STAND_HERE, NO_STAND_SHORT = "This playbook takes no stand here.", "no stand"

ABOUT = """
#### What this does
clausecheck reads contracts for AI systems against a library of reference clauses. For each it says which way the words
point, how firmly they bind, who is bound, which words qualify them, and where they stand. A playbook then says how that
compares with what one side wants.

#### What it does not do
It is not legal advice, and it decides nothing. It classifies words by rules and word lists, without a language model,
and it can be wrong. Every finding carries its quotation, page and section so that it can be checked against the source.
“Not found” means not found in the text that was searched; the pages that were not read are listed with each document.

#### How to read a strength
From the firmest to nothing at all. The weakest qualifier in a provision decides; every qualifier is listed with its
words. Strengths are words that sort. They are never added up, averaged or turned into a score.
"""
VERDICTS_EXPLAINED = """
#### How to read a verdict
"""
PRIVACY_LONG = """
#### Where contracts stay
Files that you add are read on this machine. They are held in the memory of this browser session and are gone when the
tab is closed or the contract is removed. A copy exists on disk only while a file is being read. The pages make no
request to any outside address, collect no usage statistics, and another session cannot see your contracts.
"""


def count(number: int, noun: str) -> str:
    """A number with its noun, in the plural where it is due."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
