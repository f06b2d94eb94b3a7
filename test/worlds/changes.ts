import type { Cell, MarkedNumber } from '../statbank/table.ts';
import { isInUse } from './oracle/cells.ts';
import type { Rule, Tolerance } from './oracle/facts.ts';
import { periodAfter, TABLE_IDS, withNextPeriod } from './make-tables.ts';
import { COUNTIES, findPlace, MUNICIPALITIES } from './places.ts';
import type { Random } from './random.ts';
import { placesOf, type WorldSettings } from './settings.ts';
import { nextFile, SURVEYED, type SurveyFile } from './survey.ts';
import type { MadeTable } from './tables.ts';
import { countyOf, EMISSION_SOURCES, figureKey, GROUPS } from './tables.ts';

/** A world at one moment: what the source shows, and what the settings say. */
export interface WorldState {
  /** ISO instant at which the program runs. */
  readonly now: string;
  readonly tables: readonly MadeTable[];
  readonly settings: WorldSettings;
  /** Every file of the survey that has been handed in, oldest first. */
  readonly files: readonly SurveyFile[];
}

export interface Changed {
  readonly what: string;
  readonly state: WorldState;
}

/** What stands where there is no figure. */
type Sign = Exclude<Cell, MarkedNumber>;

/** One thing that happens in a world; `null` where it cannot happen in this one. */
export type Change = (state: WorldState, random: Random) => Changed | null;

function stamp(now: string): string {
  return `${now.slice(0, 10)}T07:00:00Z`;
}

/** The state with a table changed, its stamp moved. */
function withTable(state: WorldState, table: MadeTable, change: Partial<MadeTable>): WorldState {
  const changed = { ...table, ...change, updatedAt: stamp(state.now) };
  return { ...state, tables: state.tables.map((one) => (one === table ? changed : one)) };
}

function openTables({ tables }: WorldState): readonly MadeTable[] {
  return tables.filter(({ isClosed }) => !isClosed);
}

/** Keys of the cells that some indicator reads in a period, without the period. */
function readKeys(table: MadeTable, settings: WorldSettings, period: string): readonly (readonly string[])[] {
  const year = Number(period.slice(-4));
  const places = table.level === 'county' ? COUNTIES : MUNICIPALITIES;
  const today = table.level === 'county' ? placesOf(settings).map(countyOf) : placesOf(settings);
  const codes = [...new Set(today)].flatMap((code) =>
    findPlace(places, code)
      .codes.filter((years) => isInUse(years, year))
      .map((years) => years.code),
  );
  const own = findPlace(places, table.level === 'county' ? countyOf(settings.own) : settings.own).codes.filter(
    (years) => isInUse(years, year),
  );
  switch (table.subject) {
    case 'jobs':
      return [
        ...codes.map((code) => [code, '00-99']),
        ...own.flatMap(({ code }) => [...GROUPS, '00'].map((group) => [code, group])),
      ];
    case 'rounded':
      return own.flatMap(({ code }) => GROUPS.map((group) => [code, group]));
    case 'rate':
    case 'enterprises':
      return codes.map((code) => [code]);
    case 'emissions':
      return EMISSION_SOURCES.map((source) => [source]);
    case 'innovation':
      return [[]];
    case 'education':
      return own.flatMap(({ code }) => ['03a', '04a'].map((level) => [code, level, 'PersonerProsent']));
  }
}

/** A cell that is read, in one of the newest periods. */
function pickCell(
  state: WorldState,
  random: Random,
): { table: MadeTable; key: string; cell: Cell; name: string } | null {
  const table = random.pick(openTables(state));
  const period = random.pick(table.periods.slice(random.chance(70) ? -1 : -2));
  const keys = readKeys(table, state.settings, period);
  if (keys.length === 0) return null;
  const key = figureKey(...random.pick(keys), period);
  return { table, key, cell: table.figures.get(key) ?? 0, name: `${table.id} ${key}` };
}

function withCell(state: WorldState, table: MadeTable, key: string, cell: Cell): WorldState {
  return withTable(state, table, { figures: new Map([...table.figures, [key, cell]]) });
}

function moveCell(random: Random, number: number, percentage: boolean): number {
  if (percentage) return Math.round(number * 10 + random.pick([-3, -2, -1, 1, 2, 3])) / 10;
  return Math.max(1, Math.round(number * (1 + random.pick([-12, -5, -1, 1, 5, 12]) / 1000)) + random.pick([-1, 1]));
}

