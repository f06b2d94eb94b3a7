import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jobs } from '../../jobs/index.ts';
import { PipelineError } from '../../src/model/errors.ts';
import type { Settings } from '../../src/model/plan/settings.ts';
import { loadSettings } from '../../src/settings/load-settings.ts';
import { editedConfig, type Edit } from './edited-config.ts';
import { bundledPlaces } from '../../src/places/bundled/bundled-places.ts';

function refusalOf(dir: string): PipelineError {
  try {
    loadSettings(dir, { jobs, places: bundledPlaces() });
  } catch (error) {
    if (error instanceof PipelineError) return error;
    throw error;
  }
  throw new Error('the settings were accepted');
}

/** The problems an edit gives, one line each, with paths from the settings' folder. */
function problemsAfter(...edits: readonly Edit[]): string[] {
  const dir = editedConfig(...edits);
  return refusalOf(dir)
    .message.split('\n')
    .slice(1)
    .map((line) => line.replace(`${dir}/`, ''));
}

const LEAD = 'indicators/jobs-lead.yaml';
const SATISFACTION = 'indicators/satisfaction.yaml';
const DATASETS =
  "'survey', 'municipal-emissions', 'employed-by-industry', 'employed-by-industry-rounded', 'employed-total', 'employment-rate', 'new-enterprises', " +
  "'establishments', 'national-emissions', 'product-innovation', 'education-level', 'vacancies'.";

describe('settings that fit', () => {
  const load = (): Settings => loadSettings('test/fixtures/other-municipality', { jobs, places: bundledPlaces() });

  test('come in the order of the plan, without what only tests read', () => {
    const { indicators } = load();
    expect(indicators.map(({ id }) => id)).toEqual(['satisfaction', 'jobs-lead']);
    expect(indicators.some((indicator) => 'workedExample' in indicator)).toBe(false);
  });

  test('give steps and code years in the words of the model', () => {
    const { indicators, geography } = load();
    expect(indicators.map(({ step }) => step)).toEqual([{ unit: 'previous-period' }, { unit: 'year', count: 1 }]);
    expect(geography.own).toBe('4601');
    expect(geography.municipalities[0]).toEqual({
      code: '4601',
      name: 'Bergen',
      level: 'municipality',
      county: '46',
      codes: [
        { code: '4601', fromYear: 2020 },
        { code: '1201', toYear: 2019 },
      ],
    });
    expect(geography.counties).toContainEqual({
      code: '11',
      name: 'Rogaland',
      level: 'county',
      codes: [{ code: '11' }],
    });
  });

  test('carry breaks, plan and jobs along', () => {
    const { breaks, corrections, plan, jobs: loaded } = load();
    expect(breaks).toHaveLength(1);
    expect(corrections).toEqual([]);
    expect(plan.municipality).toEqual({ code: '4601', name: 'Bergen' });
    // The one dataset that its indicators use.
    expect(loaded.map(({ id, datasets }) => [id, datasets.map((one) => one.id)])).toEqual([
      ['jobs', ['employed-total']],
    ]);
    expect(loaded[0]?.datasets[0]).toEqual(jobs[0]?.datasets.find(({ id }) => id === 'employed-total'));
  });

  test('carry notes by date along, and need no file of them', () => {
    expect(load().annotations).toEqual([
      { indicator: 'jobs-lead', period: '2024', text: 'Verftet stengte', textEn: 'The shipyard closed' },
      { period: '2020', text: 'Koronapandemien', textEn: 'The pandemic' },
    ]);
    const dir = editedConfig();
    rmSync(join(dir, 'annotations.yaml'));
    expect(loadSettings(dir, { jobs, places: bundledPlaces() }).annotations).toEqual([]);
  });

  test('are frozen all the way down, and the jobs handed in are not', () => {
    const { indicators } = load();
    const rule = indicators[1]?.rule as { against: string };
    expect(() => (rule.against = 'mean')).toThrow(TypeError);
    expect(Object.isFrozen(indicators[1]?.inputs[0]?.terms[0]?.['NACE2007'])).toBe(true);
    expect(Object.isFrozen(jobs[0])).toBe(false);
  });

  test('may hold a skeleton that is not read', () => {
    const dir = editedConfig();
    writeFileSync(join(dir, 'indicators', '_draft.yaml'), 'id: [');
    expect(loadSettings(dir, { jobs, places: bundledPlaces() }).indicators).toHaveLength(2);
  });
});

