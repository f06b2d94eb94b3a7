/**
 * The charts. In forced colours all marks take the system's: what they mean is told by shape, fill and dash alone. On
 * paper a chart is as wide as the page, so that its texts can be read, and is not cut in two.
 */
export const CHARTS = `
.picture { --margin: rgba(138, 122, 92, 0.3); --edge: #8a7a5c; margin-top: 2.25rem; }
figcaption { font-weight: 600; max-width: 46rem; }
.key { display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; margin: 0.45rem 0 0.9rem; font-size: 0.875rem; color: var(--muted); }
.key li { display: inline-flex; align-items: center; gap: 0.45rem; }
.sign { flex: none; width: 1.75rem; height: 1.25rem; }
.letter { min-width: 1.75rem; text-align: center; color: var(--ink); font-size: 0.75rem; }
.chart { display: block; width: 100%; height: auto; overflow: visible; }
.chart.narrow { max-width: 30rem; }
.chart.wide { display: none; }
.remarks, .annotations, .annotations-title { max-width: 46rem; font-size: 0.9rem; color: var(--muted); }
.remarks, .annotations-title { margin-top: 0.6rem; }
.annotations { margin: 0.2rem 0 0; padding-left: 1.6rem; list-style: decimal; }
@media (min-width: 46rem) {
  .chart.narrow { display: none; }
  .chart.wide { display: block; }
}
@media screen and (prefers-color-scheme: dark) {
  .picture { --margin: rgba(192, 173, 134, 0.32); --edge: #c0ad86; }
}
@media (forced-colors: active) {
  .picture {
    --own: CanvasText; --peers: CanvasText; --muted: CanvasText; --ink: CanvasText; --axis: CanvasText; --edge: CanvasText;
    --line: GrayText; --surface: Canvas; --shade: transparent; --margin: transparent;
  }
  .chart, .sign { forced-color-adjust: none; }
}
@media print {
  .picture { margin-top: 1.4rem; }
  .picture, .chart, .key { break-inside: avoid; }
  figcaption, .key { break-after: avoid; }
  .chart, .sign { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .chart.narrow { display: none; }
  .chart.wide { display: block; max-width: none; }
}
`;
