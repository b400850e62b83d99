"""How the page looks, on a screen and on paper; no meaning is carried by a colour alone."""

STYLE = """
:root { --line: #c9ced6; --head: #eef1f5; --ins: #dff3e4; --del: #fbe3e3; --quiet: #596070; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 78rem; padding: 1.5rem; color: #1b1f27; background: #fff;
  font: 15px/1.6 "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo", sans-serif;
  word-break: keep-all; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; border-bottom: 2px solid #1f3864; }
h3 { font-size: 1rem; margin: 1.4rem 0 .4rem; }
a { color: #1f4e9c; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; margin: 0; }
dt { color: var(--quiet); } dd { margin: 0; }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; padding: 0; list-style: none; }
table { border-collapse: collapse; width: 100%; font-size: .87rem; margin: .3rem 0 1rem; }
caption { text-align: left; color: var(--quiet); padding: .1rem 0 .3rem; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left;
  vertical-align: top; }
thead th { background: var(--head); text-align: center; vertical-align: middle; }
td.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.kind, td.unit { white-space: nowrap; text-align: center; }
td ul { margin: 0; padding-left: 1.1em; }
th.figure { min-width: 10rem; } td.word { word-break: keep-all; overflow-wrap: normal; }
td.places { min-width: 20rem; } .cause { white-space: nowrap; } td.causes { min-width: 7rem; }
tr.total th, tr.total td.number { font-weight: 700; } tbody th { font-weight: 500; }
details { margin: .6rem 0; } summary { cursor: pointer; }
del + ins { margin-left: .3em; }
ins { background: var(--ins); text-decoration: underline; text-underline-offset: .15em; }
del { background: var(--del); text-decoration: line-through; }
.wide { overflow-x: auto; }
.quiet { color: var(--quiet); font-weight: 400; }
.name { color: var(--quiet); font-weight: 400; font-size: .8rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
ol.texts { list-style: none; padding: 0; margin: 0; }
ol.texts li { display: grid; grid-template-columns: 3.4rem 1fr; gap: .6rem;
  padding: .25rem 0; border-bottom: 1px solid #eceff3; }
.badge { justify-self: start; align-self: start; border: 1px solid var(--line);
  border-radius: .2rem; padding: 0 .4rem; font-size: .8rem; background: var(--head); }
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  h2, h3, caption { break-after: avoid; } tr, li { break-inside: avoid; }
  thead { display: table-header-group; } .wide { overflow: visible; } nav { display: none; }
  a { color: inherit; text-decoration: none; }
  ins, del, thead th, .badge { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
