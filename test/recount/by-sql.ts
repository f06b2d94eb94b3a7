import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RulesInForce } from '../../src/app/assess/rules-in-force.ts';
import type { Rule } from '../../src/model/plan/rule.ts';
import type { Sqlite } from '../../src/store/store.ts';
import { ROOT } from '../support/cli.ts';

/** What a rule says by SQL: the status, the measured value, and the change or lead set against the tolerance. */
export interface Recount {
  readonly status: string;
  readonly value: number | null;
  readonly compared: number | null;
}

/** Judges an indicator again by the SQL file of its rule. Rules too are taken from its `out_` views. */
export function recount(sqlite: Sqlite, indicator: string): Recount {
  const rules = rulesOf(sqlite, indicator);
  return byRule(sqlite, rules, rules.definition.rule);
}

/** The levels behind an indicator, own and peers', added up again from the published figures. */
export function recountLevels(sqlite: Sqlite, indicator: string): unknown[] {
  return ask(sqlite, 'levels', { indicator, rules: JSON.stringify(rulesOf(sqlite, indicator)) });
}

/** The newest version of the rules that an indicator has been judged by, as the file holds it. */
export function rulesOf(sqlite: Sqlite, indicator: string): RulesInForce {
  const newest = 'SELECT definition FROM out_rule WHERE indicator_id = ? ORDER BY rule_version_id DESC LIMIT 1';
  return JSON.parse(sqlite.prepare(newest).pluck().get(indicator) as string) as RulesInForce;
}

function byRule(sqlite: Sqlite, rules: RulesInForce, rule: Rule): Recount {
  const parts = rule.id === 'all-of' ? rule.parts.map((part) => byRule(sqlite, rules, part).status) : [];
  const ruled = { ...rules, definition: { ...rules.definition, rule } };
  const indicator = rules.definition.id;
  const [row] = ask(sqlite, rule.id, { indicator, rules: JSON.stringify(ruled), parts: JSON.stringify(parts) });
  return row as Recount;
}

function ask(sqlite: Sqlite, file: string, values: Record<string, string>): unknown[] {
  const sql = readFileSync(join(ROOT, 'test', 'recount', `${file}.sql`), 'utf8');
  return sqlite.prepare(sql).all(values);
}
