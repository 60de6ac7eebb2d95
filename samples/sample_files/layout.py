"""What each sample looks like: the running header and footer, the type face, and which files are made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Layout:
    """The look of one sample. `date` is written into the files as their date of making (year, month, day)."""

    folder: str
    title: str
    header_left: str
    header_right: str
    footer_left: str
    date: tuple[int, int, int]
    font: str = "Libertinus Serif"
    size: float = 11.0
    paper: str = "us-letter"
    justify: bool = True
    hyphenate: bool = False
    docx: bool = False


LAYOUTS = (
    Layout(
        folder="meridian-any-lawful-use",
        title="Contract for Generative Artificial Intelligence Capabilities",
        header_left="Contract No. MCAO-27-C-0038",
        header_right="Mission Computing Acquisition Office",
        footer_left="Generative AI Capabilities: Meridian Reasoning Systems, Inc.",
        date=(2026, 9, 24),
    ),
    Layout(
        folder="calloway-negotiated",
        title="Agreement for Hosted Model Services",
        header_left="Agreement No. DA-7R41-2026-0119",
        header_right="Execution version",
        footer_left="Calloway / Department: Hosted Model Services",
        date=(2026, 9, 14),
        font="New Computer Modern",
        size=10.5,
        justify=False,
        docx=True,
    ),
    Layout(
        folder="ostrava-red-lines",
        title="Master Licence and Services Agreement",
        header_left="Ostrava Intelligence SE",
        header_right="Reference OI-GOV-2026-014",
        footer_left="Master Licence and Services Agreement",
        date=(2026, 10, 30),
        size=11.5,
        hyphenate=True,
    ),
)