const isPercentage = ({ subject }: MadeTable): boolean => ['rate', 'innovation', 'education'].includes(subject);

const nextPeriod: Change = (state, random) => {
  const table = random.pick(openTables(state));
  const period = periodAfter(table);
  const made = withNextPeriod(table, period, { random, places: placesOf(state.settings) });
  return withSecondTable(
    { what: `${table.id} publishes ${period}`, state: withTable(state, table, made) },
    table,
    random,
  );
};

/** The second table most often publishes on the same day as the first. */
function withSecondTable({ what, state }: Changed, { subject }: MadeTable, random: Random): Changed {
  const second = openTables(state).find((one) => one.subject === 'rounded');
  if (subject !== 'jobs' || second === undefined || random.chance(30)) return { what, state };
  const period = periodAfter(second);
  const made = withNextPeriod(second, period, { random, places: placesOf(state.settings) });
  return { what: `${what}, and ${second.id} ${period}`, state: withTable(state, second, made) };
}

/** A new period in which one or two cells that are read hold no figure. */
const holedPeriod: Change = (state, random) => {
  const table = random.pick(openTables(state));
  const period = periodAfter(table);
  const made = withNextPeriod(table, period, { random, places: placesOf(state.settings) });
  const holes = random.sample(readKeys(table, state.settings, period), random.between(1, 2)).map((parts) => {
    const signs: readonly Sign[] = table.hasCodeLists ? [':', 0] : [':', 0, '..', '.', '...'];
    return [figureKey(...parts, period), random.pick(signs)] as const;
  });
  const figures = new Map([...made.figures, ...holes]);
  const words = holes.map(([key, cell]) => `${key} ${String(cell)}`);
  return withSecondTable(
    {
      what: `${table.id} publishes ${period} with ${words.join(', ')}`,
      state: withTable(state, table, { ...made, figures }),
    },
    table,
    random,
  );
};

const emptyPeriod: Change = (state, random) => {
  const table = random.pick(openTables(state));
  const period = periodAfter(table);
  const sign = random.pick<Sign>([0, '.', '..', '...']);
  const made = withNextPeriod(table, period, { random, places: placesOf(state.settings) });
  const figures = [...made.figures].map(([key, cell]) => [key, key.endsWith(period) ? sign : cell] as const);
  return {
    what: `${table.id} shows ${period} before it is out, as ${String(sign)}`,
    state: withTable(state, table, { ...made, figures: new Map(figures) }),
  };
};

const hole: Change = (state, random) => {
  const found = pickCell(state, random);
  if (found === null || typeof found.cell === 'string') return null;
  // The stand-in's sums over codes show a withheld member, and no other symbol.
  const symbol = found.table.hasCodeLists ? ':' : random.pick<Sign>([':', ':', ':', '..', '.', '...']);
  return { what: `${found.name} becomes ${String(symbol)}`, state: withCell(state, found.table, found.key, symbol) };
};

/** A few groups of the own place are withheld at once. */
const withheldGroups: Change = (state, random) => {
  const table = openTables(state).find(({ subject }) => subject === 'jobs');
  const period = table?.periods.at(-1);
  if (table === undefined || period === undefined) return null;
  const keys = readKeys(table, state.settings, period)
    .filter(([, group]) => group !== '00-99' && group !== '00')
    .map((parts) => figureKey(...parts, period));
  const small = keys.filter((key) => {
    const cell = table.figures.get(key);
    return typeof cell === 'number' && cell < 200;
  });
  // Small ones leave the index within narrow bounds; several of any size send the rule to the second table.
  const isWide = small.length === 0 || random.chance(60);
  const hidden = isWide ? random.sample(keys, random.between(2, 5)) : random.sample(small, random.between(1, 3));
  const figures = new Map([...table.figures, ...hidden.map((key) => [key, ':'] as const)]);
  return { what: `withheld: ${hidden.join(', ')}`, state: withTable(state, table, { figures }) };
};

const zero: Change = (state, random) => {
  const found = pickCell(state, random);
  if (found === null) return null;
  return { what: `${found.name} becomes 0`, state: withCell(state, found.table, found.key, 0) };
};

const nil: Change = (state, random) => {
  const found = pickCell(state, random);
  if (found === null || typeof found.cell !== 'number' || (!isPercentage(found.table) && found.cell >= 50)) return null;
  return { what: `${found.name} becomes -`, state: withCell(state, found.table, found.key, '-') };
};

