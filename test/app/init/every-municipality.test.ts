import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobs } from '../../../jobs/index.ts';
import { checkExamples } from '../../../src/app/assess/check-examples.ts';
import { initFolder } from '../../../src/app/init/init-folder.ts';
import type { InitReport } from '../../../src/app/init/init-report.ts';
import { findPlace, type Place } from '../../../src/model/data/place.ts';
import { LANGUAGES } from '../../../src/model/language.ts';
import { bundledPlaces } from '../../../src/places/bundled/bundled-places.ts';
import { judgeSettings } from '../../../src/places/judge-settings.ts';
import { readSettings, type ReadSettings } from '../../../src/settings/load-settings.ts';
import { temporaryFolder } from '../../support/cli.ts';

/** Statistics Norway's own, which lies beside the project, not in it, and not on every machine. */
const GROUPING = fileURLToPath(new URL('../../../../shared/data/ssb/klass/kommsummers-groups.csv', import.meta.url));
/** Municipalities that were, or were made of, one that was divided: the years in which that lasted are left out. */
const OF_A_SPLIT = ['1508', '1580', '1806', '1875', '5055', '5056', '5059'];

const municipalities = bundledPlaces().filter(({ level }) => level === 'municipality');

interface Made extends ReadSettings {
  readonly report: InitReport;
  readonly folder: string;
}

describe('a folder for each of the 357 municipalities', () => {
  const made = new Map<string, Made>();
  const { path, remove } = temporaryFolder();

  // Offline, as on the command line, in each of the languages in turn.
  beforeAll(async () => {
    for (const [at, { code }] of municipalities.entries()) {
      const folder = join(path, code);
      const language = LANGUAGES[at % LANGUAGES.length] ?? 'nb';
      const report = await initFolder(folder, { municipality: code, language, offline: true });
      made.set(code, { report, folder, ...readSettings(folder, { jobs, places: bundledPlaces() }) });
      // The report of the tests would time out.
      await setImmediate();
    }
  }, 240_000);
  afterAll(() => remove());

  /** Codes whose folders are not as they should be. */
  const exceptions = (isRight: (one: Made) => boolean) =>
    [...made].flatMap(([code, one]) => (isRight(one) ? [] : [code]));

  it('is there, and is valid with every worked example', async () => {
    expect(made.size).toBe(357);
    for (const { folder, settings, indicators } of made.values()) {
      checkExamples(folder, settings, indicators);
      await setImmediate();
    }
  });

  it('contradicts itself on no place, and lacks nothing that readers would miss', () => {
    expect(exceptions(({ settings: { geography } }) => judgeSettings(geography, 2026).length === 0)).toEqual([]);
    expect(exceptions(({ warnings }) => warnings.length === 0)).toEqual([]);
  });

  it('has adopted nothing for anybody', () => {
    const isOpen = ({ settings: { indicators, geography } }: Made) =>
      indicators.length === 7 &&
      indicators.every(({ rule }) => rule.id === 'not-set') &&
      geography.peerGroups.every(({ confirmed }) => !confirmed);
    expect(exceptions(isOpen)).toEqual([]);
  });

  it('compares with the others of the county, and the one alone in its county with ASSS', () => {
    expect(exceptions(({ report: { peers } }) => peers?.id === 'county')).toEqual(['0301']);
    const { settings, report } = made.get('4036') ?? {};
    expect(report?.peers?.regions).toHaveLength(16);
    expect(settings?.geography.peerGroups[0]?.regions.map(({ name }) => name)).toContain('Kviteseid');
  });

  it('says of which years nothing is known, and why, where a neighbour was divided', () => {
    expect(exceptions(({ report }) => report.leftOut.length === 0)).toEqual(OF_A_SPLIT);
    expect(made.get('1580')?.report.leftOut).toEqual([
      'Left out: figures in 2020-2023, since 1507 Ålesund held both 1508 Ålesund and 1580 Haram; those years belong to none of them alone.',
    ]);
  });

  it.skipIf(!existsSync(GROUPING))('has the codes of Statistics Norway’s grouping, but for those of a split', () => {
    const rows = parse<{ group: string; code: string }>(readFileSync(GROUPING, 'utf8'), { columns: true });
    const membersOf = (code: string) =>
      rows.filter(({ group }) => group === `K.${code}`).map(({ code: member }) => member);
    const differing = exceptions(({ settings: { geography } }) => {
      const codes = new Set(ownPlace(geography).codes.map(({ code }) => code));
      const since2002 = membersOf(geography.own);
      return since2002.length > 0 && [...codes].every((code) => since2002.includes(code));
    });
    expect(differing).toEqual([]);
    const lacking = [...made].flatMap(([code, { settings }]) => {
      const codes = new Set(ownPlace(settings.geography).codes.map((one) => one.code));
      return membersOf(code).filter((member) => !codes.has(member));
    });
    // Codes that ended before 2002, and the one that was divided.
    expect(lacking).toEqual(['1214', '1507', '0716u', '0718']);
  });
});

function ownPlace(geography: Parameters<typeof findPlace>[0]): Place {
  const place = findPlace(geography, 'municipality', geography.own);
  if (place === undefined) throw new Error(`${geography.own} is no place of its settings`);
  return place;
}
