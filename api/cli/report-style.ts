/** The style sheet of a mailed report: quiet, readable on a phone, in the dark and on A4 in black and white. */

export const REPORT_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --raised: #ffffff; --ink: #1c1f26; --soft: #535862; --edge: #d8d5cc; --strong-edge: #7c8089;
  --accent: #0b5a7d; --grid: #e3e0d8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181d; --raised: #1e2128; --ink: #ece9e2; --soft: #b3b0a8; --edge: #3a3e47; --strong-edge: #8b8f98;
    --accent: #7cc4e4; --grid: #31353e;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
}
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.375rem; line-height: 1.25; margin: 2.5rem 0 0.75rem; }
p, li { max-width: 66ch; }
p { margin: 0 0 0.75rem; }
.subtitle { color: var(--soft); }
.lead p { font-size: 1.25rem; line-height: 1.4; border-left: 4px solid var(--accent); padding-left: 1rem; }
figure { margin: 1rem 0; max-width: 29rem; }
figcaption { color: var(--soft); font-size: 0.875rem; }
svg { display: block; width: 100%; height: auto; font-family: inherit; }
svg text { fill: var(--ink); font-size: 13px; }
svg .label { font-weight: 600; }
svg .figures, svg .tick { fill: var(--soft); font-size: 12px; }
svg .grid { stroke: var(--grid); }
svg .track { stroke: var(--edge); }
svg .limits { stroke: var(--strong-edge); stroke-width: 2; }
svg .before { fill: var(--paper); stroke: var(--ink); stroke-width: 2; }
svg .after { fill: var(--ink); stroke: var(--ink); stroke-width: 2; }
.table { overflow-x: auto; margin: 1rem 0; }
.table:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding-bottom: 0.5rem; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.6rem; border-bottom: 1px solid var(--edge); }
thead th { border-bottom: 2px solid var(--strong-edge); }
tbody th { font-weight: 600; min-width: 7rem; }
td { min-width: 4.5rem; }
.suppressed {
  color: var(--ink); font-style: italic;
  background: repeating-linear-gradient(45deg, transparent 0 6px, var(--grid) 6px 7px);
}
@media (max-width: 30rem) {
  th, td { padding: 0.4rem 0.3rem; }
  tbody th { min-width: 6rem; }
  td { min-width: 4rem; }
}
ul { padding-left: 1.25rem; }
li { margin-bottom: 0.4rem; }
@media print {
  @page { size: A4; margin: 16mm 14mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
  :root { --paper: #ffffff; --raised: #ffffff; --ink: #000000; --soft: #333333; --edge: #999999; --strong-edge: #555555; --grid: #cccccc; --accent: #000000; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  h2 { break-after: avoid; margin-top: 1.5rem; }
  figure { max-width: 105mm; break-inside: avoid; }
  tr, li, .short { break-inside: avoid; }
  caption, thead { break-after: avoid; }
  thead { display: table-header-group; }
  .table { overflow: visible; }
  table { font-size: 8.5pt; }
  .wide table { font-size: 7.5pt; }
  th, td { padding: 0.2rem 0.35rem; }
  tbody th, td { min-width: 0; }
}
`;
