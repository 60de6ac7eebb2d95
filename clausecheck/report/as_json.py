"""Reviews and comparisons as JSON: stable, faithful to the words, and harmless to print."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from clausecheck.model import Comparison, Review

#: Characters that may not reach a terminal or a reader's eye raw; JSON can escape them without changing the data.
_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def render_json(review: Review) -> bytes:
    """The review as `clausecheck.review/1`, indented, in UTF-8, with a line feed at its end."""
    return _write(review.model_dump(mode="json", by_alias=True))


def render_json_array(reviews: Sequence[Review]) -> bytes:
    """Reviews of separate contracts as an array of `clausecheck.review/1`, in the order given."""
    return _write([review.model_dump(mode="json", by_alias=True) for review in reviews])


def render_comparison_json(comparison: Comparison) -> bytes:
    """The comparison as `clausecheck.comparison/1`."""
    return _write(comparison.model_dump(mode="json", by_alias=True))


def _write(data: Any) -> bytes:
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return (_ESCAPED.sub(_escape, text) + "\n").encode()


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
