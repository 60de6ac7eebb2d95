"""The order of a review, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from clausecheck.assess import assess_match
from clausecheck.comparison import compare_reviews
from clausecheck.consolidate import consolidate_findings
from clausecheck.errors import DocumentError, UsageError
from clausecheck.extract import extract_provisions
from clausecheck.ingest import read_documents
from clausecheck.judge import judge_findings
from clausecheck.language import count_words
from clausecheck.library import load_library
from clausecheck.match import match_provisions
from clausecheck.model import (
    Comparison,
    Contract,
    ContractCard,
    DocumentCard,
    Finding,
    LegalMap,
    Library,
    LibraryStamp,
    Match,
    Parties,
    Playbook,
    Provision,
    RankingCard,
    RankingClause,
    Reading,
    Review,
    Searched,
    SourceDocument,
    Unresolved,
)
from clausecheck.resolve import resolve_contract
from clausecheck.structure import build_contract

DEFAULT_PLAYBOOK = "vendor-red-lines"


class Analysis(NamedTuple):
    """Everything that a contract yields before anybody's playbook is laid against it."""

    contract: Contract
    legal: LegalMap
    provisions: tuple[Provision, ...]
    matches: tuple[Match, ...]
    readings: tuple[Reading, ...]
    findings: tuple[Finding, ...]


def analyse_documents(documents: Sequence[SourceDocument], library: Library, unread: Sequence[DocumentError] = ()) -> Analysis:
    """One contract, from its documents to one finding per reference clause. What could not be read is unresolved, not absent."""
    contract = build_contract(documents)
    legal = resolve_contract(contract, library)
    legal = legal.model_copy(update={"unresolved": (*_unread(documents, unread), *legal.unresolved)})
    provisions = extract_provisions(contract, library)
    matches = match_provisions(provisions, contract, legal, library)
    clauses = {clause.id: clause for clause in library.clauses}
    readings = tuple(
        assess_match(provisions[match.provision], match, clauses[match.clause], contract, legal) for match in matches if not match.rejected
    )
    findings = consolidate_findings(readings, matches, provisions, contract, legal, library)
    return Analysis(contract, legal, provisions, matches, readings, findings)


def judge_analysis(analysis: Analysis, library: Library, playbook: Playbook) -> Review:
    """The review of an analysed contract under one playbook."""
    contract, legal = analysis.contract, analysis.legal
    documents = contract.documents
    pages = [document.pages for document in documents if document.pages is not None]
    return Review(
        library=LibraryStamp(version=library.version, date=library.date, digest=library.digest),
        playbook=playbook.id,
        playbook_title=playbook.title,
        contract=ContractCard(
            parties=Parties(
                vendor=contract.vendor.name if contract.vendor else None, customer=contract.customer.name if contract.customer else None
            ),
            documents=tuple(_card(document) for document in documents),
            baseline=legal.baseline,
            signed=contract.signed,
            ranking=tuple(
                RankingCard(kind=clause.kind, reaches=_reach(clause, contract), evidence=clause.evidence) for clause in legal.ranking
            ),
        ),
        findings=judge_findings(analysis.findings, playbook, legal),
        unresolved=legal.unresolved,
        searched=Searched(
            documents=len(documents),
            pages=sum(pages) if pages else None,
            words=sum(count_words(document.text.text) for document in documents),
        ),
        warnings=tuple(f"{document.name}: {warning}" for document in documents for warning in document.warnings),
    )


def review_documents(
    documents: Sequence[SourceDocument], library: Library, playbook: Playbook, unread: Sequence[DocumentError] = ()
) -> Review:
    """One contract under one playbook; `unread` are files of it that could not be read."""
    return judge_analysis(analyse_documents(documents, library, unread), library, playbook)


def _unread(documents: Sequence[SourceDocument], errors: Sequence[DocumentError]) -> list[Unresolved]:
    """The files and pages of the contract that could not be read."""
    files = [Unresolved(what=error.document, why=f"the file could not be read: {error.message}") for error in errors]
    pages = [
        Unresolved(
            what=f"{document.name}, pages {', '.join(map(str, document.pages_skipped[:20]))}",
            why="the pages hold no text and could not be read",
        )
        for document in documents
        if document.pages_skipped
    ]
    return files + pages


def review(paths: Sequence[Path], playbook: str = DEFAULT_PLAYBOOK, library: Library | None = None) -> Review:
    """The files as one contract under the playbook of that id.

    Raises the first DocumentError when no file can be read, UsageError for an unknown playbook, LibraryError for a
    library with mistakes. A file that cannot be read beside others that can is listed as unresolved.
    """
    library = library or load_library()
    book = find_playbook(library, playbook)
    documents, errors = read_documents([Path(path) for path in paths])
    if not documents:
        raise errors[0] if errors else UsageError("no file was given to review")
    return review_documents(documents, library, book, errors)


def review_separately(
    paths: Sequence[Path], playbook: str = DEFAULT_PLAYBOOK, library: Library | None = None, progress: Callable[[str], None] | None = None
) -> list[Review]:
    """Each file as a contract of its own, in the order given; a file that cannot be read is left out."""
    library = library or load_library()
    book = find_playbook(library, playbook)
    documents, _ = read_documents([Path(path) for path in paths], progress=progress)
    return [review_documents([document], library, book) for document in documents]


def compare(contracts: Sequence[Path | Sequence[Path]], playbook: str = DEFAULT_PLAYBOOK, library: Library | None = None) -> Comparison:
    """Several contracts side by side under one playbook; each is a file, or the files of one contract.

    Raises what `review` raises, and UsageError for fewer than two contracts.
    """
    library = library or load_library()
    reviews = [review([contract] if isinstance(contract, Path) else list(contract), playbook, library) for contract in contracts]
    return compare_reviews(reviews)


def load_playbook(playbook: str = DEFAULT_PLAYBOOK) -> Playbook:
    """The playbook of that id from the library that ships with clausecheck."""
    return find_playbook(load_library(), playbook)


def find_playbook(library: Library, playbook: str) -> Playbook:
    """The playbook of that id. Raises UsageError that names those there are."""
    if found := library.playbook(playbook):
        return found
    raise UsageError(f"there is no playbook “{playbook}”; there are: {', '.join(book.id for book in library.playbooks)}")


def _card(document: SourceDocument) -> DocumentCard:
    return DocumentCard(
        name=document.name,
        sha256=document.sha256,
        kind=document.kind,
        title=document.title,
        date=document.date,
        media_type=document.media_type,
        pages=document.pages,
        pages_skipped=document.pages_skipped,
        warnings=document.warnings,
        words=count_words(document.text.text),
    )


def _reach(clause: RankingClause, contract: Contract) -> str:
    """What a ranking clause reaches, in words."""
    if clause.everything:
        return "every other term"
    if clause.missing:
        return f"{clause.missing} (not supplied)"
    places = dict.fromkeys(contract.sections[index].place for index in clause.targets)
    return ", ".join(place for place in list(places)[:8] if place) or "as its words say"
