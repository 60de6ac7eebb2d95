"""Reviews made by hand, with every kind of finding and with hostile strings. All wording is our own drafting."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from clausecheck.model import (
    Alternative,
    Baseline,
    ContractCard,
    DefinedTerm,
    DocumentCard,
    Evidence,
    ExceptionFound,
    Finding,
    LibraryStamp,
    NearestWording,
    Parties,
    QualifierFound,
    RankingCard,
    ReadingCard,
    Rejected,
    Review,
    Searched,
    SourceDocument,
    StandText,
    Unresolved,
)
from clausecheck.text import Block, DocumentText

FORMULA = '=HYPERLINK("http://x")'
SCRIPT = "<script>alert(1)</script>"
BIDI = "shall \u202eton\u202c not"
CONTROL = "null\x00 escape\x1b[31m noncharacter\ufffe"
LONG = "word " * 2_000

AGREEMENT = """\
Harbourline Model Services Agreement
2.1 Grant. Customer may use the Service for every purpose that is not unlawful, subject to Section 4.
4.1 Weapons. Customer shall not use the Service to select or engage a target without the decision of a person.
4.2 Surveillance. Customer shall not intentionally use the Service for bulk monitoring of residents, consistent with \
applicable law or Department policy, except with the consent of the person concerned.
4.3 Scoring. Customer must not score persons by their social conduct.
9.1 Precedence. Notwithstanding Section 4.3, the Task Order prevails and any scoring that it describes is permitted.
9.2 Annex B. The uses listed in Annex B are excluded.
11.4 Logs. Vendor will keep usage logs for two years and will show them on request.
“Residents” means persons who live in the territory of the Customer.
12.1 Vendor may suspend the Service on notice if Customer is in breach of Section 4.
"""


def make_document(name: str = "harbourline-agreement.pdf", text: str = AGREEMENT, *, paged: bool = True,
                  **fields: Any) -> SourceDocument:
    """A document of one paragraph a line; with pages, six lines stand on each."""
    blocks, starts, ends, pages, boxes, at = [], [], [], [], [], 0
    for row, line in enumerate(text.splitlines()):
        blocks.append(Block(at, at + len(line), "paragraph"))
        offset = at
        for word in line.split(" "):
            starts.append(offset)
            ends.append(offset + len(word))
            pages.append(1 + row // 6)
            left, top = 72.0 + (offset - at) * 4, 72.0 + 40 * (row % 6)
            boxes += [left, top, left + 4 * len(word), top + 12]
            offset += len(word) + 1
        at += len(line) + 1
    body = text.rstrip("\n")
    words = {"word_starts": starts, "word_ends": ends, "word_pages": pages, "word_boxes": boxes} if paged else {}
    return SourceDocument(
        name=name, sha256=sha256(text.encode("utf-8", "replace")).hexdigest(), media_type="application/pdf",
        text=DocumentText(body, tuple(blocks), **words), pages=2 if paged else None, kind="contract",
        title="Harbourline Model Services Agreement", date="2026-03-01", **fields,
    )


def quote(words: str, section: str | None = None, document: SourceDocument | None = None) -> Evidence:
    """The words as evidence from the document that holds them."""
    document = document or make_document()
    start = document.text.text.index(words)
    return document.quote(start, start + len(words), section)


def make_card(document: SourceDocument | None = None, **fields: Any) -> DocumentCard:
    """The card of a document."""
    document = document or make_document()
    values: dict[str, Any] = {name: getattr(document, name) for name in DocumentCard.model_fields if name != "words"}
    return DocumentCard(**{**values, "words": len(document.text.text.split()), **fields})


def make_finding(clause: str = "use.autonomous-weapons", **fields: Any) -> Finding:
    """A finding; without fields, one that nothing speaks to."""
    values: dict[str, Any] = {
        "clause": clause, "title": clause.split(".")[1].replace("-", " ").capitalize(), "verdict": "not_found",
        "pole": None, "strength": "silent", "why": "No provision speaks to it; the grant leaves the use open.",
    }
    return Finding(**{**values, **fields})


def absolute_ban() -> Finding:
    """Covered: a ban without any qualifier, with a rejected passage and a reference wording."""
    evidence = quote(
        "Customer shall not use the Service to select or engage a target without the decision of a person.", "4.1")
    return make_finding(
        verdict="covered", pole="prohibit", strength="absolute", actor="customer", evidence=(evidence,),
        readings=(ReadingCard(pole="prohibit", strength="absolute", governs=True, displaced_by=None,
                              actor="customer", evidence=(evidence,)),),
        rejected=(Rejected(evidence=quote("Vendor will keep usage logs for two years", "11.4"),
                           why="keeping logs is not a use of weapons"),),
        nearest=NearestWording(text="Customer shall not use the Service to select or engage targets unless a person "
                                    "decides.", pole="prohibit", strength="absolute"),
        stand=StandText(required="a ban, at least of a defined scope", fallback="", walk_away="policy-conditioned",
                        silence="gap"),
        why="Section 4.1 states a ban without condition; the playbook requires a defined scope or better.")


def conditioned_limit() -> Finding:
    """Conflict: four qualifiers, an exception, a defined term and another reading."""
    evidence = quote(
        "Customer shall not intentionally use the Service for bulk monitoring of residents, consistent with applicable "
        "law or Department policy, except with the consent of the person concerned.", "4.2")
    qualifiers = (QualifierFound(kind="one_sided_policy", words="or Department policy"),
                  QualifierFound(kind="external_law", words="consistent with applicable law"),
                  QualifierFound(kind="mental_element", words="intentionally"))
    exceptions = (ExceptionFound(kind="consent", words="except with the consent of the person concerned"),)
    tags = ("ambiguous_preface", "needs_human", "undefined_term")
    return make_finding(
        "use.mass-domestic-surveillance", title="Mass domestic surveillance", verdict="conflict", pole="limit",
        strength="policy_conditioned", width="narrower_scale", actor="customer", qualifiers=qualifiers,
        exceptions=exceptions, evidence=(evidence,), tags=tags,
        alternatives=(Alternative(pole="limit", strength="intent_qualified",
                                  why="the preface may describe the ban and not narrow it"),),
        defined_terms=(DefinedTerm(term="Residents", evidence=quote("“Residents” means persons who live in the "
                                                                    "territory of the Customer.")),),
        readings=(ReadingCard(pole="limit", strength="policy_conditioned", governs=True, displaced_by=None,
                              actor="customer", qualifiers=qualifiers, exceptions=exceptions, tags=tags,
                              evidence=(evidence,)),),
        nearest=NearestWording(text="Customer shall not use the Service for bulk monitoring of persons, whether or not "
                                    "lawful.", pole="prohibit", strength="absolute"),
        stand=StandText(required="a ban, at least of a defined scope", fallback="a defined scope with frozen law",
                        walk_away="conditioned on law, or weaker", silence="gap"),
        why="The words condition the limit on law and on Department policy; that is at the walk-away.")


def overridden_ban() -> Finding:
    """Weaker: a ban that a precedence clause sets aside, with the reading that it displaced."""
    ban = quote("Customer must not score persons by their social conduct.", "4.3")
    override = quote("any scoring that it describes is permitted", "9.1")
    return make_finding(
        "use.social-scoring", verdict="weaker", pole="prohibit", strength="overridden", actor="customer",
        qualifiers=(QualifierFound(kind="cancelled", words="Notwithstanding Section 4.3"),), evidence=(ban,),
        readings=(ReadingCard(pole="prohibit", strength="overridden", governs=True, displaced_by=None,
                              evidence=(ban,)),
                  ReadingCard(pole="prohibit", strength="absolute", governs=False,
                              displaced_by="Section 9.1 (notwithstanding Section 4.3)", evidence=(ban,)),
                  ReadingCard(pole="permit", strength="permitted", governs=False, displaced_by=None,
                              evidence=(override,))),
        tags=("conflict_unranked",), why="Section 9.1 sets Section 4.3 aside.")


def unresolved_list() -> Finding:
    """Unresolved: the words point to an annex that nobody supplied."""
    return make_finding(
        "use.high-stakes-decisions", verdict="unresolved", pole="limit", strength="defined_scope",
        evidence=(quote("The uses listed in Annex B are excluded.", "9.2"),), tags=("unresolved_document",),
        why="The excluded uses stand in Annex B, which was not supplied.")


def make_findings() -> tuple[Finding, ...]:
    """One finding of each kind, in library order."""
    grant = quote("Customer may use the Service for every purpose that is not unlawful", "2.1")
    suspension = quote("Vendor may suspend the Service on notice if Customer is in breach of Section 4.", "12.1")
    stand = StandText(required="a stated survival of the limits", fallback="", walk_away="", silence="gap")
    return (
        make_finding("grant.any-lawful-use", verdict="not_applicable", pole="grant", strength="defined_scope",
                     evidence=(grant,), why="The playbook takes no stand."),
        conditioned_limit(), absolute_ban(), unresolved_list(), overridden_ban(),
        make_finding("durability.survival", stand=stand,
                     rejected=(Rejected(evidence=quote("for two years", "11.4"), why="a period for logs only"),)),
        make_finding("enforcement.vendor-suspension", verdict="above_ask", pole="right", strength="absolute",
                     actor="vendor", evidence=(suspension,), tags=("no_remedy_found",),
                     why="The playbook asks for less."),
        make_finding("data.ownership", verdict="not_applicable", why="The playbook takes no stand."),
    )


def make_review(vendor: str | None = "Harbourline Systems", **fields: Any) -> Review:
    """A review of the agreement above under the vendor's playbook."""
    grant = quote("Customer may use the Service for every purpose that is not unlawful, subject to Section 4.", "2.1")
    contract = ContractCard(
        parties=Parties(vendor=vendor, customer="Department of Coastal Affairs"), signed="signed",
        documents=(make_card(pages_skipped=(2,), warnings=("page 2 could not be read and was not searched",)),),
        baseline=Baseline(kind="broad_grant", evidence=(grant,)),
        ranking=(RankingCard(kind="precedence", reaches="the whole of Section 4",
                             evidence=quote("the Task Order prevails", "9.1")),))
    values: dict[str, Any] = {
        "library": LibraryStamp(version="1.0", date="2026-11-01", digest="0" * 64), "playbook": "vendor-red-lines",
        "playbook_title": "Vendor with hard red lines", "contract": contract, "findings": make_findings(),
        "unresolved": (Unresolved(what="Annex B", why="referred to in 9.2, not supplied"),),
        "searched": Searched(documents=1, pages=2, words=156),
        "warnings": ("page 2 could not be read and was not searched", "the signature block has no date"),
    }
    return Review(**{**values, **fields})


