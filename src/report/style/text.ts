/** Letters and the space around them. */
export const TEXT = `
* { box-sizing: border-box; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--ground); color: var(--ink); overflow-wrap: anywhere; hyphens: manual;
  font: 1rem/1.6 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Lato, 'Liberation Sans', sans-serif;
  font-variant-numeric: tabular-nums lining-nums;
}
header, main, footer { max-width: 86rem; margin: 0 auto; padding: 0 clamp(0.9rem, 3vw, 1.5rem); }
header { padding-top: 0.6rem; padding-bottom: 0.4rem; }
main { padding-bottom: 3rem; }
footer { padding-bottom: 2rem; }
main:focus { outline: none; }
h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; font-weight: 650; }
h1 { font-size: clamp(1.5rem, 1.2rem + 0.9vw, 1.9rem); letter-spacing: -0.02em; }
h2 { font-size: clamp(1.35rem, 1.15rem + 0.9vw, 1.75rem); letter-spacing: -0.01em; }
h3 { font-size: 1.0625rem; }
a { color: var(--link); text-underline-offset: 0.18em; text-decoration-thickness: 0.07em; }
a:hover { text-decoration-thickness: 0.14em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; border-radius: 2px; }
.lead { font-size: 1.1rem; line-height: 1.35; margin-top: 0.1rem; }
.quiet { color: var(--muted); font-size: 0.9rem; }
header .quiet { margin-top: 0.15rem; font-size: 0.85rem; }
.reach { font-size: 0.85rem; }
.facts .reach { font-size: inherit; }
.overline { display: block; color: var(--muted); font-size: 0.8rem; font-weight: 600; letter-spacing: 0.06em; text-transform: uppercase; margin-bottom: 0.25rem; }
.label { color: var(--muted); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -5rem; background: var(--surface); padding: 0.6rem 1rem; z-index: 1; }
.skip:focus { top: 1rem; }
.symbol { width: 1em; height: 1em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; vertical-align: -0.12em; }
.symbol .solid { fill: currentColor; stroke: none; }
.symbol .dotted { stroke-dasharray: 1.5 3; }
.badge {
  display: inline-flex; align-items: center; gap: 0.45em; padding: 0.2rem 0.7rem; border-radius: 999px; font-size: 0.9rem;
  font-weight: 650; line-height: 1.4; white-space: nowrap; color: var(--tone); background: var(--tone-ground);
}
`;
