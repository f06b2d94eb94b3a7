import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { beforeAll, describe, expect, test } from 'vitest';
import { Database } from '../../src/store/sqlite-driver.ts';
import { recount } from './by-sql.ts';
import { newEnterprises } from '../statbank/figures/made-up-series.ts';
import { ROOT } from '../support/cli.ts';
import { copyConfig } from '../support/edited-config.ts';
import { statusOf, typeIn } from '../support/typed-world.ts';
import { openWorld, type World } from '../support/world.ts';

const LATEST = 2025;

/** Groups of which each has one region, the county or the country. */
const GROUPS = `groups:
  - id: fylket
    title: fylket
    titleEn: the county
    confirmed: true
    regions: [{ id: buskerud, name: Buskerud, members: ['33'] }]
  - id: landet
    title: landet
    titleEn: the country
    confirmed: true
    regions: [{ id: norge, name: Norge, members: ['0'] }]
`;

/** Copies a sample of the gallery into settings under a name of its own, with some of its texts replaced. */
function addSample(dir: string, { id, sample, position }: Sample, edits: Readonly<Record<string, string>>): void {
  const written = readFileSync(join(ROOT, 'config/indicators/_gallery', `${sample}.yaml`), 'utf8');
  const named = written.replace(/^id: .*/m, `id: ${id}`).replace(/^position: .*/m, `position: ${position}`);
  const text = Object.entries(edits).reduce((all, [found, put]) => {
    if (!all.includes(found)) throw new Error(`'${found}' does not stand in ${sample}`);
    return all.replaceAll(found, () => put);
  }, named);
  writeFileSync(join(dir, 'indicators', `${id}.yaml`), text);
}

interface Sample {
  readonly id: string;
  readonly sample: string;
  readonly position: number;
}

const GROWTH = {
  "dataset: employed-total\n    terms:\n      - NACE2007: ['00-99'] # all industries":
    'dataset: new-enterprises\n    terms: [{}]',
  'against: mean': 'against: pooled',
};
const GROUP_OF_SAMPLE = 'peers: competing-regions';

function exampleOf(region: string): Readonly<Record<string, string>> {
  return {
    [`    nedre-glomma: [20000, 20100]
    nedre-romerike: [15000, 15300]
    asker-og-baerum: [20000, 20200]
    tonsberg: [10000, 10100]
    grenland: [15000, 15050]
    kongsberg: [5000, 5100]
    kristiansand: [20000, 20200]
    moss: [5000, 5050]`]: `    ${region}: [100000, 101000]`,
  };
}

/** Settings whose growth in new enterprises is set against that of the county and the country, and whose rate is against its county. */
function settings(): string {
  const dir = copyConfig(['peers.yaml', 'groups:\n', GROUPS]);
  addSample(
    dir,
    { id: 'than-county', sample: 'growth-lead', position: 21 },
    {
      ...GROWTH,
      ...exampleOf('buskerud'),
      [GROUP_OF_SAMPLE]: 'peers: fylket',
    },
  );
  addSample(
    dir,
    { id: 'than-the-country', sample: 'growth-lead', position: 22 },
    {
      ...GROWTH,
      ...exampleOf('norge'),
      [GROUP_OF_SAMPLE]: 'peers: landet',
    },
  );
  addSample(
    dir,
    { id: 'rate', sample: 'against', position: 23 },
    { "place: '0'": "place: '33'", "{ '0': [67.1] }": "{ '33': [67.1] }" },
  );
  return dir;
}

const growth = (region: string) => (newEnterprises(region, LATEST) / newEnterprises(region, LATEST - 1) - 1) * 100;

describe('a county and the country as those compared with', () => {
  let world: World;

  // Real requests to the stand-in on loopback.
  beforeAll(() => nock.restore());

  test('are fetched with the municipality, and the growth and level of each is recounted', async () => {
    world = await openWorld({ configDir: settings() });
    const { datasets } = await world.ingest();
    expect(datasets.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    const sqlite = new Database(world.databaseFile, { readonly: true });
    for (const [id, place] of [
      ['than-county', '33'],
      ['than-the-country', '0'],
    ] as const) {
      const { status, value, sentence } = await statusOf(world, id);
      expect(value).toBeCloseTo(growth('3301'), 8);
      const lead = growth('3301') - growth(place);
      expect(status).toBe(lead > 0.05 ? 'on-track' : lead < -0.05 ? 'off-track' : 'stable');
      expect(recount(sqlite, id).status).toBe(status);
      expect(sentence).toContain(place === '0' ? 'Norge' : 'Buskerud');
    }
    const rate = await statusOf(world, 'rate');
    expect(recount(sqlite, 'rate').status).toBe(rate.status);
    expect(rate.sentence).toContain('fylket Buskerud');
    sqlite.close();
    const shown = await typeIn(world, ['explain', 'than-county']);
    expect(shown.stdout).toContain('Buskerud');
  });
});
