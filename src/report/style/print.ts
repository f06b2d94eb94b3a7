import { type Context, dateOf } from '../context.ts';

/**
 * On A4: light, the overview on one sheet and each indicator on one, no picture cut in two. The grounds of a verdict are
 * printed whether folded out or not; the figures of pictures only when the reader has folded them out.
 */
export const PRINT = `
@page { size: A4; margin: 9mm 13mm 12mm; }
@media print {
  html { font-size: 8.6pt; }
  body { background: none; line-height: 1.36; }
  header, main { max-width: none; padding: 0; }
  h1 { font-size: 19pt; }
  h2 { font-size: 14pt; }
  .lead { font-size: 11pt; }
  .skip, .to-top, .download, .unseen, footer { display: none; }
  .badge, .chip, .six li, .years li, .banner, .named { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .row, .years, .source dl > div, tr, h2, h3, .unmeasured dl > div, .guide dl > div { break-inside: avoid; }
  h1, h2, h3, .ambition, .verdict, summary, caption { break-after: avoid; }
  .rows { font-size: 8pt; table-layout: fixed; margin-top: 3mm; }
  .rows thead { display: table-header-group; }
  .rows thead th, .rows .goal th, .rows .plan-words, .rows .badge { font-size: 7.5pt; }
  .rows .item-title { font-size: 9pt; }
  .rows th, .rows td { padding: 0.8mm 1.6mm; }
  .rows thead th:nth-child(1) { width: 33%; }
  .rows thead th:nth-child(2) { width: 13%; }
  .rows thead th:nth-child(3) { width: 30%; }
  .rows thead th:nth-child(4) { width: 13%; }
  .rows thead th:nth-child(5) { width: 11%; }
  .rows thead th:nth-child(6), .rows .changed { display: none; }
  .six .symbol { width: 2.6mm; height: 2.6mm; }
  .chips { margin-top: 1mm; }
  .changes { margin-top: 4mm; }
  .changes h2 { font-size: 10pt; }
  .changes li:nth-child(n + 3) { display: none; }
  .changes li { font-size: 8pt; margin-top: 0.6mm; }
  .changes .quiet { display: none; }
  figure details:not([open]), .past details:not([open]) { display: none; }
  .indicator, .unmeasured, .guide { max-width: none; border: 0; border-radius: 0; padding: 0; margin: 0; break-before: page; }
  .guide { break-before: auto; margin-top: 6mm; }
  .indicator > details::details-content { content-visibility: visible; display: flex; flex-wrap: wrap; gap: 0 5mm; block-size: auto; }
  .indicator > details:not([open]):not(.verdict-grounds) { display: none; }
  .facts, .meaning, .sentence, .ambition { max-width: none; }
  .facts { font-size: 8pt; gap: 0.5mm; margin-top: 1.2mm; }
  .meaning { margin-bottom: 1mm; }
  .facts > div { grid-template-columns: 30mm 1fr; gap: 3mm; }
  .verdict { margin: 2mm 0 1mm; }
  .picture { margin-top: 3mm; }
  .chart.wide { max-height: 70mm; width: auto; max-width: 100%; }
  .figures:has(> .picture + .picture) { display: grid; grid-template-columns: 1fr 1fr; gap: 0 6mm; }
  .figures > .picture { min-width: 0; }
  .indicator p, .indicator dd { line-height: 1.3; }
  .figures:has(> .picture + .picture) .chart.wide { display: none; }
  .figures:has(> .picture + .picture) .chart.narrow { display: block; max-width: 100%; max-height: 64mm; }
  .figures:has(.picture) .picture.picture.long .chart, .picture.long .key { display: none; }
  .indicator .picture.long details { display: block; }
  .picture.long summary { display: none; }
  .picture.long details::details-content { content-visibility: visible; display: block; block-size: auto; }
  .picture.long .scroll { max-width: none; }
  .six { gap: 0.3mm; }
  .six li { padding: 0.3mm; }
  .key, .remarks, .annotations, .annotations-title { font-size: 7.5pt; margin-block: 0.5mm; }
  .past { margin-top: 1mm; }
  .past { display: flex; gap: 3mm; align-items: baseline; }
  .past h3 { flex: none; font-size: 8pt; }
  .indicator .notes { margin-top: 0.8mm; }
  .indicator h2 { font-size: 13pt; }
  .indicator .notes li { font-size: 7.5pt; padding: 0 1.5mm; }
  .indicator > details summary { padding: 0; font-size: 8pt; }
  .indicator > details p { font-size: 7.5pt; margin-top: 1mm; }
  .years { gap: 1mm; margin-top: 1mm; }
  .years li { font-size: 7.5pt; padding: 0 1.2mm; }
  .past + details { margin-top: 1.2mm; }
  details { margin-top: 1.2mm; padding-top: 0.6mm; }
  .indicator table { font-size: 7pt; line-height: 1.15; }
  .indicator th, .indicator td { padding: 0.15mm 2mm 0.15mm 0; }
  .indicator .figure { padding: 0.15mm 0 0.15mm 2mm; }
  caption { padding-bottom: 0.5mm; }
  .scroll { overflow: visible; margin-top: 1mm; flex: 0 1 auto; max-width: 58mm; }
  .scroll table { min-width: 0; }
  .guide, .unmeasured { font-size: 8pt; }
  .guide dl, .unmeasured dl { gap: 0.6mm; margin-top: 1.5mm; }
  .guide h3 { margin-top: 2mm; }
  .source { margin-top: 1.2mm; padding-top: 0.5mm; font-size: 7pt; line-height: 1.25; }
  .source h3 { display: none; }
  .source dl, .source dl > div { display: inline; }
  .source dt, .source dd, .source ul, .source li { display: inline; }
  .source dt::after { content: ': '; }
  .source dl > div:not(:last-child) > dd::after, .source li:not(:last-child)::after { content: ';'; }
  summary { list-style: none; color: inherit; }
  summary::-webkit-details-marker { display: none; }
  a { color: inherit; text-decoration: none; }
}
`;

/** What stands at the foot of each printed sheet: whose plan, of which day, and which sheet of how many. */
export function pageFoot(context: Context): string {
  const { texts, input } = context;
  const { page, of } = texts.first.pageOf;
  const whose = `${input.plan.title}, ${input.municipality}. ${dateOf(context, input.checkedAt ?? input.madeAt)}`;
  const font = 'font: 8pt sans-serif; color: #444;';
  return `
@page {
  @bottom-left { content: ${cssText(whose)}; ${font} }
  @bottom-right { content: ${cssText(`${page} `)} counter(page) ${cssText(` ${of} `)} counter(pages); ${font} }
}
`;
}

/** A text as CSS has it: whatever could end it, or the style sheet, is written as its number. */
function cssText(text: string): string {
  return `"${text.replaceAll(/[^\p{L}\p{N} .,–-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 32).toString(16)} `)}"`;
}
