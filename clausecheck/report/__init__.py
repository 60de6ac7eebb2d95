"""Review or comparison → bytes, one file per format.

`FORMATS` and `COMPARISON_FORMATS` name the formats there are; nothing else needs to know how they are made.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from clausecheck.model import Comparison, Review
from clausecheck.report.as_docx import render_docx
from clausecheck.report.as_html import render_html
from clausecheck.report.as_html_comparison import render_comparison_html
from clausecheck.report.as_json import render_comparison_json, render_json, render_json_array
from clausecheck.report.as_table import print_comparison, print_review, render_comparison_table, render_table
from clausecheck.report.as_xlsx import render_comparison_xlsx, render_xlsx

__all__ = [
    "COMPARISON_FORMATS", "FORMATS", "ComparisonFormat", "ReviewFormat", "print_comparison", "print_review",
    "render_comparison_html",
    "render_comparison_json", "render_comparison_table", "render_comparison_xlsx", "render_docx", "render_html",
    "render_json", "render_json_array", "render_table", "render_xlsx",
]

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HTML, _JSON, _TEXT = "text/html; charset=utf-8", "application/json", "text/plain; charset=utf-8"


class ReviewFormat(NamedTuple):
    """How a review is written: the function, its media type, the file's ending with its dot."""

    render: Callable[[Review], bytes]
    media_type: str
    ending: str


class ComparisonFormat(NamedTuple):
    """How a comparison is written: the function, its media type, the file's ending with its dot."""

    render: Callable[[Comparison], bytes]
    media_type: str
    ending: str


FORMATS: dict[str, ReviewFormat] = {
    "table": ReviewFormat(render_table, _TEXT, ".txt"),
    "json": ReviewFormat(render_json, _JSON, ".json"),
    "html": ReviewFormat(render_html, _HTML, ".html"),
    "docx": ReviewFormat(render_docx, _DOCX, ".docx"),
    "xlsx": ReviewFormat(render_xlsx, _XLSX, ".xlsx"),
}
COMPARISON_FORMATS: dict[str, ComparisonFormat] = {
    "table": ComparisonFormat(render_comparison_table, _TEXT, ".txt"),
    "html": ComparisonFormat(render_comparison_html, _HTML, ".html"),
    "json": ComparisonFormat(render_comparison_json, _JSON, ".json"),
    "xlsx": ComparisonFormat(render_comparison_xlsx, _XLSX, ".xlsx"),
}
