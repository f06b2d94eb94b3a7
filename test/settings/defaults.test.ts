import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { jobs } from '../../jobs/index.ts';
import { bundledPlaces } from '../../src/places/bundled/bundled-places.ts';
import { KNOWN_BREAKS } from '../../src/settings/in-force/known-breaks.ts';
import { loadSettings } from '../../src/settings/load-settings.ts';
import type { Settings } from '../../src/model/plan/settings.ts';
import { SETTINGS, temporaryFolder } from '../support/cli.ts';
import { typeCommand } from '../support/command-line.ts';
import { openWorld } from '../support/world.ts';

const PLAN = "municipality: { code: '4036', name: Vinje }\ntitle: Næringsplan\nhorizonYear: 2030\n";
const PEERS = `groups:
  - id: neighbours
    title: Nabokommunene
    confirmed: false
    regions:
      - { id: tokke, name: Tokke, members: ['4034'] }
      - { id: tinn, name: Tinn, members: ['4026'] }
`;

/** A folder of four short files, and of more where they are given. */
function shortFolder(more: Readonly<Record<string, string>> = {}): string {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  mkdirSync(join(path, 'indicators'));
  const files = {
    'plan.yaml': PLAN,
    'peers.yaml': PEERS,
    'indicators/skills-gap.yaml': norwegianOnly('skills-gap'),
    'indicators/industry-diversity.yaml': norwegianOnly('industry-diversity'),
    ...more,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}

/** An indicator without a word of English. */
function norwegianOnly(id: string): string {
  const file: unknown = parse(readFileSync(join(SETTINGS, 'indicators', `${id}.yaml`), 'utf8'));
  return stringify(JSON.parse(JSON.stringify(file, (key, value: unknown) => (key.endsWith('En') ? undefined : value))));
}

const load = (folder: string): Settings => loadSettings(folder, { jobs, places: bundledPlaces() });

describe('a folder of four short files', () => {
  const read = () => load(shortFolder());

  test('is in bokmål, and has the files that a municipality may hand in', () => {
    const settings = read();
    expect(settings.plan).toMatchObject({
      language: 'nb',
      survey: { title: 'Kommunens næringslivsundersøkelse', allowedAgeDays: 430 },
      municipalEmissions: { title: 'Utslipp av klimagasser i kommuner, Miljødirektoratet', allowedAgeDays: 430 },
    });
  });

  test('notifies a webhook once there is one, keeps backups, and has a page without an address', () => {
    const settings = read();
    expect(settings.alerts).toEqual({
      language: 'nb',
      greeting: 'Hei!',
      timeZone: 'Europe/Oslo',
      channels: [{ name: 'webhook', by: 'webhook', payload: 'json', audience: 'staff' }],
      reminders: { everyDays: 0 },
      withoutOperations: 'staff',
      unsettled: { changes: 4, withinDays: 30 },
    });
    expect(settings.backup).toEqual({ folder: 'backups', keepDaily: 14 });
    expect(settings.report).toEqual({ address: null });
  });

  test('has the breaks that the source has for everyone, and no corrections', () => {
    const settings = read();
    expect(settings.breaks).toEqual(KNOWN_BREAKS);
    expect(settings.corrections).toEqual([]);
  });

  test('has titles and units of the plan in English texts too', () => {
    const settings = read();
    const [indicator] = settings.indicators;
    expect(indicator?.titleEn).toBe(indicator?.title);
    expect(indicator?.inputs.map(({ unitEn }) => unitEn)).toEqual(indicator?.inputs.map(({ unit }) => unit));
    expect(settings.geography.peerGroups[0]?.titleEn).toBe('Nabokommunene');
  });

  test('knows the codes of its places', () => {
    const settings = read();
    expect(
      settings.geography.municipalities.map(({ name, codes }) => [name, ...codes.map(({ code }) => code)]),
    ).toEqual([
      ['Vinje', '4036', '3825', '0834'],
      ['Tinn', '4026', '3818', '0826'],
      ['Tokke', '4034', '3824', '0833'],
    ]);
  });
});

test('what is written stands in place of a default, key by key', () => {
  const settings = load(
    shortFolder({
      'alerts.yaml': 'greeting: God dag,\n',
      'backup.yaml': 'keepDaily: 3\n',
      'corrections.yaml': 'breaks: []\n',
      'plan.yaml': `${PLAN}survey: { title: Spørreundersøkelsen }\n`,
    }),
  );
  expect(settings.alerts).toMatchObject({ greeting: 'God dag,', timeZone: 'Europe/Oslo' });
  expect(settings.backup).toEqual({ folder: 'backups', keepDaily: 3 });
  expect(settings.breaks).toEqual([]);
  expect(settings.plan.survey).toEqual({ title: 'Spørreundersøkelsen', licence: 'Eies av kommunen' });
});

test('messages are in the language of the plan unless they are in another', () => {
  const nynorsk = { 'plan.yaml': `${PLAN}language: nn\n` };
  expect(load(shortFolder(nynorsk)).alerts.language).toBe('nn');
  const english = load(shortFolder({ ...nynorsk, 'alerts.yaml': 'language: en\n' })).alerts;
  expect([english.language, english.greeting]).toEqual(['en', 'Hello!']);
});

test('a whole folder says of breaks what everyone has', () => {
  expect(load(SETTINGS).breaks).toEqual(KNOWN_BREAKS);
});

test('a folder of four short files runs from the first figures to a status and a page', async () => {
  const world = await openWorld({ configDir: shortFolder() });
  expect(await typeCommand(['config', 'check'], world.env)).toMatchObject({ exitCode: 0 });
  await world.ingest({ jobs: ['skills', 'jobs'] });
  const { exitCode, stdout } = await typeCommand(['status', '--json'], world.env);
  expect(exitCode).toBe(0);
  const { municipality, indicators } = JSON.parse(stdout) as {
    municipality: { name: string };
    indicators: { id: string; period: string | null }[];
  };
  expect(municipality.name).toBe('Vinje');
  expect(indicators.map(({ id }) => id).sort()).toEqual(['industry-diversity', 'skills-gap']);
});
