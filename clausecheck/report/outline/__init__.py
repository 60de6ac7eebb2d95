"""The gap report as blocks, part by part, in the order in which a lawyer reads it. Every format shows these."""

from __future__ import annotations

from itertools import count

from clausecheck.model import Review
from clausecheck.report.blocks import Block, Heading
from clausecheck.report.outline.closing import limits, previous_version
from clausecheck.report.outline.finding import findings
from clausecheck.report.outline.opening import baseline, documents, summary, title
from clausecheck.report.outline.questions import questions
from clausecheck.report.outline.relations import durability, incorporated, interplay
from clausecheck.report.outline.silence import not_found

__all__ = ["outline_report"]

_PARTS = (
    title, documents, baseline, summary, findings, not_found, interplay, durability, incorporated, questions,
    previous_version, limits,
)


def outline_report(review: Review) -> list[Block]:
    """All blocks of the gap report on one review, in reading order, its parts numbered."""
    blocks: list[Block] = [block for part in _PARTS for block in part(review)]
    numbers = count(1)
    return [block._replace(text=f"{next(numbers)}. {block.text}") if isinstance(block, Heading) and block.level == 1
            else block for block in blocks]
