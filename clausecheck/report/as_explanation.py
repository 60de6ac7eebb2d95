"""How one finding came about, step by step, as plain text for `clausecheck explain`."""

from __future__ import annotations

from clausecheck.model import Evidence, Finding, Match, Reading
from clausecheck.pipeline import Analysis
from clausecheck.report.clean import clean, shorten

_LONGEST = 300


def explain_finding(analysis: Analysis, clause: str) -> str:
    """What was found on a reference clause and why: candidates, what matched, qualifiers, rankings, and what was turned down."""
    finding = next(found for found in analysis.findings if found.clause == clause)
    matches = [match for match in analysis.matches if match.clause == clause]
    lines = [f"{finding.clause}: {finding.title}", "", "The finding", *_finding_lines(finding)]
    lines += ["", "Passages that were read"]
    for match in matches:
        if not match.rejected:
            lines += _match_lines(analysis, match)
    if not any(not match.rejected for match in matches):
        lines.append("  none")
    lines += ["", "How each of them reads"]
    lines += [line for reading in analysis.readings if reading.clause == clause for line in _reading_lines(reading)] or ["  none"]
    lines += ["", "What was displaced"]
    lines += [f"  {card.pole}, {card.strength}: by {card.displaced_by}" for card in finding.readings if card.displaced_by] or ["  nothing"]
    lines += ["", "Near misses that were turned down"]
    lines += [line for match in matches if match.rejected for line in _near_miss_lines(analysis, match)] or ["  none"]
    return "\n".join(clean(line) for line in lines)


def _finding_lines(finding: Finding) -> list[str]:
    lines = [f"  pole {finding.pole or 'none'}, strength {finding.strength}, who is bound: {finding.actor}"]
    lines += [f"  tags: {', '.join(finding.tags)}"] if finding.tags else []
    lines += [f"  other reading: {other.pole}, {other.strength}: {other.why}" for other in finding.alternatives]
    return [*lines, f"  {finding.why}", *(f"  {_place(quote)}: “{shorten(quote.quote, _LONGEST)}”" for quote in finding.evidence)]


def _match_lines(analysis: Analysis, match: Match) -> list[str]:
    how = "a combination of the entry" if match.kind == "explicit" else "the word model; the words that weighed most"
    return [f"  {_passage(analysis, match)}", f"    matched by {how}: {', '.join(match.words) or 'letter groups only'}"]


def _reading_lines(reading: Reading) -> list[str]:
    place = _place(reading.evidence[0]) if reading.evidence else "the text"
    lines = [f"  {place}: {reading.modality}; pole {reading.pole or 'none'}, strength {reading.strength}; who is bound: {reading.actor}"]
    lines += [f"    qualifier {item.kind}: “{shorten(item.words, _LONGEST)}”" for item in reading.qualifiers]
    lines += [f"    exception {item.kind}: “{shorten(item.words, _LONGEST)}”" for item in reading.exceptions]
    return [*lines, *([f"    tags: {', '.join(reading.tags)}"] if reading.tags else [])]


def _near_miss_lines(analysis: Analysis, match: Match) -> list[str]:
    return [f"  {_passage(analysis, match)}", f"    {match.rejected} (matched: {', '.join(match.words)})"]


def _passage(analysis: Analysis, match: Match) -> str:
    provision = analysis.provisions[match.provision]
    section = analysis.contract.sections[provision.section]
    place = section.place or "the text"
    return f"{place}: “{shorten(provision.text[provision.body :], _LONGEST)}”"


def _place(evidence: Evidence) -> str:
    page = f", page {evidence.page}" if evidence.page else ""
    return f"{evidence.section or 'the text'}{page}"
