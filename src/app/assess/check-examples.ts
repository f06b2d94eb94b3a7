import type { Settings } from '../../model/plan/settings.ts';
import type { IndicatorFile } from '../../settings/files/indicator-file.ts';
import { type Problem, settingsInvalid } from '../../settings/problem.ts';
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
 * `settings-invalid` that lists each that does not come out as worked out by hand, with file and line.
 */
export function checkExamples(configDir: string, settings: Settings): void {
  const rules = new Map(currentRules(settings).map((one) => [one.definition.id, one]));
  const problems = readConfig(configDir).config.indicators.flatMap(({ file, content, locate }): readonly Problem[] => {
    const ofIndicator = content === null ? undefined : rules.get(content.id);
    const text = content === null || ofIndicator === undefined ? null : failureOf(content.workedExample, ofIndicator);
    return text === null ? [] : [{ file, ...locate(['workedExample', 'expect']), text }];
  });
  if (problems.length > 0) throw settingsInvalid(problems);
}

/** What is wrong with the example, or `null`. Breaks and ages are those of real figures, and are left out. */
function failureOf(example: IndicatorFile['workedExample'], rules: RulesInForce): string | null {
  const datasets = exampleDatasets(rules.definition, example, rules.geography);
  const find = (id: string) => datasets.find(({ publication }) => publication.datasetId === id) ?? null;
  const { next } = assessByRules({ ...rules, breaks: [], allowedAgeDays: {} }, find, null, AT);
  const { value, status } = example.expect;
  const isSameValue = next.value !== null && Math.abs(next.value - value) < SAME_WITHIN;
  if (isSameValue && next.status === status) return null;
  const got = `${next.value === null ? 'no value' : String(next.value)} and '${next.status}'`;
  return `The worked example comes out as ${got}, and ${value} and '${status}' are expected. What is said of it: ${sentenceOf(next, rules.language)}`;
}
