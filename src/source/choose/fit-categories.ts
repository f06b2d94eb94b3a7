import type { CategorySelection, DatasetAlternative, ListedCodes } from '../../model/data/job.ts';
import { type Fit, fitting, lacking, leftOut, together } from './fit.ts';
import { nearestClause } from '../../platform/nearest-word.ts';
import { evaluateItem, fromWhereThereIsAny } from './selection-expression.ts';
import { codesOf, findVariable, sameCode } from '../describe/table-metadata.ts';
import type { Offer, TableMetadata, TableVariable } from '../describe/table-metadata.ts';

/** The categories asked for on a variable that the query names. */
export function fitSelected(name: string, wanted: CategorySelection, { metadata, codeLists }: Offer): Fit {
  const variable = findVariable(metadata, name);
  const mayBeLeftOut = typeof wanted === 'object' && 'labelled' in wanted && wanted.orLeftOut === true;
  if (variable === undefined) {
    if (mayBeLeftOut) return leftOut(`without ${name}, which the table does not have`);
    return lacking(
      `no variable ${name}${nearestClause(
        name,
        metadata.variables.map(({ code }) => code),
      )}`,
    );
  }
  if (wanted === '*') return fitting({ variable: variable.code, codes: ['*'] });
  if ('labelled' in wanted) return fitLabelled(wanted.labelled, mayBeLeftOut, variable);
  if ('codes' in wanted) return fitOwnOrListed(wanted, variable, codeLists.get(wanted.codeList));
  return fitCodes(wanted, variable);
}

/** Does the variable offer the code list, and lack one of the codes itself? */
export function needsList({ codes, codeList }: ListedCodes, variable: TableVariable): boolean {
  return variable.codeLists.includes(codeList) && fitCodes(codes, variable).lacks.length > 0;
}

/** @param listed Codes of the list; `undefined` when it was not read. */
function fitOwnOrListed(wanted: ListedCodes, variable: TableVariable, listed?: readonly string[]): Fit {
  const { codes, codeList } = wanted;
  const own = fitCodes(codes, variable);
  if (own.lacks.length === 0) return own;
  if (!variable.codeLists.includes(codeList)) {
    const nearest = nearestClause(codeList, variable.codeLists);
    return together([own, lacking(`no code list ${codeList} for ${variable.code}${nearest}`)]);
  }
  if (listed === undefined) return lacking(`code list ${codeList} is named by the table, but SSB does not know it`);
  return fitCodes(codes, variable, { id: codeList, codes: listed });
}

function fitCodes(
  wanted: readonly string[],
  variable: TableVariable,
  list?: { readonly id: string; readonly codes: readonly string[] },
): Fit {
  const offered = list?.codes ?? codesOf(variable);
  const found = wanted.map((code) => ({ code, own: offered.find((one) => sameCode(one, code)) }));
  const missing = found.filter(({ own }) => own === undefined);
  if (missing.length > 0) {
    const place = list?.id ?? variable.code;
    return lacking(...missing.map(({ code }) => `no ${code} in ${place}${nearestClause(code, offered)}`));
  }
  const codes = found.flatMap(({ own }) => own ?? []);
  return fitting({ variable: variable.code, codes, ...(list === undefined ? {} : { codeList: list.id }) });
}

function fitLabelled(pattern: string, mayBeLeftOut: boolean, variable: TableVariable): Fit {
  const expression = new RegExp(pattern, 'i');
  const codes = variable.categories.filter(({ label }) => expression.test(label)).map(({ code }) => code);
  if (codes.length > 0) return fitting({ variable: variable.code, codes });
  if (mayBeLeftOut && variable.eliminable) {
    return leftOut(`without ${variable.code}, where nothing is labelled /${pattern}/, so the total is taken`);
  }
  const labels = variable.categories.map(({ label }) => label);
  return lacking(`nothing labelled /${pattern}/ in ${variable.code}${nearestClause(pattern, labels)}`);
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
  const item = fromWhereThereIsAny(expression, codes);
  const picked = evaluateItem(item, codes, true) ?? [];
  if (picked.length > 0) return fitting({ variable: variable.code, codes: [item] });
  return lacking(
    `no period ${expression} in ${variable.code}, which runs from ${codes[0] ?? '?'} to ${codes.at(-1) ?? '?'}`,
  );
}
