/**
 * On A4: light, one indicator after the other, no picture cut in two. The grounds of a verdict are printed whether folded
 * out or not; the figures of pictures only when the reader has folded them out.
 */
export const PRINT = `
@page { size: A4; margin: 16mm 15mm; }
@media print {
  html { font-size: 10pt; }
  body { background: none; }
  header, main { max-width: none; padding: 0; }
  .skip, .to-top { display: none; }
  .badge, .tally li, .years li, .item { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .item, .years, .source dl > div, tr, h2, h3, .unmeasured dl > div, .guide dl > div { break-inside: avoid; }
  h1, h2, h3, .ambition, .verdict, summary, caption { break-after: avoid; }
  .items { display: block; }
  .item { margin-bottom: 0.6rem; }
  figure details:not([open]), .past details:not([open]) { display: none; }
  .goal { margin-top: 1.6rem; }
  .item { grid-template-columns: 11rem 1fr 13rem; padding: 0.6rem 0.9rem; }
  .indicator, .unmeasured, .guide { border: 0; border-radius: 0; padding: 0; break-before: page; }
  .guide { break-before: auto; margin-top: 2rem; }
  .indicator > details::details-content { content-visibility: visible; display: block; block-size: auto; }
  summary { list-style: none; color: inherit; }
  summary::-webkit-details-marker { display: none; }
  .scroll { overflow: visible; }
  a { color: inherit; text-decoration: none; }
}
`;
