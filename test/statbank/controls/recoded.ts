import type { Category, Cell, StatbankTable, Variable } from '../table.ts';
import { numberOf, timeVariable } from '../table.ts';

const OLD = 'NACE2007';

/** Groups of SN2007 that SN2025 has under other codes, with the parts they fall into; every other group keeps its code. */
const MOVED: Readonly<Record<string, readonly { readonly code: string; readonly no: string; readonly en: string }[]>> =
  {
    '45-47': [{ code: '46-47', no: 'Varehandel', en: 'Wholesale and retail trade' }],
    '58-63': [
      { code: '58-60', no: 'Forlag, film, radio og TV', en: 'Publishing and broadcasting' },
      { code: '61-63', no: 'Telekommunikasjon og IT', en: 'Telecommunications and computing' },
    ],
  };

/** The twin's code → the code of the table it stands beside, and its place among the parts of that. */
interface Origin {
  readonly code: string;
  readonly part: number;
  readonly parts: number;
}

/**
 * A table as it is continued in the standard of industries of 2025: under another number, with `NACE2025` in place of
 * `NACE2007`, and with no period but these. The total is the same quantity in both; a group that was split shares its figure
 * between the parts, the last of which takes what is over.
 */
export function recodedTwin(table: StatbankTable, newId: string, periods: readonly string[]): StatbankTable {
  const position = table.variables.findIndex(({ code }) => code === OLD);
  const industry = table.variables[position];
  if (industry === undefined) throw new Error(`Table ${table.id} has no ${OLD}.`);
  const origins = new Map(industry.categories.flatMap(({ code }) => originsOf(code)));
  const time = timeVariable(table);
  return {
    ...table,
    id: newId,
    madeUp: true,
    variables: table.variables.map((variable) => {
      if (variable === industry) return recoded(industry);
      return variable === time
        ? { ...time, categories: periods.map((code) => ({ code, label: both(code) })) }
        : variable;
    }),
    cell: (codes) => {
      const origin = origins.get(codes[position] ?? '');
      return origin === undefined ? '..' : partOf(table.cell(codes.with(position, origin.code)), origin);
    },
  };
}

function recoded(industry: Variable): Variable {
  const categories = industry.categories.flatMap((category): readonly Category[] => {
    const parts = MOVED[category.code];
    return parts === undefined ? [category] : parts.map(({ code, no, en }) => ({ code, label: { no, en } }));
  });
  const label = { no: 'næring (SN2025)', en: 'industry (SIC2025)' };
  return { ...industry, code: 'NACE2025', label, categories, codeLists: [] };
}

function originsOf(code: string): readonly (readonly [string, Origin])[] {
  const parts = MOVED[code] ?? [{ code }];
  return parts.map((one, part) => [one.code, { code, part, parts: parts.length }]);
}

function partOf(whole: Cell, { part, parts }: Origin): Cell {
  const number = numberOf(whole);
  if (number === null || parts === 1) return whole;
  const share = Math.floor(number / parts);
  return part === parts - 1 ? number - share * (parts - 1) : share;
}

function both(text: string) {
  return { no: text, en: text };
}
