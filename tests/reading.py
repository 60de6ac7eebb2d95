"""One sentence through the whole engine, without files and without the parsing process."""

from __future__ import annotations

from functools import lru_cache

from clausecheck.ingest.blocks import compose_text
from clausecheck.ingest.markdown import read_markdown
from clausecheck.library import load_library
from clausecheck.model import Finding, Library, SourceDocument
from clausecheck.pipeline import Analysis, analyse_documents


@lru_cache(maxsize=1)
def library() -> Library:
    return load_library()


def document_of(text: str, name: str = "contract.md") -> SourceDocument:
    blocks = read_markdown(text + "\n", name).blocks
    return SourceDocument(name=name, sha256="0" * 64, media_type="text/markdown", text=compose_text(blocks))


def analyse(*texts: str) -> Analysis:
    return analyse_documents([document_of(text, f"document{number}.md") for number, text in enumerate(texts, 1)], library())


def finding_on(clause: str, *texts: str) -> Finding:
    return next(finding for finding in analyse(*texts).findings if finding.clause == clause)
