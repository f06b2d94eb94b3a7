import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { copyConfig } from './edited-config.ts';

/** What a municipality says itself, by the key it says it under. */
const OWN_WORDS: Readonly<Record<string, string>> = {
  ...{ title: 'Ein indikator', shortTitle: 'Indikator', goal: 'Eit hovudmål', subgoal: 'Eit delmål' },
  ...{ ambition: 'Betre kvart år', measurement: 'Offentleg statistikk', meaning: 'Det talet seier.' },
  ...{ notMeasured: 'Det talet ikkje seier.', reason: 'ny metode', reference: 'sak 1' },
  ...{ unit: 'einingar', unitInWords: 'einingar i alt' },
};

/** The settings that ship as those of a municipality whose language is nynorsk, its own words included. */
export function nynorskConfig(): string {
  const dir = copyConfig(
    ['plan.yaml', 'language: nb', 'language: nn'],
    ['plan.yaml', 'Drammen kommunes næringslivsundersøkelse', 'Næringslivsundersøkinga'],
    ['plan.yaml', 'Utslipp av klimagasser i kommuner', 'Utslepp av klimagassar i kommunane'],
    ['alerts.yaml', 'language: nb', 'language: nn'],
    ['peers.yaml', 'title: ASSS-kommunene', 'title: ASSS-kommunane'],
    ['peers.yaml', 'Konkurrerende næringslivsregioner', 'Konkurrerande næringslivsregionar'],
  );
  const indicators = readdirSync(join(dir, 'indicators')).map((name) => join('indicators', name));
  for (const name of [...indicators, 'corrections.yaml']) {
    const file = join(dir, name);
    writeFileSync(file, stringify(reworded(parse(readFileSync(file, 'utf8')))));
  }
  return dir;
}

/** Percentages stay so: a unit decides how a change is said. */
function reworded(value: unknown, key = ''): unknown {
  if (typeof value === 'string') {
    if (key === 'references') return 'Plan';
    return key === 'unit' && value.startsWith('prosent')
      ? value.replace('omsetningen', 'omsetninga')
      : (OWN_WORDS[key] ?? value);
  }
  if (Array.isArray(value)) return value.map((one) => reworded(one, key === 'references' ? key : ''));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, reworded(one, name)]));
}
