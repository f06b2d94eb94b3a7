import type { Assessment } from '../../model/plan/assessment.ts';
import type { Geography, Place } from '../../model/data/place.ts';
import type { Settings } from '../../model/plan/settings.ts';
import type { IndicatorFile } from '../../settings/files/indicator-file.ts';
import { type Problem, settingsInvalid } from '../../settings/problem.ts';
import type { ReadSettings } from '../../settings/load-settings.ts';
import { readConfig } from '../../settings/read-config.ts';
import { sentenceOf } from '../../words/finding/say-finding.ts';
import { assessByRules } from './assess.ts';
import { exampleDatasets } from './example-dataset.ts';
import { currentRules, type RulesInForce } from './rules-in-force.ts';

const AT = '2026-01-01T00:00:00.000Z';
/** Values are worked out by hand, and kept to ten decimals. */
const SAME_WITHIN = 1e-9;

/**
 * Judges every worked example of a folder of settings by its own rule, on its own figures and nothing else. Throws one
 * `settings-invalid` that lists each that does not come out as worked out by hand, with file and line. `indicators` are
 * the files where they have been read already.
 */
export function checkExamples(
  configDir: string,
  settings: Settings,
  indicators = readConfig(configDir).config.indicators,
): void {
  const rules = new Map(currentRules(settings).map((one) => [one.definition.id, one]));
  const problems = indicators.flatMap(({ file, content, locate }): readonly Problem[] => {
    const ofIndicator = content === null ? undefined : rules.get(content.id);
    const text = content === null || ofIndicator === undefined ? null : failureOf(content.workedExample, ofIndicator);
    return text === null ? [] : [{ file, ...locate(['workedExample', 'expect']), text }];
  });
  if (problems.length > 0) throw settingsInvalid(problems);
}

/**
 * What the program says of the worked example of each indicator, whatever is expected there: the value, to ten decimals,
 * and the status. Throws `settings-invalid` for one that gives no value, of a folder that holds otherwise.
 */
export function workOutExamples({
  settings,
  indicators,
}: Pick<ReadSettings, 'settings' | 'indicators'>): ReadonlyMap<
  string,
  { readonly value: number; readonly status: Assessment['status'] }
> {
  const rules = currentRules(settings);
  const found = indicators.flatMap(({ file, content }) => {
    const ofIndicator = rules.find(({ definition }) => definition.id === content?.id);
    if (content === null || ofIndicator === undefined) return [];
    const { value, status } = judge(content.workedExample, ofIndicator);
    if (value === null) throw settingsInvalid([{ file, line: 1, column: 1, text: 'The worked example has no value.' }]);
    return [[content.id, { value: Number(value.toFixed(10)), status }] as const];
  });
  return new Map(found);
}

/** Breaks, ages and the years of codes are those of real figures, and are left out. */
function judge(example: IndicatorFile['workedExample'], rules: RulesInForce): Assessment {
  const geography = withoutYears(rules.geography);
  const datasets = exampleDatasets(rules.definition, example, geography);
  const find = (id: string) => datasets.find(({ publication }) => publication.datasetId === id) ?? null;
  return assessByRules({ ...rules, geography, breaks: [], allowedAgeDays: {} }, find, null, AT).next;
}

/** The same places as if each had had its code of today in every year. */
function withoutYears(geography: Geography): Geography {
  const always = ({ code, ...place }: Place): Place => ({ ...place, code, codes: [{ code }] });
  return {
    ...geography,
    municipalities: geography.municipalities.map(always),
    counties: geography.counties.map(always),
  };
}

/** What is wrong with the example, or `null`. */
function failureOf(example: IndicatorFile['workedExample'], rules: RulesInForce): string | null {
  const next = judge(example, rules);
  const { value, status } = example.expect;
  const isSameValue = next.value !== null && Math.abs(next.value - value) < SAME_WITHIN;
  if (isSameValue && next.status === status) return null;
  const got = `${next.value === null ? 'no value' : String(next.value)} and '${next.status}'`;
  return `The worked example comes out as ${got}, and ${value} and '${status}' are expected. What is said of it: ${sentenceOf(next, rules.language)}`;
}
