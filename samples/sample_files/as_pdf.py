"""A sample as PDF, set with typst and the type faces that typst carries."""

from __future__ import annotations

import json

import typst

from sample_files.layout import Layout
from sample_files.source import Block, Run

_PREAMBLE = """
#set document(title: {title}, date: datetime(year: {year}, month: {month}, day: {day}))
#set text(font: {font}, size: {size}pt, lang: "en", hyphenate: {hyphenate})
#set par(justify: {justify}, leading: 0.62em, spacing: 0.95em)
#set page(
  paper: {paper},
  margin: (x: 1in, top: 1.05in, bottom: 1in),
  header: context if here().page() > 1 [
    #set text(size: 8.5pt)
    #{header_left} #h(1fr) #{header_right}
    #v(-0.75em) #line(length: 100%, stroke: 0.4pt)
  ],
  footer: context [
    #set text(size: 8.5pt)
    #line(length: 100%, stroke: 0.4pt) #v(-0.65em)
    #{footer_left} #h(1fr) Page #counter(page).display() of #counter(page).final().first()
  ],
)
#let clause(depth, label, body) = pad(
  left: (0em, 0em, 2.6em, 4.8em).at(depth),
  {{
    let width = (2em, 2.6em, 2.2em, 2.2em).at(depth)
    par(hanging-indent: width)[#box(width: width)[#label]#body]
  }},
)
#let article(body) = block(above: 1.7em, below: 1em, sticky: true, text(weight: "bold", body))
#let annex(body) = {{ pagebreak(weak: true); align(center, text(weight: "bold", size: 1.1em, body)); v(0.6em) }}
#let ruled(columns, align, ..cells) = block(above: 1.1em, below: 1.2em, {{
  set par(justify: false)
  set text(size: 0.88em, hyphenate: false)
  show table.cell.where(y: 0): strong
  table(columns: columns, align: align, stroke: 0.5pt, inset: 5pt,
    fill: (_, row) => if row == 0 {{ luma(228) }}, ..cells)
}})
#let signatures(..cells) = block(above: 2em, breakable: false, {{
  set par(justify: false)
  table(columns: (1fr, 1fr), stroke: (x, y) => if y > 0 {{ (bottom: 0.4pt + luma(120)) }}, inset: (x: 4pt, y: 9pt), ..cells)
}})
"""


def make_pdf(blocks: list[Block], layout: Layout) -> bytes:
    """The PDF file of one sample."""
    year, month, day = layout.date
    names = {name: json.dumps(getattr(layout, name), ensure_ascii=False) for name in
             ("title", "font", "size", "hyphenate", "justify", "paper", "header_left", "header_right", "footer_left")}
    front = next(i for i, block in enumerate(blocks) if block.kind == "rule")
    body = [_title_page(blocks[:front]), "#pagebreak()", *(_block(block) for block in blocks[front + 1:])]
    source = _PREAMBLE.format(year=year, month=month, day=day, **names) + "\n\n".join(body)
    return bytes(typst.compile(source.encode(), ignore_system_fonts=True))


def _title_page(blocks: list[Block]) -> str:
    lines = ["#v(1.1in)", "#set par(justify: false, spacing: 1.5em)", "#set text(hyphenate: false)"]
    for block in blocks:
        if block.kind == "title":
            lines.append(f'#align(center, text(size: 1.75em, weight: "bold")[{_runs(block.runs)}])\n#v(0.4em)')
        elif block.kind == "table":
            lines.append("#v(0.8em)\n#align(center, box(width: 92%)[" + _block(block) + "])")
        else:
            lines.append(f"#align(center, box(width: 82%)[{_runs(block.runs)}])")
    return "#[\n" + "\n".join(lines) + "\n]"


def _block(block: Block) -> str:
    if block.kind == "heading":
        name = "annex" if block.text.startswith(("ANNEX", "EXHIBIT", "SCHEDULE")) else "article"
        return f"#{name}[{_runs(block.runs)}]"
    if block.kind == "table":
        return _table(block)
    if block.label:
        return f"#clause({block.depth}, {json.dumps(block.label)}, [{_runs(block.runs)}])"
    return f"#par[{_runs(block.runs)}]"


def _table(block: Block) -> str:
    cells = ", ".join(json.dumps(cell, ensure_ascii=False) for row in block.rows for cell in row)
    if block.is_signature:
        return f"#signatures({cells})"
    columns = list(zip(*block.rows, strict=True))
    # A column of figures or short words takes what it needs, the others share the rest.
    widths = ["auto" if max(map(len, column)) <= 14 else f"{min(max(map(len, column)), 60)}fr" for column in columns]
    widths = widths if any("fr" in width for width in widths) else [f"{max(map(len, c))}fr" for c in columns]
    aligns = ["right" if any(cell.startswith("$") for cell in column) and len(columns) > 2 else "left"
              for column in columns]
    return f"#ruled(({', '.join(widths)},), ({', '.join(aligns)},), {cells})"


def _runs(runs: tuple[Run, ...]) -> str:
    wrap = {"": "#{0}", "bold": "#strong({0})", "italic": "#emph({0})"}
    return "".join(wrap[kind].format(json.dumps(words, ensure_ascii=False)) for words, kind in runs)
