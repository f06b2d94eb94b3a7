import type { Publication, PublishedCell } from './oracle/facts.ts';
import type { Random } from './random.ts';

/** The indicator that a world's survey measures. */
export const SURVEYED = 'business-satisfaction';

/** A file that a person hands in: a year or more, never whole. */
export interface SurveyFile {
  readonly name: string;
  readonly rows: readonly SurveyRow[];
  /** Has it the column of those who answered? */
  readonly saysRespondents: boolean;
  readonly separator: ';' | ',';
}

export interface SurveyRow {
  readonly year: string;
  /** As written, with a point. */
  readonly value: string;
  readonly respondents: number;
}

/** The next file: most often a year that is new, else one or two that were handed in before, or one that was skipped. */
export function nextFile(files: readonly SurveyFile[], thisYear: number, random: Random): SurveyFile {
  const known = files.flatMap(({ rows }) => rows.map(({ year }) => Number(year)));
  const newest = Math.max(...known, thisYear - random.between(2, 4));
  const next = random.chance(80) ? newest + 1 : newest + 2;
  const years = random.chance(70) || known.length === 0 ? [next] : [newest];
  const earlier = random.chance(35) ? [(years[0] ?? next) - random.between(1, 2)] : [];
  const rows = [...years, ...earlier].map((year) => ({
    year: String(year),
    value: String(random.between(550, 750) / 10),
    respondents: random.between(60, 400),
  }));
  const written = { saysRespondents: random.chance(50), separator: random.pick([';', ';', ','] as const) };
  return { name: `survey-${files.length + 1}.csv`, rows, ...written };
}

/** The file as the municipality writes it. */
export function writeFile({ rows, saysRespondents, separator }: SurveyFile): string {
  const lines = rows.map(({ year, value, respondents }) => [
    SURVEYED,
    year,
    // Between commas, a whole number beside another may be one with a decimal comma, and is refused.
    separator === ';' ? value.replace('.', ',') : Number(value).toFixed(1),
    ...(saysRespondents ? [String(respondents)] : []),
  ]);
  const header = ['indicator', 'year', 'value', ...(saysRespondents ? ['respondents'] : [])];
  return [header, ...lines].map((fields) => `${fields.join(separator)}\n`).join('');
}

/** What the files so far say together, the latest word on each year, as of the instant the last was handed in. */
export function surveyPublication(files: readonly SurveyFile[], at: string): Publication {
  const values = new Map<string, PublishedCell>();
  const answers = new Map<string, PublishedCell>();
  for (const { rows, saysRespondents } of files)
    for (const { year, value, respondents } of rows) {
      values.set(year, { text: value, symbol: null });
      if (saysRespondents) answers.set(year, { text: String(respondents), symbol: null });
    }
  const seriesOf = (code: string, cells: ReadonlyMap<string, PublishedCell>) => ({
    ...{ region: null, categories: { indicator: SURVEYED, ContentsCode: code }, cells },
  });
  return {
    ...({ table: 'survey', alternative: 'file', coverage: 'municipality', form: 'grouped', prefix: '' } as const),
    ...{ ended: {}, updatedAt: at },
    series: [seriesOf('value', values), ...(answers.size === 0 ? [] : [seriesOf('respondents', answers)])],
  };
}