const revision: Change = (state, random) => {
  const found = pickCell(state, random);
  if (found === null || typeof found.cell !== 'number' || found.cell === 0) return null;
  const cell = moveCell(random, found.cell, isPercentage(found.table));
  return { what: `${found.name} ${found.cell} becomes ${cell}`, state: withCell(state, found.table, found.key, cell) };
};

const mark: Change = (state, random) => {
  const found = pickCell(state, random);
  if (found === null || typeof found.cell !== 'number' || found.cell === 0) return null;
  const cell = { number: found.cell, symbol: random.pick(['b', 'b', 'p', 'e']) };
  return { what: `${found.name} is marked ${cell.symbol}`, state: withCell(state, found.table, found.key, cell) };
};

/** Whatever is no number in the newest periods becomes one. */
const filled: Change = (state, random) => {
  for (const table of random.sample(openTables(state), 9)) {
    for (const period of table.periods.slice(-2).toReversed()) {
      for (const parts of readKeys(table, state.settings, period)) {
        const key = figureKey(...parts, period);
        const cell = table.figures.get(key) ?? 0;
        if (typeof cell === 'number' && cell !== 0) continue;
        const before = table.figures.get(figureKey(...parts, table.periods[table.periods.indexOf(period) - 1] ?? ''));
        if (typeof before !== 'number' || before === 0) continue;
        const number = typeof cell === 'object' ? cell.number : moveCell(random, before, isPercentage(table));
        return { what: `${table.id} ${key} becomes ${number}`, state: withCell(state, table, key, number) };
      }
    }
  }
  return null;
};

const codeEnds: Change = (state, random) => {
  const table = random.pick(openTables(state));
  const period = table.periods.at(-1) ?? '';
  if (table.hasCodeLists || !['rate', 'jobs', 'enterprises'].includes(table.subject) || table.level === 'county')
    return null;
  const code = random.pick(placesOf(state.settings));
  const last = Number(period) - random.between(0, 1);
  if (!findPlace(MUNICIPALITIES, code).codes.some((years) => years.code === code && isInUse(years, last))) return null;
  return {
    what: `${table.id}: the label of ${code} ends in ${last}`,
    state: withTable(state, table, { ended: { ...table.ended, [code]: last } }),
  };
};

const switched: Change = (state, random) => {
  const table = openTables(state).find(({ subject }) => subject === 'enterprises');
  if (table === undefined || Number(table.periods.at(-1)) < 2025) return null;
  const level = table.level === 'county' ? 'municipality' : 'county';
  return random.chance(60)
    ? { what: `14623 now reaches down to the ${level}`, state: withTable(state, table, { level }) }
    : {
        what: '14623 offers or drops its code lists',
        state: withTable(state, table, { hasCodeLists: !table.hasCodeLists }),
      };
};

const turned: Change = (state, random) => {
  const table = random.pick(openTables(state));
  return {
    what: `the dimensions of ${table.id} change places`,
    state: withTable(state, table, { turn: table.turn + 1 }),
  };
};

/** The innovation survey goes on under another number, with its newest periods only. */
const newTable: Change = (state, random) => {
  const table = openTables(state).find(({ subject }) => subject === 'innovation');
  if (table === undefined) return null;
  const id = String(Number(TABLE_IDS.innovation) + state.tables.length + 1);
  const period = periodAfter(table);
  const longer = withNextPeriod(table, period, { random, places: [] });
  const periods = longer.periods.slice(-random.between(1, 3));
  const kept = [...longer.figures].filter(([key]) => periods.includes(key));
  const successor = { ...longer, id, periods, figures: new Map(kept), updatedAt: stamp(state.now) };
  const closed = { ...table, isClosed: true };
  const tables = [...state.tables.map((one) => (one === table ? closed : one)), successor];
  return { what: `${id} takes over from ${table.id} with ${periods.join(', ')}`, state: { ...state, tables } };
};

const withdrawnPeriod: Change = (state, random) => {
  const table = random.pick(openTables(state));
  const period = table.periods.at(-1) ?? '';
  if (table.periods.length < 4) return null;
  return {
    what: `${table.id} takes ${period} back`,
    state: withTable(state, table, { periods: table.periods.slice(0, -1) }),
  };
};

function withSettings(state: WorldState, change: Partial<WorldSettings>): WorldState {
  return { ...state, settings: { ...state.settings, ...change } };
}

function otherMargin(tolerance: Tolerance, random: Random): Tolerance {
  if ('percentOfPrevious' in tolerance) return { percentOfPrevious: random.pick(['0', '0.2', '0.8', '1.5']) };
  const { absolute } = tolerance;
  return { absolute: random.pick(['0', absolute, String(Number(absolute) * 3), String(Number(absolute) / 2)]) };
}

