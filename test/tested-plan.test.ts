import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jobs } from '../jobs/index.ts';
import { checkExamples } from '../src/app/assess/check-examples.ts';
import { codesInYear } from '../src/model/data/place.ts';
import { meaningOf } from '../src/model/plan/indicator.ts';
import { findText } from '../src/model/plan/worded.ts';
import { bundledPlaces } from '../src/places/bundled/bundled-places.ts';
import { loadSettings, readSettings } from '../src/settings/load-settings.ts';
import { typeCommand } from './support/command-line.ts';
import { SETTINGS } from './support/cli.ts';
import { copyConfig } from './support/edited-config.ts';

const settings = loadSettings(SETTINGS, { jobs, places: bundledPlaces() });
const indicator = (id: string) => settings.indicators.find((one) => one.id === id);
const place = (code: string) => settings.geography.municipalities.find((one) => one.code === code)!;
const group = (id: string) => settings.geography.peerGroups.find((one) => one.id === id);

describe('the plan that the program is tested on', () => {
  test('holds the indicators of the plan in its order', () => {
    expect(settings.indicators.map(({ id, position }) => `${position} ${id}`)).toEqual([
      '1 industry-diversity',
      '2 skills-gap',
      '3 business-satisfaction',
      '4 business-perception',
      '5 business-emissions',
      '6 product-innovation',
      '7 job-growth',
      '8 new-enterprises',
      '9 employment-rate',
    ]);
  });

  test.each([
    ['industry-diversity', 'Stabilt eller årlig forbedret næringsmangfold'],
    ['skills-gap', 'Ambisjonsnivået fastlegges når det foreligger målinger'],
    ['business-satisfaction', 'Årlig forbedring i næringslivets tilfredshet'],
    ['business-perception', 'Årlig forbedring'],
    ['business-emissions', 'Årlig reduserte klimagassutslipp'],
    ['product-innovation', 'Årlig økning i samlet omsetning fra produktinnovasjoner'],
    [
      'job-growth',
      'Større vekst i antall arbeidsplasser (prosent) i Drammen enn i de konkurrerende næringslivsregionene',
    ],
    [
      'new-enterprises',
      'Årlig vekst i antall nyetablerte foretak og større vekst i antall nyetableringer (prosent) i Drammen enn i de konkurrerende næringslivsregionene',
    ],
    ['employment-rate', 'Årlig forbedring sammenliknet med gjennomsnittet av ASSS-kommunene'],
  ])('shows the ambition of %s as it was adopted', (id, ambition) => {
    expect(indicator(id)?.ambition).toBe(ambition);
  });

  test('declares the break of 2015 in every series of employment in the registers', () => {
    expect(settings.breaks.map(({ dataset, period, reference }) => [dataset, period, reference])).toEqual([
      ['employed-total', '2015', 'https://www.ssb.no/statbank/table/07984'],
      ['employed-by-industry', '2015', 'https://www.ssb.no/statbank/table/07984'],
      ['employed-by-industry-rounded', '2015', 'https://www.ssb.no/statbank/table/13470'],
      ['employment-rate', '2015', 'https://www.ssb.no/statbank/table/06445'],
    ]);
  });

  test('declares no break before the first period that is asked for', () => {
    const firstYears = (dataset: string) =>
      jobs
        .flatMap(({ datasets }) => datasets)
        .filter(({ id }) => id === dataset)
        .flatMap(({ alternatives }) => alternatives.map(({ time }) => /^from\((\d{4})\)$/.exec(time)?.[1]));
    expect(settings.breaks.map(({ dataset }) => [dataset, ...new Set(firstYears(dataset))])).toEqual([
      ['employed-total', '2008'],
      ['employed-by-industry', '2008'],
      ['employed-by-industry-rounded', '2008'],
      ['employment-rate', '2005'],
    ]);
  });

  test('leaves the total and the unspecified out of the industries that diversity is made of', () => {
    const groups = indicator('industry-diversity')?.inputs[0]?.terms[0]?.['NACE2007'];
    expect(groups).toHaveLength(16);
    expect(groups).not.toContain('00-99');
    expect(groups).not.toContain('00');
  });

  test('says that reuse is not measured', () => {
    expect(indicator('business-emissions')?.notMeasured).toMatch(/^Gjenbruk/);
  });

  test.each([SETTINGS, 'test/fixtures/other-municipality'])('lacks no text, in %s', (dir) => {
    expect(readSettings(dir, { jobs, places: bundledPlaces() }).warnings).toEqual([]);
  });

  test('says of every number in both languages what it is, and its unit in words', () => {
    const languages = ['nb', 'en'] as const;
    const silent = settings.indicators.flatMap((one) =>
      one.inputs.flatMap((input) =>
        languages.filter((language) => {
          const said = [meaningOf(one, input.dataset, language), findText(input, 'unitInWords', language)];
          // What is in the plan's own language is in bokmål here.
          return said.some((found) => found === null || (found.language ?? 'nb') !== language);
        }),
      ),
    );
    expect(silent).toEqual([]);
  });

  test('says in both languages what is not measured where figures stand in for something else', () => {
    const proxies = settings.indicators.filter(({ inputs }) => inputs.some(({ proxy }) => proxy));
    expect(proxies.map(({ id }) => id)).toEqual(['skills-gap', 'business-emissions', 'product-innovation']);
    expect(proxies.filter((one) => one.notMeasured === undefined || one.notMeasuredEn === undefined)).toEqual([]);
  });

  test('says that innovation answers another question than the ambition', () => {
    expect(indicator('product-innovation')?.notMeasured).toBe(
      'Planen gjelder samlet omsetning i kroner, hvert år, i Drammen. SSB publiserer bare andelen av omsetningen, for hele landet, annethvert år.',
    );
  });

  test('says that the skills gap is a share of residents with higher education', () => {
    expect(indicator('skills-gap')?.meaning).toBe(
      'Andelen innbyggere på 16 år og over som har høyere utdanning. Ingen statistikk måler kompetansegapet i Drammen, så dette tallet brukes i stedet.',
    );
    expect(indicator('skills-gap')?.inputs[0]?.unitInWords).toBe('prosent med høyere utdanning');
  });

  test('says how many groups the index of diversity has, and how high it can be', () => {
    const groups = indicator('industry-diversity')?.inputs[0]?.terms[0]?.['NACE2007'] as readonly string[];
    const highest = String(1 - 1 / groups.length);
    expect(indicator('industry-diversity')?.meaning).toContain(`${groups.length} grupper`);
    expect(indicator('industry-diversity')?.meaning).toContain(`høyest mulig er ${highest.replace('.', ',')}`);
    expect(indicator('industry-diversity')?.meaningEn).toContain(`the highest possible is ${highest}`);
  });

  test('names every sector of emissions, those that are counted and those that are left out', () => {
    const [municipal] = indicator('business-emissions')?.inputs ?? [];
    const counted = municipal?.terms.flatMap(({ Sektor: sectors }) => sectors as readonly string[]) ?? [];
    const leftOut = ['Oppvarming', 'Luftfart', 'produkter med fluorgasser'];
    expect(counted).toHaveLength(7);
    expect(municipal?.leftOut?.['Sektor']).toEqual(expect.arrayContaining(leftOut));
    const said = municipal?.meaning?.toLowerCase() ?? '';
    expect([...counted, ...leftOut].filter((sector) => !said.includes(sector.toLowerCase()))).toEqual([]);
  });

  test.each([
    ['job-growth', ['15–74 år', 'arbeidssted', '4. kvartal']],
    ['industry-diversity', ['15–74 år', 'arbeidssted', '4. kvartal']],
    ['employment-rate', ['15–74 år', '4. kvartal', 'elleve']],
    ['business-satisfaction', ['fra 0 til 100']],
    ['business-perception', ['fra 0 til 100']],
  ])('says of whom and when %s is measured', (id, words) => {
    expect(words.filter((word) => indicator(id)?.meaning?.includes(word) !== true)).toEqual([]);
  });

  test('compares with the eleven other members of ASSS', () => {
    const members = group('asss')?.regions.flatMap((region) => region.members);
    expect(members).toHaveLength(12);
    expect(members).toContain(settings.plan.municipality.code);
    expect(group('asss')?.confirmed).toBe(true);
  });

  test('holds the competing regions as a proposal', () => {
    expect(group('competing-regions')?.confirmed).toBe(false);
    expect(group('competing-regions')?.regions).toHaveLength(8);
  });
});