describe('a refusal', () => {
  test('is one settings error that says what to do', () => {
    const error = refusalOf(editedConfig(['plan.yaml', 'horizonYear: 2035', 'horizonYear: 35']));
    expect(error.code).toBe('settings-invalid');
    expect(error.message).toMatch(/^The settings have one problem:\n/);
    expect(error.hint).toContain('naeringspuls config check');
  });

  test('lists the problems of every file at once, by file and line', () => {
    const problems = problemsAfter(
      ['plan.yaml', "'4601'", '4601'],
      ['peers.yaml', 'confirmed: true', 'confirmed: maybe'],
      [LEAD, 'against: each', 'against: all'],
      [LEAD, 'step: 1 year', 'step: yearly'],
      [SATISFACTION, 'id: satisfaction', 'id: contentment'],
    );
    expect(problems.map((line) => line.split(' ')[0])).toEqual([
      'indicators/jobs-lead.yaml:20:7',
      'indicators/jobs-lead.yaml:23:12',
      'indicators/satisfaction.yaml:1:5',
      'indicators/satisfaction.yaml:12:20',
      'peers.yaml:5:16',
      'plan.yaml:2:9',
    ]);
  });

  test('does not blame one file for what is wrong in another', () => {
    expect(problemsAfter(['peers.yaml', "['1103'] }", "['1103' }"])).toEqual([
      'peers.yaml:8:60 This is not valid YAML: Flow sequence in block collection must be sufficiently indented and end ' +
        'with a ]. Check indentation, colons, brackets and quotes from here upwards.',
    ]);
  });
});