def hostile_review() -> Review:
    """A review whose every contract string tries something."""
    text = f"{FORMULA} {SCRIPT} {BIDI} {CONTROL} {LONG}"
    document = make_document(f"{SCRIPT}.pdf", text, paged=False)
    evidence = document.quote(0, len(text), f"{SCRIPT}4")
    finding = make_finding(
        "use.manipulation", title=FORMULA, verdict="weaker", pole="limit", strength="law_conditioned",
        qualifiers=(QualifierFound(kind="external_law", words=f"{FORMULA} {CONTROL}"),), evidence=(evidence,),
        defined_terms=(DefinedTerm(term=SCRIPT, evidence=evidence),), why=f"{BIDI} {SCRIPT}",
        nearest=NearestWording(text=LONG, pole="limit", strength="law_conditioned"),
        readings=(ReadingCard(pole="permit", strength="permitted", governs=False, displaced_by=FORMULA,
                              evidence=(evidence,)),))
    review = make_review(SCRIPT, findings=(finding,), unresolved=(Unresolved(what=FORMULA, why=CONTROL),),
                         warnings=(FORMULA, SCRIPT))
    card = make_card(document, title=FORMULA, date=None)
    return review.model_copy(update={"contract": review.contract.model_copy(update={"documents": (card,)})})