describe('the code histories', () => {
  test.each([
    ['3301', 2019, ['0602', '0625', '0711']],
    ['3301', 2020, ['3005']],
    ['3301', 2024, ['3301']],
    ['5001', 2017, ['1601', '1662']],
    ['5001', 2018, ['5001', '5030']],
    ['5001', 2020, ['5001']],
    ['1103', 2019, ['1103', '1141', '1142']],
    ['0301', 2008, ['0301']],
    ['3905', 2019, ['0704', '0716']],
  ])('of %s give for %i %j', (code, year, codes) => {
    expect(codesInYear(place(code), year)).toEqual(codes);
  });

  test('give every municipality a code in every year that jobs ask for', () => {
    const years = Array.from({ length: 22 }, (_, index) => 2005 + index);
    const gaps = settings.geography.municipalities.flatMap((municipality) =>
      years
        .filter((year) => codesInYear(municipality, year).length === 0)
        .map((year) => `${municipality.code} ${year}`),
    );
    expect(gaps).toEqual([]);
  });

  test('leave out the years of counties larger than those of today', () => {
    const buskerud = settings.geography.counties.find(({ code }) => code === '33')!;
    expect([2019, 2022, 2024].map((year) => codesInYear(buskerud, year))).toEqual([['06'], [], ['33']]);
  });
});

