/**
 * Writes src/places/bundled/municipalities.ts: every municipality of today and the codes it has had since 2002.
 *
 *   node .config/bundle-places.mjs GROUPING.csv [KLASS [TARGET]]
 *
 * GROUPING.csv is Statistics Norway's grouping behind agg_KommSummerS (group, group_name, code, label). KLASS is the address
 * of Klass, or a folder with its answers (codesAt.json, changes.json): it gives the official names, and where its list of
 * today or its changes since the newest code of the grouping say otherwise, nothing is written. Without an answer of Klass
 * the names are those of the grouping. TARGET is written in place of municipalities.ts, to see what would change.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const BEGINS = 2002;
const MODULE = join(import.meta.dirname, '..', 'src', 'places', 'bundled', 'municipalities.ts');
/** What Klass has beside municipalities: not stated. */
const NO_MUNICIPALITY = '9999';

/** First years that no label says: a code without years is in force today. */
const FIRST_YEARS = {
  ...byYear(2024, ['31', '32', '33', '39', '40', '55', '56', '1508', '1580']),
  ...byYear(2020, ['30', '34', '38', '42', '46', '54', '1108', '1506', '1577', '1578', '1579', '1806', '1875']),
  ...byYear(2020, ['5006', '5007', '5055', '5056', '5057', '5058', '5059', '5060']),
  ...byYear(2019, ['5061']),
  ...byYear(2018, ['50']),
  ...byYear(2008, ['1505']),
  ...byYear(2006, ['1160', '1576']),
};

/** Of divided municipalities, which the grouping gives whole to one of those that came of them. */
const DIVIDED = ['1507'];

/** The Norwegian one of several names, where it does not stand first. */
const NORWEGIAN = [
  ...['Hamarøy', 'Hattfjelldal', 'Karasjok', 'Kautokeino', 'Kåfjord', 'Lavangen', 'Nesseby', 'Røyrvik', 'Snåsa'],
  ...['Tana', 'Tjeldsund'],
];

const [groupingFile, klass, target = MODULE] = process.argv.slice(2);
if (groupingFile === undefined) fail('Name the grouping: node .config/bundle-places.mjs GROUPING.csv [KLASS [TARGET]]');
const groups = readGroups(readFileSync(groupingFile, 'utf8'));
const official = klass === undefined ? null : await askKlass(klass);
if (official !== null) refuseDifferences(groups, official);
writeFileSync(target, moduleText(groups, official));
console.log(`${groups.length} municipalities written to ${target}.`);

function byYear(year, codes) {
  return Object.fromEntries(codes.map((code) => [code, year]));
}

/** Each municipality of today with its spans of codes, newest first. */
function readGroups(csv) {
  const rows = parse(csv, { columns: true, trim: true });
  const codes = [...new Set(rows.map(({ group }) => group.slice(2)))].filter((code) => /^\d{4}$/.test(code)).sort();
  return codes.map((code) => {
    const members = rows.filter(({ group }) => group.slice(2) === code);
    const lives = members.filter(({ code: one }) => /^\d{4}$/.test(one) && !DIVIDED.includes(one)).map(lifeOf);
    return { code, name: members[0].group_name, spans: spansOf(lives.filter(({ to }) => to >= BEGINS)) };
  });
}

/** A code, its name, and the years it was in use. */
function lifeOf({ code, label }) {
  const years = /\((\d{4})?-(\d{4})\)\s*$/.exec(label);
  const implied = FIRST_YEARS[code] ?? FIRST_YEARS[code.slice(0, 2)] ?? -Infinity;
  const from = years === null ? implied : Number(years[1] ?? -Infinity);
  return {
    code,
    name: label.replace(/\s*\([^)]*\)/g, '').trim(),
    from: from <= BEGINS ? -Infinity : from,
    to: Number(years?.[2] ?? Infinity),
  };
}

