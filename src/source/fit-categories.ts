import type { CategorySelection, DatasetAlternative } from '../model/job.ts';
import { type Fit, fitting, lacking, leftOut } from './fit.ts';
import { nearestTo } from './nearest.ts';
import { evaluateItem } from './selection-expression.ts';
import { codesOf, findVariable, sameCode, type TableMetadata, type TableVariable } from './table-metadata.ts';

/** The categories asked for on a variable that the query names. */
export function fitSelected(name: string, wanted: CategorySelection, metadata: TableMetadata): Fit {
  const variable = findVariable(metadata, name);
  const mayBeLeftOut = typeof wanted === 'object' && 'labelled' in wanted && wanted.orLeftOut === true;
  if (variable === undefined) {
    if (mayBeLeftOut) return leftOut(`without ${name}, which the table does not have`);
    return lacking(
      `no variable ${name}${nearestTo(
        name,
        metadata.variables.map(({ code }) => code),
      )}`,
    );
  }
  if (wanted === '*') return fitting({ variable: variable.code, codes: ['*'] });
  return 'labelled' in wanted ? fitLabelled(wanted.labelled, mayBeLeftOut, variable) : fitListed(wanted, variable);
}

function fitListed(wanted: readonly string[], variable: TableVariable): Fit {
  const offered = codesOf(variable);
  const missing = wanted.filter((code) => !offered.some((one) => sameCode(one, code)));
  if (missing.length > 0) {
    return lacking(...missing.map((code) => `no ${code} in ${variable.code}${nearestTo(code, offered)}`));
  }
  const codes = wanted.flatMap((code) => offered.find((one) => sameCode(one, code)) ?? []);
  return fitting({ variable: variable.code, codes });
}

function fitLabelled(pattern: string, mayBeLeftOut: boolean, variable: TableVariable): Fit {
  const expression = new RegExp(pattern, 'i');
  const codes = variable.categories.filter(({ label }) => expression.test(label)).map(({ code }) => code);
  if (codes.length > 0) return fitting({ variable: variable.code, codes });
  if (mayBeLeftOut && variable.eliminable) {
    return leftOut(`without ${variable.code}, where nothing is labelled /${pattern}/, so the total is taken`);
  }
  const labels = variable.categories.map(({ label }) => label);
  return lacking(`nothing labelled /${pattern}/ in ${variable.code}${nearestTo(pattern, labels)}`);
}

/** A variable that the query does not name: a reason to refuse, or its total. */
export function fitOther(variable: TableVariable, rule: DatasetAlternative['otherVariables']): Fit {
  const name = `${variable.code} ("${variable.label}")`;
  if (rule === 'refuse') return lacking(`it has a variable ${name} that the query does not name`);
  if (variable.eliminable) return leftOut(`without ${name}, so its total is taken`);
  const totals = totalsOf(variable);
  const [total] = totals;
  if (total === undefined) return lacking(`no total in ${name}`);
  if (totals.length > 1)
    return lacking(`more than one total in ${name}: ${totals.map(({ label }) => label).join(', ')}`);
  return fitting({ variable: variable.code, codes: [total.code] }, `with "${total.label}" as the total of ${name}`);
}

const TOTAL = '(?:i alt|alle|begge kjønn|totalt|total|hele landet|all|both sexes|the whole country)(?!\\p{L})';
const LEADS_WITH_TOTAL = new RegExp(`^${TOTAL}`, 'iu');
const SAYS_TOTAL = new RegExp(`(?<!\\p{L})${TOTAL}`, 'iu');
/** "Alle andre næringer" is the rest, not the total. */
const SAYS_PART = /(?<!\p{L})(?:andre|annet|unntatt|uten|utenom|other|except|excluding)(?!\p{L})/iu;

/** Labels that begin with the word go before those that hold it: "Alle næringer" before "Industri i alt". */
function totalsOf(variable: TableVariable): TableVariable['categories'] {
  const candidates = variable.categories.filter(({ label }) => !SAYS_PART.test(label));
  const leading = candidates.filter(({ label }) => LEADS_WITH_TOTAL.test(label));
  return leading.length > 0 ? leading : candidates.filter(({ label }) => SAYS_TOTAL.test(label));
}

/** Time is asked for by an expression; what it picks today is checked, and the table decides what it picks then. */
export function fitTime(expression: string, metadata: TableMetadata): Fit {
  const variable = metadata.variables.find(({ role }) => role === 'time');
  if (variable === undefined) return lacking('no time variable');
  const codes = codesOf(variable);
  const picked = evaluateItem(expression, codes, true) ?? [];
  if (picked.length > 0) return fitting({ variable: variable.code, codes: [expression] });
  return lacking(
    `no period ${expression} in ${variable.code}, which runs from ${codes[0] ?? '?'} to ${codes.at(-1) ?? '?'}`,
  );
}
