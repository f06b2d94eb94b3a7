import { randomNumbers } from './random-numbers.ts';

/** How many regions a made-up table has; everything else about it is the same: 2,160 cells for each region. */
export interface DocumentForm {
  readonly regions: number;
  /** `touched`: other bytes, the same content. `revised`: one number in a thousand is another. */
  readonly edition: 'first' | 'touched' | 'revised';
  /** `sparse`: numbers and symbols as objects keyed by position, a symbol on every cell. Five times the bytes. */
  readonly layout: 'dense' | 'sparse';
}

/** Region 360 × Kjonn 3 × NACE 20 × Contents 2 × Tid 18: close to the 800,000 cells that SSB gives in one reply. */
export const FULL_REGIONS = 360;
export const CELLS_PER_REGION = 3 * 20 * 2 * 18;
export const PERIODS = 18;
/** What the revised edition has that the first has not. */
export const REVISED_ONE_IN = 1000;

const SEED = 7984;
const MISSING_ONE_IN = 20;
const SYMBOLS = [':', '..', '.'];

const codes = (count: number, code: (index: number) => string) => Array.from({ length: count }, (_, n) => code(n));

/** Every dimension with its codes, in the order of the document. */
export function dimensionsOf(regions: number): Readonly<Record<string, readonly string[]>> {
  return {
    Region: codes(regions, (n) => String(1001 + n)),
    Kjonn: ['0', '1', '2'],
    NACE2007: codes(20, (n) => `${String(n * 5).padStart(2, '0')}-${String(n * 5 + 4).padStart(2, '0')}`),
    ContentsCode: ['Sysselsatte', 'Personer'],
    Tid: codes(PERIODS, (n) => String(2008 + n)),
  };
}

/** Labels, roles and units, as in the table's own metadata. */
export function describeTable(regions: number): object {
  const dimensions = dimensionsOf(regions);
  const described = Object.entries(dimensions).map(([id, ids]): readonly [string, object] => {
    const unit = { unit: Object.fromEntries(ids.map((code) => [code, { base: 'personer', decimals: 0 }])) };
    const category = {
      index: Object.fromEntries(ids.map((code, position) => [code, position])),
      label: Object.fromEntries(ids.map((code) => [code, `Navn på ${code}`])),
      ...(id === 'ContentsCode' ? unit : {}),
    };
    return [id, { label: id.toLowerCase(), category }];
  });
  return {
    version: '2.0',
    class: 'dataset',
    label: '99001: Oppdiktet tabell',
    source: 'Oppdiktet',
    updated: '2026-02-26T07:00:00Z',
    role: { time: ['Tid'], geo: ['Region'], metric: ['ContentsCode'] },
    id: Object.keys(dimensions),
    size: Object.values(dimensions).map((ids) => ids.length),
    dimension: Object.fromEntries(described),
  };
}

/** How many numbers of the revised edition differ from the first. */
export function countRevised(regions: number): number {
  return regions === 0 ? 0 : cells({ regions, edition: 'revised', layout: 'dense' }).revised;
}

/** A JSON-stat reply as SSB would send it; the same for the same form. */
export function makeDocument(form: DocumentForm): string {
  const { value, status } = cells(form);
  const updated = form.edition === 'first' ? {} : { updated: '2026-03-05T07:00:00Z' };
  return JSON.stringify({ ...describeTable(form.regions), ...updated, value, status });
}

function cells({ regions, edition, layout }: DocumentForm) {
  const next = randomNumbers(SEED);
  const count = regions * CELLS_PER_REGION;
  const value: (number | null)[] = [];
  const status: Record<number, string> = {};
  let revised = 0;
  for (let cell = 0; cell < count; cell += 1) {
    const number = 100 + Math.floor(next() * 9900);
    const isMissing = next() * MISSING_ONE_IN < 1;
    const isRevised = !isMissing && edition === 'revised' && cell % REVISED_ONE_IN === 0;
    if (isRevised) revised += 1;
    value.push(isMissing ? null : isRevised ? number + 1 : number);
    if (isMissing) status[cell] = SYMBOLS[cell % SYMBOLS.length] ?? '.';
    else if (layout === 'sparse') status[cell] = 'a';
  }
  return { value: layout === 'dense' ? value : Object.fromEntries(value.entries()), status, revised };
}