describe('a single file', () => {
  const cases: readonly [what: string, edit: Edit, problem: string][] = [
    [
      'an unknown key is named with the nearest one',
      [LEAD, 'against: each', 'agianst: each'],
      `${LEAD}:23:3 The key 'agianst' is not known here; did you mean 'against'? Allowed: 'id', 'against', 'tolerance', 'direction'.`,
    ],
    [
      'a bare code is shown as it was typed, with quotes',
      ['regions.yaml', "{ code: '0301' }", '{ code: 0301 }'],
      "regions.yaml:19:17 0301 stands bare here and is read as a number; put quotes round it: '0301'.",
    ],
    [
      'an annotation says something',
      ['annotations.yaml', 'text: Koronapandemien', "text: ' '"],
      'annotations.yaml:7:11 This text is empty; write it out.',
    ],
    [
      'a contact can be reached',
      ['report.yaml', ', email: naering@example.org', ''],
      "report.yaml:2:10 Write 'email', 'phone' or both: a name alone reaches nobody.",
    ],
    [
      'an e-mail address is one',
      ['report.yaml', 'naering@example.org', 'naering'],
      "report.yaml:2:44 'naering' is no e-mail address, such as naering@example.org.",
    ],
    [
      'the plan is found on the web',
      ['report.yaml', 'https://example.org/plan', 'javascript:alert(1)'],
      "report.yaml:3:15 'javascript:alert(1)' is not an address that begins with http:// or https://, or null.",
    ],
    [
      'a bare code in a list is found too',
      ['peers.yaml', "members: ['1103']", 'members: [1103]'],
      "peers.yaml:8:53 1103 stands bare here and is read as a number; put quotes round it: '1103'.",
    ],
    [
      'a bare category code is found too',
      [LEAD, "['00-99']", '[84]'],
      `${LEAD}:12:20 84 stands bare here and is read as a number; put quotes round it: '84'.`,
    ],
    [
      'a direction is never assumed',
      [SATISFACTION, '  direction: increase\n', ''],
      `${SATISFACTION}:23:3 'direction' is missing; allowed: 'increase', 'decrease'.`,
    ],
    [
      'a tolerance is never assumed',
      [SATISFACTION, '  tolerance: { absolute: 0 }\n', ''],
      `${SATISFACTION}:23:3 A tolerance is written { absolute: 0.05 } or { percentOfPrevious: 0.5 }, with one of the two keys.`,
    ],
    [
      'a tolerance says what its number means',
      [SATISFACTION, '{ absolute: 0 }', '0.5'],
      `${SATISFACTION}:25:14 A tolerance is written { absolute: 0.05 } or { percentOfPrevious: 0.5 }, with one of the two keys.`,
    ],
    [
      'a tolerance has one meaning',
      [SATISFACTION, '{ absolute: 0 }', '{ absolute: 0, percentOfPrevious: 1 }'],
      `${SATISFACTION}:25:14 A tolerance is written { absolute: 0.05 } or { percentOfPrevious: 0.5 }, with one of the two keys.`,
    ],
    [
      'a tolerance is not negative',
      [SATISFACTION, '{ absolute: 0 }', '{ absolute: -1 }'],
      `${SATISFACTION}:25:26 Write it without a sign, zero or more: the direction says which way is better.`,
    ],
    [
      'a step has one of the known forms',
      [LEAD, 'step: 1 year', 'step: 0 years'],
      `${LEAD}:20:7 '0 years' is not a step: write '1 year', '2 years', '1 quarter' or 'previous-period'.`,
    ],
    [
      'an unknown rule is named with the nearest one',
      [LEAD, 'id: growth-lead', 'id: growth-led'],
      `${LEAD}:22:7 'growth-led' is not known for 'id'; did you mean 'growth-lead'? Allowed: 'annual-change', ` +
        "'stable-or-improved', 'growth-lead', 'relative-position', 'threshold', 'target', 'rank', 'against', 'no-worse-than-mean', 'all-of', 'not-set'.",
    ],
    [
      'an unknown measure is named with the nearest one',
      [LEAD, 'measure: growth', 'measure: grwoth'],
      `${LEAD}:19:10 'grwoth' is not known for 'measure'; did you mean 'growth'? Allowed: 'level', 'growth', 'gap', 'diversity', 'ratio'.`,
    ],
    [
      'categories have one of two forms',
      [LEAD, "['00-99']", "{ nt: ['00'] }"],
      `${LEAD}:12:21 The key 'nt' is not known here; did you mean 'not'? Allowed: 'not'.`,
    ],
    [
      'categories are a list even when there is one',
      [LEAD, "['00-99']", "'00-99'"],
      `${LEAD}:12:19 Categories are written ['01', '02'], or { not: ['03'] } for all but these, or { not: [] } for all.`,
    ],
    ['a text is not empty', ['plan.yaml', 'title: Oppdiktet næringsplan', 'title:'], "plan.yaml:4:7 'title' is empty."],
    [
      'decimals have a comma',
      [LEAD, 'tolerance: { absolute: 0.1 }', 'tolerance: { absolute: 0,1 }'],
      "'1' stands after a comma: write decimals with a point, such as 0.05.",
    ],
    [
      'decimals have a comma on a line of their own',
      [LEAD, 'tolerance: { absolute: 0.1 }', 'tolerance:\n    absolute: 0,1'],
      "'absolute' must be a number, and '0,1' was found. Write decimals with a point.",
    ],
    [
      'a margin is a bare number',
      [LEAD, 'tolerance: { absolute: 0.1 }', 'tolerance: 0.05'],
      "'tolerance' must be a group of keys, and '0.05' was found. It is written { absolute: 0.05 }",
    ],
    [
      'a margin is missed',
      [LEAD, 'tolerance: { absolute: 0.1 }', ''],
      "'tolerance' is missing. It is written { absolute: 0.05 }",
    ],
    ['more decimals are shown than there are', [LEAD, 'decimals: 1', 'decimals: 9'], 'from 0 to 6.'],
    ['a required key is missed', ['plan.yaml', 'horizonYear: 2035\n', ''], "plan.yaml:1:1 'horizonYear' is missing."],
    [
      'a value of the wrong kind is shown',
      ['plan.yaml', '  title: Oppdiktet undersøkelse\n  licence: Made up for tests', '  none'],
      "plan.yaml:8:3 'survey' must be a group of keys, and 'none' was found.",
    ],
    [
      'yes is not true',
      ['peers.yaml', 'confirmed: true', 'confirmed: yes'],
      "peers.yaml:5:16 'confirmed' must be true or false, and 'yes' was found.",
    ],
    [
      'a code of a place has one, two or four digits',
      ['peers.yaml', "['1103']", "['110']"],
      "peers.yaml:8:53 '110' is not a place: write a municipality code in quotes, such as '0301', a county code, such as '03', or '0' for the country.",
    ],
    [
      'a period has a known form',
      ['corrections.yaml', "'2015'", "'2015Q1'"],
      "corrections.yaml:3:13 '2015Q1' is not a period: write '2024', '2024K1', '2024M05', '2024U12' or '2018-2020'.",
    ],
    [
      'a number of backups is not negative',
      ['backup.yaml', 'keepDaily: 7', 'keepDaily: -1'],
      'backup.yaml:2:12 Write how many days to keep, from 0 (no backups by the service) to 3660.',
    ],
    [
      'the page has an address of the web, or none',
      ['report.yaml', 'address: null', 'address: pages/plan.html'],
      "report.yaml:1:10 'pages/plan.html' is not an address that begins with http:// or https://, or null.",
    ],
    [
      'the address of the page leads to its top',
      ['report.yaml', 'address: null', "address: 'https://example.org/plan#top'"],
      "report.yaml:1:10 Leave out what follows '#': it is added for each indicator.",
    ],
    [
      'a folder for backups has a name',
      ['backup.yaml', 'folder: backups', "folder: ''"],
      'backup.yaml:1:9 This text is empty; write it out.',
    ],
    [
      'a key written twice',
      ['plan.yaml', 'language: en', 'language: en\nlanguage: nb'],
      'plan.yaml:7:1 This key stands twice in the same group; keep one of them.',
    ],
    [
      'a tab',
      ['peers.yaml', '    title: To', '\ttitle: To'],
      'peers.yaml:3:1 This line is indented with a tab; YAML wants spaces.',
    ],
  ];

  test.each(cases)('%s', (_what, edit, problem) => {
    expect(problemsAfter(edit).join('\n')).toContain(problem);
  });

  test('that is missing is named', () => {
    const dir = editedConfig();
    rmSync(join(dir, 'peers.yaml'));
    expect(refusalOf(dir).message).toContain(`${dir}/peers.yaml:1:1 This file is missing.`);
  });

  test('that says whom to compare with may be missing where no indicator compares', () => {
    const dir = editedConfig();
    for (const name of [LEAD, 'annotations.yaml', 'peers.yaml']) rmSync(join(dir, name));
    expect(loadSettings(dir, { jobs, places: bundledPlaces() }).geography.peerGroups).toEqual([]);
  });

  test('that is empty is named', () => {
    const dir = editedConfig();
    writeFileSync(join(dir, 'peers.yaml'), '');
    expect(refusalOf(dir).message).toContain(`${dir}/peers.yaml:1:1 This file is empty.`);
  });

  test('in the wrong place is not left out in silence', () => {
    const dir = editedConfig();
    writeFileSync(join(dir, 'indicators', 'tenth.yml'), '');
    expect(refusalOf(dir).message).toContain("tenth.yml:1:1 Only files that end in '.yaml' belong here");
  });

  test('is wanted among the indicators', () => {
    const dir = editedConfig();
    rmSync(join(dir, 'indicators'), { recursive: true });
    expect(refusalOf(dir).message).toContain(
      `${dir}/indicators:1:1 This folder is missing or cannot be read. Copy one from`,
    );
  });
});

