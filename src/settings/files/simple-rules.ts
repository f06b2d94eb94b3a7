import type { Path } from '../problem.ts';
import type { RuleEntry } from './rule-schema.ts';

/** A rule that compares figures by itself. */
export type SimpleRule = Exclude<RuleEntry, { id: 'all-of' }>;

/** The rule itself, or the parts of a compound one, each with where it stands in the file. */
export function simpleRules(rule: RuleEntry): readonly { readonly rule: SimpleRule; readonly path: Path }[] {
  if (rule.id !== 'all-of') return [{ rule, path: ['rule'] }];
  return rule.parts.map((part, index) => ({ rule: part, path: ['rule', 'parts', index] }));
}
