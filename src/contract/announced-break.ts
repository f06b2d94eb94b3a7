import { parseTimePeriod } from '../model/time-period.ts';

/** How notes in the two Norwegian languages and in English say that figures are no longer comparable. */
const ANNOUNCES = new RegExp(
  [
    'brudd|\\bbrot\\b',
    '(?:ikke|ikkje)\\s+(?:\\S+\\s+){0,2}?(?:sammenli[kg]n|samanlikn)',
    'ny(?:e|tt)?\\s+(?:definisjon|datakilde|datakjelde|datagrunnlag|metode)',
    '(?:definisjon|datakild|datakjeld|datagrunnlag)\\S*\\s+(?:er|ble|blei|vart|har)\\s+(?:blitt\\s+)?(?:endr|lagt om|ny)',
    '(?:endret|endra|omlagt|omlagd)\\s+(?:definisjon|datakild|datakjeld|datagrunnlag|metode)',
    'break in|not\\s+(?:\\S+\\s+){0,2}?comparable|new\\s+(?:definition|data source)|data source (?:has|was) changed',
  ].join('|'),
  'i',
);
const FROM = /(?:fra(?:\s+og\s+med)?|f\.?o\.?m\.?|frå(?:\s+og\s+med)?|from|siden|since)\s+(?:\S+\s+){0,2}?(\d{4})/i;

/** Does a note say that figures from some time on cannot be compared with those before? Judged by its words alone. */
export function announcesBreak(note: string): boolean {
  return ANNOUNCES.test(note);
}

/**
 * Code of the first period after the break that a note announces, in the form of the table's last period: of the year
 * it says "from", else of the latest year it names, else the last period. `null` where the table names no period.
 */
export function breakPeriodOf(note: string, lastPeriod: string | null): string | null {
  const last = lastPeriod === null ? null : parseTimePeriod(lastPeriod);
  if (lastPeriod === null || last === null) return lastPeriod;
  const named = [...note.matchAll(/\b(?:19|20)\d{2}\b/g)].map(([year]) => Number(year));
  const possible = named.filter((year) => year <= last.year);
  const from = Number(FROM.exec(note)?.[1]);
  const year = possible.includes(from) ? from : Math.max(...possible);
  if (possible.length === 0 || year === last.year) return lastPeriod;
  return lastPeriod
    .replace(/^\d{4}/, String(year))
    .replace(/(?<=[A-Z])\d+$/, (digits) => '1'.padStart(digits.length, '0'));
}
