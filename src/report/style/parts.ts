/** The overview, the sections, the tables and the pictures. */
export const PARTS = `
.ambition { margin-top: 0.35rem; max-width: 46rem; }
.value { font-size: 1.3rem; font-weight: 650; line-height: 1.3; }
.notes { display: flex; flex-wrap: wrap; gap: 0.4rem; margin-top: 0.6rem; }
.notes li { padding: 0.1rem 0.6rem; border: 1px solid var(--axis); border-radius: 0.35rem; font-size: 0.85rem; color: var(--muted); }
.item-title { font-weight: 650; line-height: 1.3; }
.indicator, .unmeasured, .guide { max-width: 66rem; margin: 3rem auto 0; padding: clamp(1rem, 3vw, 2.25rem); background: var(--surface); border: 1px solid var(--line); border-radius: 0.9rem; scroll-margin-top: 1rem; }
.verdict { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.3rem 1.1rem; margin: 1.25rem 0 0.75rem; }
.sentence { max-width: 46rem; }
.sentence + .quiet { margin-top: 0.4rem; }
.gapnote, .empty { margin-top: 0.9rem; max-width: 46rem; padding-left: 0.9rem; border-left: 3px solid var(--axis); color: var(--muted); }
.past { margin-top: 2.25rem; }
.years { display: flex; flex-wrap: wrap; gap: 0.35rem; margin-top: 0.6rem; }
.years li { display: inline-flex; align-items: center; gap: 0.35rem; padding: 0.1rem 0.55rem; border-radius: 0.35rem; font-size: 0.85rem; font-weight: 600; color: var(--tone); background: var(--tone-ground); }
details { margin-top: 0.9rem; border-top: 1px solid var(--line); padding-top: 0.7rem; }
figure details, .past details { border-top: 0; padding-top: 0; margin-top: 0.6rem; }
summary { cursor: pointer; color: var(--link); font-weight: 550; width: fit-content; padding: 0.15rem 0; }
.past + details { margin-top: 2rem; }
.scroll { overflow-x: auto; overflow-wrap: normal; margin-top: 0.9rem; }
table { border-collapse: collapse; font-size: 0.9rem; min-width: min(100%, 24rem); }
caption { text-align: left; color: var(--muted); padding-bottom: 0.5rem; max-width: 46rem; }
th, td { padding: 0.4rem 1.25rem 0.4rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { font-weight: 600; vertical-align: bottom; }
.figure { text-align: right; padding: 0.4rem 0 0.4rem 1.25rem; }
.source { margin-top: 1.5rem; border-top: 1px solid var(--line); padding-top: 1rem; font-size: 0.9rem; }
.source h3 { font-size: 0.95rem; }
.source dl, .guide dl, .unmeasured dl { margin-top: 0.6rem; display: grid; gap: 0.45rem; }
.source dt { color: var(--muted); }
.unmeasured dl { gap: 1.25rem; margin-top: 1.25rem; }
.unmeasured dt { font-weight: 600; }
.unmeasured dd { margin-top: 0.35rem; max-width: 46rem; }
.guide dl { margin-top: 1rem; gap: 0.7rem; }
.guide h3 { margin-top: 1.75rem; }
.download a { display: inline-block; margin: 0.25rem 1.25rem 0.25rem 0; }
.to-top { margin-top: 1.25rem; font-size: 0.9rem; }
@media (min-width: 46rem) {
  .source dl > div, .guide dl > div { display: grid; grid-template-columns: 15rem 1fr; gap: 1rem; }
}
@media (forced-colors: active) {
  .badge, .years li { border: 1px solid; }
}
@media (prefers-reduced-motion: reduce) {
  html { scroll-behavior: auto; }
}
`;
