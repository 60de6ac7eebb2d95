"""How HTML reports look on a screen and on paper: a quiet serif page, light rules, colour only beside a word."""

from __future__ import annotations

from clausecheck.report.words import COLOURS

STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 3rem 2rem 5rem; max-width: 58rem; color: #1c1f23; background: #fff;
  font: 16px/1.55 Charter, "Bitstream Charter", "Iowan Old Style", Georgia, "Liberation Serif", serif; }
body.wide { max-width: 100rem; }
h1, h2, h3, th, .facts dt, .verdict, .place, .note, nav, .box, .badge, .clause
  { font-family: "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.25; font-weight: 600; margin: 0 0 .6rem; }
h2 { font-size: 1.2rem; font-weight: 600; margin: 3rem 0 .9rem; padding-bottom: .35rem;
  border-bottom: 1px solid #1c1f23; }
h3 { font-size: 1rem; font-weight: 600; margin: 1.8rem 0 .5rem; }
p { margin: .5rem 0; }
.note { color: #4a4f57; font-size: .84rem; line-height: 1.5; }
a { color: inherit; text-decoration-color: #9aa1ab; text-underline-offset: .15em; }
nav { font-size: .84rem; margin: 1.5rem 0; padding: .8rem 0; border: solid #d9dce1; border-width: 1px 0; }
nav { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0 1.2rem; font-size: .92rem; table-layout: fixed; }
th { text-align: left; font-size: .74rem; font-weight: 600; color: #4a4f57; padding: .35rem .7rem .35rem 0;
  border-bottom: 1px solid #8b919b; vertical-align: bottom; }
td { padding: .45rem .7rem .45rem 0; border-bottom: 1px solid #e3e5e9; vertical-align: top; overflow-wrap: anywhere; }
.facts { display: grid; grid-template-columns: 10.5rem 1fr; gap: .35rem 1rem; margin: .9rem 0; }
.facts dt { font-size: .8rem; color: #4a4f57; padding-top: .15rem; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
blockquote { margin: .9rem 0; padding: .1rem 0 .1rem 1.1rem; border-left: 3px solid #c3c8d0; overflow-wrap: anywhere; }
.place { color: #4a4f57; font-size: .78rem; }
.finding { margin: 2.2rem 0; padding-top: 1.1rem; border-top: 1px solid #c3c8d0; }
.finding h3 { margin: .2rem 0 .1rem; font-size: 1.12rem; }
.clause { color: #5f6368; font-size: .78rem; }
.position { margin: .15rem 0 .6rem; }
.verdict { font-weight: 600; font-size: .84rem; white-space: nowrap; }
.badge { display: inline-block; font-size: .76rem; font-weight: 600; border: 1px solid #8b919b; border-radius: 2px;
  padding: .05rem .4rem; }
ins { text-decoration: underline; text-underline-offset: .15em; background: #e8f0ea; }
del { text-decoration: line-through; color: #6b3a36; background: #f6ebea; }
.difference { margin: .5rem 0 1rem; padding: .7rem .9rem; background: #f7f8f9; overflow-wrap: anywhere; }
.box { display: flex; flex-wrap: wrap; gap: .4rem 2rem; margin: 1rem 0 0; padding: .6rem .8rem;
  border: 1px solid #8b919b; font-size: .84rem; }
.box span.line { flex: 1 1 7rem; border-bottom: 1px dotted #8b919b; min-width: 7rem; }
footer { margin-top: 3rem; padding-top: .8rem; border-top: 1px solid #1c1f23; }
.side th:first-child, .side td:first-child { position: sticky; left: 0; background: #fff; }
.side { min-width: 54rem; }
tbody th { vertical-align: top; font-size: .82rem; color: #1c1f23; padding-top: .5rem; border-bottom-color: #e3e5e9; }
tbody th .clause { font-weight: 400; }
@media (max-width: 40rem) { body { padding: 1.2rem; } .facts { grid-template-columns: 1fr; } }
@media print {
  @page { margin: 20mm 18mm; }
  body { padding: 0; max-width: none; font-size: 10.5pt; }
  nav { display: none; }
  body.wide { font-size: 8.5pt; }
  h2, h3, .finding { break-after: avoid; }
  tr, .box, .difference { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; } .side { min-width: 0; }
  .wide { page: wide; } @page wide { size: A4 landscape; }
}
""" + "".join(f".{verdict} {{ color: #{colour}; }}\n" for verdict, colour in COLOURS.items())
