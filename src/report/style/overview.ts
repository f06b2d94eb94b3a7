/** The first screen: where the plan stands, and all indicators in one table that becomes cards where it is narrow. */
export const OVERVIEW = `
.banner { margin-bottom: 0.3rem; padding: 0.1rem 0.8rem; border: 2px solid var(--part); border-radius: 0.4rem; background: var(--part-ground); color: var(--part); font-size: 0.95rem; }
.chips { display: flex; flex-wrap: wrap; gap: 0.4rem; }
.chip { display: inline-flex; align-items: center; gap: 0.4rem; padding: 0.15rem 0.75rem; border-radius: 0.4rem; color: var(--tone); background: var(--tone-ground); font-size: 0.9rem; font-weight: 600; text-decoration: none; }
.chip:hover { text-decoration: underline; }
.rows { width: 100%; margin-top: 0.5rem; border: 1px solid var(--line); background: var(--surface); font-size: 0.8rem; line-height: 1.28; overflow-wrap: break-word; }
.rows th, .rows td { padding: 0.2rem 0.5rem; }
.rows thead th { font-size: 0.75rem; color: var(--muted); }
.rows .goal th { padding-block: 0.1rem; background: var(--ground); font-weight: 600; font-size: 0.76rem; color: var(--muted); }
.rows .named { border-left: 4px solid var(--tone); }
.row:target { outline: 3px solid var(--focus); outline-offset: -3px; }
.row { scroll-margin-top: 1rem; }
.rows .item-title { font-size: 0.86rem; }
.rows .plan-words { display: block; color: var(--muted); font-size: 0.75rem; }
.rows .badge { font-size: 0.8rem; padding: 0.05rem 0.55rem; white-space: normal; border-radius: 0.7rem; }
.rows strong { font-weight: 650; }
.rows em { font-style: normal; font-weight: 600; color: var(--muted); border: 1px solid var(--axis); border-radius: 0.3rem; padding: 0 0.3rem; }
.whose { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; }
.six { display: flex; gap: 0.15rem; }
.six li { display: inline-flex; padding: 0.16rem; border-radius: 0.2rem; color: var(--tone); background: var(--tone-ground); }
.six .symbol { width: 0.95rem; height: 0.95rem; }
.cell-label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.changes { margin-top: 1.5rem; }
.changes h2 { font-size: 1.1rem; }
.changes li { margin-top: 0.3rem; font-size: 0.92rem; }
.facts { margin-top: 1.1rem; display: grid; gap: 0.4rem; max-width: 56rem; font-size: 0.95rem; }
.facts dt { font-weight: 600; }
.where { color: var(--muted); font-size: 0.85rem; margin-bottom: 0.2rem; }
.meaning { max-width: 46rem; margin-bottom: 0.5rem; }
@media (min-width: 46rem) {
  .facts > div { display: grid; grid-template-columns: 11rem 1fr; gap: 1rem; }
}
@media screen and (min-width: 64rem) {
  .rows { table-layout: fixed; }
  .rows thead th:nth-child(1) { width: 36%; }
  .rows thead th:nth-child(2) { width: 11.5%; }
  .rows thead th:nth-child(4) { width: 10.6%; }
  .rows thead th:nth-child(5) { width: 8.4%; }
  .rows thead th:nth-child(6) { width: 9.5%; }
}
@media screen and (max-width: 63.99rem) {
  .rows, .rows tbody, .rows tr, .rows th, .rows td { display: block; border: 0; }
  .rows { border: 0; background: none; font-size: 0.95rem; min-width: 0; }
  .rows thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .rows .goal th { background: none; padding: 0.9rem 0 0.3rem; font-size: 0.9rem; }
  .row { background: var(--surface); border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 0.5rem; margin-top: 0.6rem; padding: 0.5rem 0.2rem; }
  .rows tr.row { border: 1px solid var(--line); border-left: 4px solid var(--tone); }
  .rows .named { border-left: 0; }
  .rows .item-title { font-size: 1.05rem; }
  .rows .plan-words { font-size: 0.9rem; }
  .rows .badge { font-size: 0.9rem; }
  .rows .latest, .rows .next, .rows .changed { display: flex; flex-wrap: wrap; gap: 0.2rem 0.6rem; font-size: 0.88rem; }
  .rows .latest .cell-label, .rows .next .cell-label, .rows .changed .cell-label { position: static; width: auto; height: auto; clip-path: none; color: var(--muted); }
}
@media (forced-colors: active) {
  .chip, .banner { border: 1px solid; }
  .six li { outline: 1px solid; outline-offset: -1px; }
}
`;