function withOtherMargin(rule: Rule, random: Random): Rule {
  if (rule.id === 'not-set') return rule;
  if (rule.id === 'all-of') return { ...rule, parts: rule.parts.map((part) => withOtherMargin(part, random)) };
  return { ...rule, tolerance: otherMargin(rule.tolerance, random) };
}

const margin: Change = (state, random) => {
  const { indicators } = state.settings;
  const one = random.pick(indicators);
  const rule = withOtherMargin(one.rule, random);
  const changed = indicators.map((other) => (other === one ? { ...one, rule } : other));
  return {
    what: `another margin for ${one.id}: ${JSON.stringify(rule)}`,
    state: withSettings(state, { indicators: changed }),
  };
};

const peers: Change = (state, random) => {
  const { regions } = state.settings;
  if (regions.length < 4) return null;
  const [gone] = random.sample(regions, 1);
  const kept = regions.filter((region) => region !== gone);
  return { what: `${gone?.id ?? ''} leaves the group`, state: withSettings(state, { regions: kept }) };
};

const declaredBreak: Change = (state, random) => {
  const { breaks, indicators } = state.settings;
  if (breaks.length > 0 && random.chance(60))
    return { what: 'every break is lifted', state: withSettings(state, { breaks: [] }) };
  const { dataset } = random.pick(indicators);
  const table = openTables(state).find(({ subject }) => SUBJECT_OF[dataset] === subject);
  const period = table === undefined ? undefined : random.pick(table.periods.slice(random.chance(60) ? -1 : -3));
  if (period === undefined) return null;
  return {
    what: `a break in ${dataset} from ${period}`,
    state: withSettings(state, { breaks: [...breaks, { dataset, period }] }),
  };
};

const SUBJECT_OF: Readonly<Record<string, MadeTable['subject']>> = {
  ...{
    'employed-by-industry': 'jobs',
    'employed-by-industry-rounded': 'rounded',
    'employed-total': 'jobs',
    'employment-rate': 'rate',
  },
  ...{ 'new-enterprises': 'enterprises', 'national-emissions': 'emissions', 'product-innovation': 'innovation' },
  'education-level': 'education',
};

/** Of a rate, own or a peer's: the one series whose every dimension is at hand. */
const correction: Change = (state, random) => {
  const { corrections } = state.settings;
  if (corrections.length > 0 && random.chance(50))
    return { what: 'every correction is taken back', state: withSettings(state, { corrections: [] }) };
  const table = openTables(state).find(({ subject }) => subject === 'rate');
  const period = table?.periods.at(-1);
  if (table === undefined || period === undefined) return null;
  const [region = ''] = random.pick(readKeys(table, state.settings, period));
  const cell = table.figures.get(figureKey(region, period));
  if (typeof cell !== 'number' || cell === 0) return null;
  const one = {
    ...{ dataset: 'employment-rate', region, categories: {}, period, published: String(cell) },
    corrected: String(moveCell(random, cell, true)),
  };
  return {
    what: `the municipality corrects ${region} in ${period} from ${one.published} to ${one.corrected}`,
    state: withSettings(state, { corrections: [...corrections.filter((other) => other.region !== region), one] }),
  };
};

const handedIn: Change = (state, random) => {
  if (!state.settings.indicators.some(({ id }) => id === SURVEYED)) return null;
  const file = nextFile(state.files, Number(state.now.slice(0, 4)), random);
  const words = file.rows.map(({ year, value }) => `${year}: ${value}`);
  return { what: `the survey is handed in, ${words.join(', ')}`, state: { ...state, files: [...state.files, file] } };
};

/** What can happen, each as often as its number says. */
export const CHANGES: readonly (readonly [often: number, change: Change])[] = [
  ...[[8, nextPeriod] as const, [5, holedPeriod] as const, [2, emptyPeriod] as const, [5, hole] as const],
  ...[[10, withheldGroups] as const, [1, zero] as const, [2, nil] as const, [6, revision] as const, [3, mark] as const],
  ...[
    [8, filled] as const,
    [5, codeEnds] as const,
    [5, switched] as const,
    [2, turned] as const,
    [2, newTable] as const,
  ],
  ...[[1, withdrawnPeriod] as const, [2, margin] as const, [1, peers] as const, [3, declaredBreak] as const],
  ...[[2, correction] as const, [10, handedIn] as const],
];
