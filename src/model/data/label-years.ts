/** `(2020-2023)`, `(-2019)` or `(2024-)` at the end of a label, with any dash. */
export const YEARS_IN_LABEL = /\(\s*(\d{4})?\s*[-‐‑–—]\s*(\d{4})?\s*\)\s*$/u;

/** Last year of a region by its label, such as 2023 of `Elvebyen (2020-2023)`; `null` where the label says none. */
export function lastYearInLabel(label: string): number | null {
  const year = YEARS_IN_LABEL.exec(label)?.[2];
  return year === undefined ? null : Number(year);
}