test('another municipality needs other settings and nothing else', () => {
  const other = loadSettings('test/fixtures/other-municipality', { jobs, places: bundledPlaces() });
  expect(other.plan.municipality.name).toBe('Bergen');
  expect(other.geography.own).toBe('4601');
});

describe('the worked examples', () => {
  const run = (dir: string) => checkExamples(dir, loadSettings(dir, { jobs, places: bundledPlaces() }));

  test.each([SETTINGS, 'test/fixtures/other-municipality'])('in %s come out as worked by hand', (dir) => {
    expect(() => run(dir)).not.toThrow();
  });

  test.each([
    ['value: -1.9', 'value: -1.8', "-1.9 and 'on-track', and -1.8 and 'on-track' are expected"],
    ['status: on-track', 'status: stable', "-1.9 and 'on-track', and -1.9 and 'stable' are expected"],
    ['bergen: [66.5, 66.6]', 'bergen: [66.5, 77.6]', "-2.9 and 'off-track', and -1.9 and 'on-track' are expected"],
  ])('of a folder are run by config check: %s changed to %s', async (found, replacement, expected) => {
    const CONFIG_DIR = copyConfig(['indicators/employment-rate.yaml', found, replacement]);
    const { exitCode, stdout, stderr } = await typeCommand(['config', 'check'], { CONFIG_DIR });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(`The worked example comes out as ${expected}. What is said of it: `);
    expect(stderr).toMatch(/^The settings have one problem:\n.+employment-rate\.yaml:\d+:\d+ The worked/);
    const line = Number(/yaml:(\d+):/.exec(stderr)?.[1]);
    const lines = readFileSync(join(CONFIG_DIR, 'indicators/employment-rate.yaml'), 'utf8').split('\n');
    expect(lines[line - 1]).toContain('expect:');
  });
});