/** Years cut wherever a code begins or ends, so that codes in use together have the same years. */
function spansOf(lives) {
  const starts = [...new Set(lives.flatMap(({ from, to }) => [from, to + 1]))].filter((year) => year < Infinity);
  const cuts = starts.sort((a, b) => a - b);
  return cuts
    .map((from, index) => {
      const to = (cuts[index + 1] ?? Infinity) - 1;
      return { from, to, lives: lives.filter((life) => life.from <= from && to <= life.to) };
    })
    .filter((span) => span.lives.length > 0)
    .reverse();
}

async function askKlass(klass) {
  const read = async (path, file) => {
    if (!/^https?:/.test(klass)) return JSON.parse(readFileSync(join(klass, file), 'utf8'));
    const answer = await fetch(`${klass}/classifications/131/${path}`, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(20_000),
    });
    if (!answer.ok) throw new Error(`it answered with ${answer.status}`);
    return answer.json();
  };
  const today = new Date().toISOString().slice(0, 10);
  try {
    const { codes } = await read(`codesAt?date=${today}`, 'codesAt.json');
    const { codeChanges } = await read(`changes?from=2024-01-02&to=${today}`, 'changes.json');
    const municipalities = codes.filter(({ code }) => code !== NO_MUNICIPALITY);
    return { names: new Map(municipalities.map(({ code, name }) => [code, name])), changes: codeChanges };
  } catch (error) {
    console.warn(`Klass was not heard (${error.message.replace(/\.$/, '')}); the names are those of the grouping.`);
    return null;
  }
}

function refuseDifferences(groups, { names, changes }) {
  const known = new Set(groups.map(({ code }) => code));
  const differences = [
    ...[...names.keys()].filter((code) => !known.has(code)).map((code) => `${code} is in Klass alone`),
    ...[...known].filter((code) => !names.has(code)).map((code) => `${code} is in the grouping alone`),
    ...changes
      .filter(({ oldCode, newCode, changeOccurred }) => oldCode !== newCode && changeOccurred > '2024-01-01')
      .map(({ oldCode, newCode, changeOccurred }) => `${oldCode} became ${newCode} on ${changeOccurred}`),
  ];
  if (differences.length > 0)
    fail(`Klass says otherwise than the grouping; get a newer one:\n${differences.join('\n')}`);
}

function moduleText(groups, official) {
  const entries = groups.map(({ code, name, spans }) => {
    const all = (official?.names.get(code) ?? name).replaceAll('\u00A0', ' ').trim();
    const short = norwegianOf(all);
    return `${code} ${short}${all === short ? '' : ` = ${all}`}: ${spans.map((span) => spanText(span, short)).join(', ')}`;
  });
  const names = official === null ? '' : ', names by Klass 131';
  return `// Written by .config/bundle-places.mjs on ${new Date().toISOString().slice(0, 10)}. Source: Statistics Norway's grouping agg_KommSummerS (CC BY 4.0)${names}.

/** When the table below was made. */
export const BUNDLED_ON = '${new Date().toISOString().slice(0, 10)}';

/**
 * \`code name = every official name: codes first-last\`, newest first, codes of the same years joined by \`+\`, the name of one
 * that was called otherwise behind it. Entries are parted by \`;\`.
 */
export const MUNICIPALITIES = \`
${wrap(entries)}
\`;
`;
}

function norwegianOf(name) {
  const parts = name.replace(/\s*\([^)]*\)/g, '').split(' - ');
  return parts.find((part) => NORWEGIAN.includes(part)) ?? parts[0];
}

function spanText({ from, to, lives }, name) {
  const [only] = lives;
  const former =
    lives.length === 1 && !only.name.split(' - ').some((one) => norwegianOf(one) === name) ? `(${only.name})` : '';
  const codes = lives
    .map(({ code }) => code)
    .sort()
    .join('+');
  if (from === -Infinity && to === Infinity) return codes;
  return `${codes}${former} ${from === -Infinity ? '' : from}-${to === Infinity ? '' : to}`;
}

/** As many entries on a line as there is room for. */
function wrap(entries) {
  const lines = [''];
  for (const entry of entries) {
    const line = lines.at(-1);
    const longer = line === '' ? `${entry};` : `${line} ${entry};`;
    if (longer.length <= 120) lines[lines.length - 1] = longer;
    else lines.push(`${entry};`);
  }
  return lines.join('\n');
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