describe('files that must fit together', () => {
  const cases: readonly [what: string, edit: Edit, problem: string][] = [
    [
      'the id of an indicator is the name of its file',
      [LEAD, 'id: jobs-lead', 'id: job-lead'],
      `${LEAD}:1:5 The id is 'job-lead' and the file is 'jobs-lead.yaml'; they must be the same.`,
    ],
    [
      'a dataset is fetched or imported',
      [LEAD, 'employed-total', 'employed-totals'],
      `${LEAD}:10:14 The dataset 'employed-totals' is neither fetched by a job nor imported; did you mean 'employed-total'? Allowed: ${DATASETS}`,
    ],
    [
      'a dimension is one of the dataset',
      [LEAD, "NACE2007: ['00-99']", "NACE: ['00-99']"],
      `${LEAD}:12:9 The dataset 'employed-total' has no dimension 'NACE'; allowed: 'Kjonn', 'Alder', 'NACE2007', 'ContentsCode'.`,
    ],
    [
      'a category is one that is fetched',
      [LEAD, "['00-99']", "['00-98']"],
      `${LEAD}:12:20 '00-98' is not among the categories of 'NACE2007' that are fetched; did you mean '00-99'? Allowed: '00-99'.`,
    ],
    [
      'a category counts once',
      [LEAD, "['00-99']", "['00-99', '00-99']"],
      `${LEAD}:12:29 '00-99' is already in this list.`,
    ],
    [
      'a dimension with several categories is named',
      [LEAD, 'dataset: employed-total', 'dataset: vacancies'],
      `${LEAD}:12:9 'ContentsCode' has several categories in 'vacancies'; name those to sum, or write ContentsCode: { not: [] } for all.`,
    ],
    [
      'responses are not counted as figures',
      [SATISFACTION, "\n        ContentsCode: ['value'] # the index, not the number of respondents", ''],
      `${SATISFACTION}:12:9 'ContentsCode' has several categories in 'survey'; name those to sum, or write ContentsCode: { not: [] } for all.`,
    ],
    [
      'survey figures stand under the id of the indicator',
      [SATISFACTION, "['satisfaction']", "['perception']"],
      `${SATISFACTION}:12:20 Survey figures are imported under the indicator's own id: write indicator: ['satisfaction'].`,
    ],
    [
      'a peer group is in peers.yaml',
      [LEAD, 'peers: two-cities', 'peers: two-citys'],
      `${LEAD}:25:8 The peer group 'two-citys' is not in peers.yaml; did you mean 'two-cities'? Allowed: 'two-cities'.`,
    ],
    [
      'a comparing rule has peers',
      [LEAD, 'peers: two-cities\n', ''],
      `${LEAD}:22:3 The rule 'growth-lead' compares with others: write which after 'peers:', a group of peers.yaml.`,
    ],
    [
      'required peers have peers',
      [LEAD, 'peers: two-cities\n', ''],
      `${LEAD}:25:1 'requiredPeers' stands here without 'peers'.`,
    ],
    [
      'a comparing measure has peers',
      [SATISFACTION, 'measure: level', 'measure: gap'],
      `${SATISFACTION}:20:10 The measure 'gap' compares with others: write which after 'peers:', a group of peers.yaml.`,
    ],
    [
      'peers are there to be compared with',
      [SATISFACTION, 'references:', 'peers: two-cities\nreferences:'],
      `${SATISFACTION}:26:1 Neither the measure nor the rule compares with others; leave 'peers' out.`,
    ],
    [
      'no more peers are required than there are besides the own',
      [LEAD, 'requiredPeers: 2', 'requiredPeers: 3'],
      `${LEAD}:26:16 3 peers are required, and 'two-cities' has 2 besides the own municipality.`,
    ],
    [
      'a relative position is judged by the gap',
      [LEAD, 'id: growth-lead\n  against: each', 'id: relative-position\n  direction: increase'],
      `${LEAD}:22:3 'relative-position' judges the distance to the peers: write measure: gap, not 'growth'.`,
    ],
    [
      'a growth lead is judged by growth',
      [LEAD, 'measure: growth', 'measure: gap'],
      `${LEAD}:22:3 'growth-lead' compares growth: write measure: growth (or level, or ratio), not 'gap'.`,
    ],
    [
      'a growth lead has no previous value to be relative to',
      [LEAD, '{ absolute: 0.1 }', '{ percentOfPrevious: 1 }'],
      `${LEAD}:24:16 The key 'percentOfPrevious' is not known here; allowed: 'absolute'.`,
    ],
    [
      'diversity needs its groups',
      [LEAD, 'measure: growth', 'measure: diversity'],
      `${LEAD}:10:5 'over' is missing: diversity needs the dimension whose categories are the groups.`,
    ],
    [
      'groups belong to diversity',
      [LEAD, '    proxy: false', '    over: NACE2007\n    proxy: false'],
      `${LEAD}:13:5 'over' belongs to the measure 'diversity'; this indicator's measure is another one.`,
    ],
    [
      'two indicators have two positions',
      [SATISFACTION, 'position: 1', 'position: 2'],
      `${SATISFACTION}:2:11 Position 2 is taken by `,
    ],
    [
      'a worked example has a figure for each period',
      [LEAD, 'own: [100, 103]', 'own: [100]'],
      `${LEAD}:31:8 1 figures stand here for 2 periods; write one for each.`,
    ],
    [
      'a worked example has every peer',
      [LEAD, '    oslo: [100, 101]\n', ''],
      `${LEAD}:33:5 The example lacks figures for 'oslo'.`,
    ],
    [
      'a worked example has no other peer',
      [LEAD, 'oslo: [', 'osol: ['],
      `${LEAD}:34:5 'osol' is not a region this indicator is compared with; did you mean 'oslo'? Allowed: 'stavanger', 'oslo'.`,
    ],
    [
      'the own municipality is one of today',
      ['plan.yaml', "'4601'", "'1201'"],
      "plan.yaml:2:9 '1201' was in use until 2019; write today's code: '4601' Bergen.",
    ],
    [
      'the own municipality has one name',
      ['plan.yaml', 'name: Bergen', 'name: Stavanger'],
      "plan.yaml:3:9 Municipality '4601' is called 'Bergen', and 'Stavanger' here: write the name it has, or the code of Stavanger, '1103'.",
    ],
    [
      'a peer is a municipality of today',
      ['peers.yaml', "['1103']", "['1199']"],
      "peers.yaml:8:53 Municipality '1199' is not known; write today's code: '1103' Stavanger.",
    ],
    [
      'a peer is a municipality that lasts',
      ['peers.yaml', "name: Stavanger, members: ['1103']", "name: Ballangen, members: ['1854']"],
      "peers.yaml:8:53 '1854' was Ballangen until 2019, in an area that was divided; write today's code: '1806' Narvik.",
    ],
    [
      'a peer counts once',
      ['peers.yaml', "['1103']", "['1103', '0301']"],
      "peers.yaml:9:43 '0301' is in the group 'two-cities' already and would count twice.",
    ],
    [
      'a county is not called by one of its municipalities',
      ['peers.yaml', "['1103']", "['11']"],
      "peers.yaml:8:53 '11' is the county Rogaland, and the region is called Stavanger: write '1103', or call it by the county.",
    ],
    [
      'a municipality is not beside its county',
      ['peers.yaml', "['1103']", "['03']"],
      "'0301' is part of '03', which is in the group 'two-cities' too, and would count twice: write one of them.",
    ],
    [
      'two regions of a group have two ids',
      ['peers.yaml', 'id: oslo', 'id: bergen'],
      "peers.yaml:9:15 The region 'bergen' stands in the group 'two-cities' already.",
    ],
    [
      'a known break is in a known dataset',
      ['corrections.yaml', 'employed-total', 'employed-totl'],
      `corrections.yaml:2:14 The dataset 'employed-totl' is neither fetched by a job nor imported; did you mean 'employed-total'? Allowed: ${DATASETS}`,
    ],
    [
      'an annotation is of an indicator there is',
      ['annotations.yaml', 'indicator: jobs-lead', 'indicator: job-lead'],
      "annotations.yaml:2:16 There is no indicator 'job-lead'; did you mean 'jobs-lead'? Allowed: 'jobs-lead', 'satisfaction'.",
    ],
    [
      'an annotation is of a period there is',
      ['annotations.yaml', "'2024'", "'2024K5'"],
      "annotations.yaml:3:13 '2024K5' is not a period.",
    ],
    ['a period exists', ['corrections.yaml', "'2015'", "'2015K5'"], "corrections.yaml:3:13 '2015K5' is not a period."],
    [
      'a county is known',
      ['regions.yaml', "county: '46'", "county: '45'"],
      "regions.yaml:4:13 The county '45' of Bergen is no county; did you mean '46'? Allowed: '46', '11', '03', '15',",
    ],
    [
      'a place stands in the file once',
      ['regions.yaml', "  - code: '11'", "  - code: '46'"],
      "regions.yaml:25:11 '46' is already in this list.",
    ],
    [
      'a history begins with the code of today',
      ['regions.yaml', "{ code: '4601', from: 2020 }", "{ code: '4601', from: 2020, to: 2030 }"],
      "regions.yaml:6:9 The first code of Bergen must be today's, '4601', without 'to'.",
    ],
    [
      'years do not overlap',
      ['regions.yaml', "{ code: '1201', to: 2019 }", "{ code: '1201', to: 2020 }"],
      "regions.yaml:7:9 '1201' (until 2020) overlaps or comes after '4601' (from 2020) above it; " +
        'write the newest code first, and give codes that were in use together the same years.',
    ],
    [
      'codes that were in use together have the same years',
      ['regions.yaml', "{ code: '1141', to: 2019 }", "{ code: '1141', from: 2010, to: 2019 }"],
      "regions.yaml:14:9 '1141' (2010-2019) overlaps or comes after '1103' (until 2019) above it; " +
        'write the newest code first, and give codes that were in use together the same years.',
    ],
    [
      'years run forwards',
      ['regions.yaml', "{ code: '1201', to: 2019 }", "{ code: '1201', from: 2019, to: 2010 }"],
      "regions.yaml:7:9 '1201' ends before it begins (2019-2010).",
    ],
    [
      'a code belongs to one place at a time',
      ['regions.yaml', "{ code: '1141', to: 2019 }", "{ code: '1201', to: 2019 }"],
      "regions.yaml:14:9 '1201' is a code of Bergen in the same years; a code belongs to one place at a time.",
    ],
  ];

  test.each(cases)('%s', (_what, edit, problem) => {
    expect(problemsAfter(edit).join('\n')).toContain(problem);
  });
});

