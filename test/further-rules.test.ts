import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nock from 'nock';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { typeCommand } from './support/command-line.ts';
import { copyConfig } from './support/edited-config.ts';
import { openWorld, prepareDatabase, type PreparedDatabase } from './support/world.ts';

interface Indicator {
  readonly rule: string;
  readonly keys: string;
  readonly per?: string;
}

const RULES: Readonly<Record<string, Indicator>> = {
  'has-a-limit': { rule: '{ id: threshold, min: 100, outer: { min: 50 } }', keys: 'measure: level' },
  'has-a-target': {
    rule: '{ id: target, direction: increase, value: 100000, base: 2020, year: 2030, path: straight, tolerance: { absolute: 10 } }',
    keys: 'measure: level',
  },
  'has-a-rank': {
    rule: '{ id: rank, direction: increase, within: 3 }',
    keys: 'measure: level\npeers: competing-regions',
  },
  'has-a-neighbour': {
    rule: "{ id: against, place: '3303', as: share, min: 90, direction: increase, tolerance: { absolute: 0 } }",
    keys: 'measure: level',
  },
  'has-a-mean': {
    rule: '{ id: no-worse-than-mean, direction: increase, periods: 3, tolerance: { absolute: 0 } }',
    keys: 'measure: level',
  },
  'has-a-demand': {
    rule: '{ id: annual-change, direction: increase, tolerance: { absolute: 0 }, atLeast: { percentOfPrevious: 1 } }',
    keys: 'measure: ratio',
    per: "{ dataset: employed-total, terms: [{ NACE2007: ['00-99'] }], times: 1000 }",
  },
};

function toYaml(id: string, { rule, keys, per }: Indicator, position: number): string {
  return `id: ${id}
position: ${position}
title: Tittel ${id}
titleEn: Title ${id}
goal: Mål
subgoal: Delmål
ambition: Ambisjon
measurement: Offentlig statistikk
inputs:
  - dataset: employed-total
    terms: [{ NACE2007: ['00-99'] }]
    ${per === undefined ? '' : `per: ${per}`}
    proxy: false
    unit: personer
    unitEn: persons
    decimals: 0
${keys}
step: 1 year
rule: ${rule}
references: [Plan]
workedExample:
  periods: ['2025']
  own: [1]
  expect: { value: 1, status: on-track }
`.replace('  own: [1]', `  own: [1]${EXAMPLES[id] ?? ''}`);
}

const EXAMPLES: Readonly<Record<string, string>> = {
  'has-a-neighbour': "\n  places: { '3303': [1] }",
  'has-a-demand': '\n  per: [1]',
  'has-a-rank': `\n  peers: { ${[
    ...['nedre-glomma', 'nedre-romerike', 'asker-og-baerum', 'tonsberg', 'grenland', 'kongsberg', 'kristiansand'],
    'moss',
  ]
    .map((region) => `${region}: [0]`)
    .join(', ')} }`,
};

let prepared: PreparedDatabase;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase({ now: new Date() });
});
afterAll(() => prepared.remove());

describe('indicators whose rules ask where a value stands', () => {
  test('are judged, explained and shown on the page by the program as it is', async () => {
    const configDir = copyConfig();
    for (const [index, [id, indicator]] of Object.entries(RULES).entries()) {
      writeFileSync(join(configDir, 'indicators', `${id}.yaml`), toYaml(id, indicator, 20 + index));
    }
    const world = await openWorld({ database: prepared.file, configDir });
    const type = async (...words: string[]) => {
      const { exitCode, stdout, stderr } = await typeCommand(words, world.env);
      expect(exitCode, stderr).toBe(0);
      return stdout;
    };
    const { changes } = JSON.parse(await type('check', '--json')) as { changes: { id: string; to: string }[] };
    expect(changes.map(({ id }) => id)).toEqual(Object.keys(RULES));
    expect(await type('explain', 'has-a-demand')).toContain('Delt på tall fra');
    const folder = mkdtempSync(join(tmpdir(), 'naeringspuls-page-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    const file = join(folder, 'page.html');
    await type('report', '--out', file);
    const page = readFileSync(file, 'utf8');
    for (const id of Object.keys(RULES)) expect(page).toContain(`id="${id}"`);
    expect(page).toContain('Verdi mot grense');
    expect(page).toContain('Plassering i sammenlikningsgruppen');
    expect(await type('status', '--json')).toContain('has-a-mean');
  });

  test('divide the figures of others too by what no other indicator reads', async () => {
    const configDir = copyConfig();
    rmSync(join(configDir, 'indicators', 'job-growth.yaml'));
    const peers = EXAMPLES['has-a-rank'] ?? '';
    const ratio = { ...RULES['has-a-demand'], rule: '{ id: rank, direction: increase, within: 3 }' };
    const yaml = toYaml('has-a-share', { ...ratio, keys: 'measure: ratio\npeers: competing-regions' }, 30)
      .replace("employed-total\n    terms: [{ NACE2007: ['00-99'] }]", 'new-enterprises\n    terms: [{}]')
      .replace('own: [1]', `own: [1]\n  per: [1]${peers}${peers.replace('peers', 'perPeers').replaceAll('[0]', '[1]')}`)
      .replace('value: 1,', 'value: 1000,');
    writeFileSync(join(configDir, 'indicators', 'has-a-share.yaml'), yaml);
    const world = await openWorld({ database: prepared.file, configDir });
    const { stdout, stderr, exitCode } = await typeCommand(['check', '--json'], world.env);
    expect(exitCode, stderr).toBe(0);
    const { changes } = JSON.parse(stdout) as { changes: { id: string; to: string }[] };
    expect(changes.find(({ id }) => id === 'has-a-share')?.to).toMatch(/^o(n|ff)-track$/);
  });
});