describe('the channels', () => {
  const ALERTS = 'alerts.yaml';

  test.each<[string, Edit, string]>([
    [
      'another kind',
      [ALERTS, 'by: webhook', 'by: pigeon'],
      "alerts.yaml:6:9 'pigeon' is not known for 'by'; allowed: 'webhook', 'email'.",
    ],
    [
      'another payload',
      [ALERTS, 'payload: teams', 'payload: team'],
      "alerts.yaml:7:14 'team' is not known for 'payload'; did you mean 'teams'?",
    ],
    [
      'another audience',
      [ALERTS, 'audience: staff', 'audience: all'],
      "alerts.yaml:8:15 'all' is not known for 'audience'",
    ],
    ['the name of the log', [ALERTS, 'name: team', 'name: log'], "alerts.yaml:5:11 'log' is the program's own log"],
    [
      'a name twice',
      [ALERTS, 'name: operators', 'name: team'],
      "alerts.yaml:10:11 The channel 'team' stands above already",
    ],
    [
      'no indicator of the plan',
      [ALERTS, '[satisfaction]', '[satisfction]'],
      "There is no indicator 'satisfction'; did you mean 'satisfaction'?",
    ],
    ['no address', [ALERTS, 'operators@example.org]', 'operators]'], "'operators' is not an e-mail address"],
    ['no time', [ALERTS, "'22:00'", "'25:00'"], "'25:00' is not a time of day"],
    ['no time zone', [ALERTS, 'Europe/Oslo', 'Europe/Drammen'], "'Europe/Drammen' is not a time zone"],
    ['too many days', [ALERTS, 'everyDays: 90', 'everyDays: 900'], 'from 0 to 366.'],
  ])('with %s are refused where it stands', (_what, edit, text) => {
    const problems = problemsAfter(edit);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(text);
  });
});

describe('the schedule of a job', () => {
  const written = (schedule: string) => jobs.map((job) => (job.id === 'emissions' ? { ...job, schedule } : job));

  test('that the program cannot read is told with the file, what is written and what is allowed', () => {
    expect(() =>
      loadSettings('test/fixtures/other-municipality', { jobs: written('0 8 * * MON'), places: bundledPlaces() }),
    ).toThrow(
      'The settings have one problem:\njobs/emissions.ts schedule: "0 8 * * MON" cannot be read at the day of the week ' +
        '(0 to 7): "MON". Five fields are allowed (minute, hour, day of the month, month, day of the week), each `*`, ' +
        'numbers, ranges as 1-5, steps as */15 or 8-16/2, and lists of these.',
    );
  });

  test('stands among the problems of the files', () => {
    const dir = editedConfig([LEAD, 'id: jobs-lead', 'id: 5']);
    expect(() => loadSettings(dir, { jobs: written('@daily'), places: bundledPlaces() })).toThrow(
      /problems:[^]*jobs\/emissions\.ts schedule: "@daily"/,
    );
  });
});
