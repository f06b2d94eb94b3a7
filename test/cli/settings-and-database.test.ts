import { chmodSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { Database } from '../../src/store/sqlite-driver.ts';
import { ROOT, runCli, temporaryFolder } from '../support/cli.ts';
import { typeCommand } from '../support/command-line.ts';
import { databaseContent } from '../support/database/database-content.ts';
import { copyConfig } from '../support/edited-config.ts';
import { olderConfig } from '../support/older-config.ts';
import { whenOpen } from '../support/source-hours.ts';
import { openWorld, prepareDatabase, type PreparedDatabase, type World } from '../support/world.ts';

let prepared: PreparedDatabase;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase({ now: new Date() });
});
afterAll(() => prepared.remove());

const afterFirstRun = () => openWorld({ database: prepared.file });

describe('config check', () => {
  test('says whose plan it is and how much it holds', async () => {
    const { exitCode, stdout } = await typeCommand(['config', 'check'], {});
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^The settings in .+ are in order: Drammen, 9 indicators, 10 datasets\.\n {2}Not compared with their tables yet/,
    );
  });

  test.each([
    ['peers.yaml', "members: ['4601']", "members: ['4699']", /peers\.yaml:\d+:\d+ .*4699/],
    [
      'plan.yaml',
      "code: '3301'",
      'code: 3301',
      /plan\.yaml:\d+:\d+ 3301 stands bare here and is read as a number; put quotes round it: '3301'\./,
    ],
    ['indicators/job-growth.yaml', 'id: growth-lead', 'id: growth-led', /indicators\/job-growth\.yaml:\d+:\d+ /],
    [
      'indicators/job-growth.yaml',
      'measure: growth',
      'mesure: growth',
      /indicators\/job-growth\.yaml:\d+:\d+ .*measure/,
    ],
    ['corrections.yaml', 'corrections: []', 'corrections: [', /corrections\.yaml:\d+:\d+ /],
  ])('ends with 2 and names file, line and column when %s has %j changed to %j', async (file, from, to, problem) => {
    const CONFIG_DIR = copyConfig([file, from, to]);
    const { exitCode, stdout, stderr } = await typeCommand(['config', 'check'], { CONFIG_DIR });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(problem);
  });

  test('diff holds the settings in force against those that come with the program', async () => {
    const { path: CONFIG_DIR, remove } = temporaryFolder();
    onTestFinished(remove);
    cpSync(join(ROOT, 'config'), CONFIG_DIR, { recursive: true });
    rmSync(join(CONFIG_DIR, 'indicators/_template.yaml'));
    const plan = join(CONFIG_DIR, 'plan.yaml');
    writeFileSync(plan, readFileSync(plan, 'utf8').replace(/^( +name: ).+$/m, '$1Utopia'));
    const { exitCode, stdout } = await typeCommand(['config', 'diff'], { CONFIG_DIR });
    expect(exitCode).toBe(0);
    const [heading, ...lines] = stdout.trimEnd().split('\n');
    expect(heading).toBe(`From ${CONFIG_DIR} to ${join(ROOT, 'config')}:`);
    // What is no setting, as the skeleton, is not compared.
    expect(lines).toEqual(['plan.yaml', expect.stringMatching(/^ {2}~ municipality\.name: "Utopia" -> ".+"$/)]);
  });

  test('diff tells of lines that hold without being written, and of defaults in their place', async () => {
    const [before, after] = [copyConfig(), copyConfig()];
    writeFileSync(join(before, 'backup.yaml'), 'folder: backups\nkeepDaily: 3\n');
    rmSync(join(after, 'backup.yaml'));
    const { stdout } = await typeCommand(['config', 'diff', before, after], {});
    expect(stdout.trimEnd().split('\n').slice(1)).toEqual([
      'backup.yaml',
      '  = folder: "backups" (default), which need not be written',
      '  ~ keepDaily: 3 -> 14 (default)',
    ]);
  });

  test.each([
    ['is not there', 'nowhere', 'cannot be read: it does not exist.'],
    ['has no settings', 'docs', 'it has no .yaml file.'],
  ])('diff of a folder that %s ends with 2 and says so', async (_, folder, sentence) => {
    const { exitCode, stdout, stderr } = await typeCommand(['config', 'diff', join(ROOT, folder)], {});
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(sentence);
  });

  test('counts one as one', async () => {
    const { stdout } = await typeCommand(['config', 'check'], { CONFIG_DIR: 'test/fixtures/other-municipality' });
    expect(stdout).toContain('are in order: Bergen, 2 indicators, 1 dataset.\n');
  });

  test('warns of what an older folder lacks with the lines to write, and ends with 0', async () => {
    const CONFIG_DIR = olderConfig('job-growth');
    const { exitCode, stdout, stderr } = await typeCommand(['config', 'check'], { CONFIG_DIR });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain(`The settings in ${CONFIG_DIR} are in order: Drammen, 9 indicators, 10 datasets.\n`);
    expect(stdout).toContain(`
Nothing is refused for this:
${CONFIG_DIR}/indicators/job-growth.yaml:5 'meaning' is not written: readers are not told what the number is. Write below line 5, in words of your own:
meaning: Hva tallet er, i én eller to setninger.
`);
    expect(stdout).toMatch(/\n {4}unitInWords: prosent av det som telles\n$/);
    const json = await typeCommand(['config', 'check', '--json'], { CONFIG_DIR });
    const file = `${CONFIG_DIR}/indicators/job-growth.yaml`;
    const write = ['meaning: Hva tallet er, i én eller to setninger.'];
    expect((JSON.parse(json.stdout) as { warnings: object[] }).warnings[0]).toMatchObject({ file, line: 5, write });
  });

  test('lists every problem at once', async () => {
    const CONFIG_DIR = copyConfig(
      ['peers.yaml', "members: ['4601']", "members: ['4699']"],
      ['indicators/job-growth.yaml', 'id: growth-lead', 'id: growth-led'],
    );
    const { stderr } = await typeCommand(['config', 'check'], { CONFIG_DIR });
    expect(stderr).toMatch(/peers\.yaml:[^]*job-growth\.yaml:|job-growth\.yaml:[^]*peers\.yaml:/);
  });

  test.each([['ingest'], ['check'], ['status'], ['doctor']])(
    '%s does nothing on settings that do not hold',
    async (word) => {
      const world = await openWorld({
        database: prepared.file,
        configDir: copyConfig(['peers.yaml', "members: ['4601']", "members: ['4699']"]),
      });
      const before = databaseContent(world.databaseFile);
      const { exitCode, stderr } = await typeCommand([word], world.env);
      expect(exitCode).toBe(2);
      expect(stderr).toContain('peers.yaml:');
      expect(databaseContent(world.databaseFile)).toEqual(before);
      expect(world.statbank.requests).toEqual([]);
    },
  );
});

describe('check --diff', () => {
  const stricter = [
    'indicators/job-growth.yaml',
    'tolerance: { absolute: 0.05 } # percentage points',
    'tolerance: { absolute: 0.9 }',
  ] as const;

  test('shows what a changed rule would change, before and after, and writes nothing', async () => {
    const world = await openWorld({ database: prepared.file, configDir: copyConfig(stricter) });
    const before = databaseContent(world.databaseFile);
    const { exitCode, stdout } = await typeCommand(['check', '--diff'], world.env);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/│ Vekst i antall arbeidsplasser +│ ✓\u00A0Oppfylt +│ =\u00A0Om lag likt +│/);
    const json = await typeCommand(['check', '--diff', '--json'], world.env);
    expect(JSON.parse(json.stdout)).toMatchObject({
      changes: [{ id: 'job-growth', from: 'on-track', to: 'stable', cause: 'rule-changed', period: '2025' }],
    });
    expect(databaseContent(world.databaseFile)).toEqual(before);
  });

  test('says so when nothing would change', async () => {
    const world = await afterFirstRun();
    const { stdout } = await typeCommand(['check', '--diff'], world.env);
    expect(stdout).toBe('Innstillingene slik de er nå, ville ikke endre noe.\n');
  });
});

describe('check --as-of', () => {
  test('a day with figures answers in the shape of status --json', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const { exitCode, stdout } = await typeCommand(['check', '--as-of', today, '--json'], {
      DATABASE_FILE: prepared.file,
    });
    const status = await typeCommand(['status', '--json'], { DATABASE_FILE: prepared.file });
    expect(exitCode).toBe(0);
    const said = ({ stdout: text }: { stdout: string }) => (JSON.parse(text) as { indicators: object[] }).indicators;
    expect(said({ stdout })).toEqual(said(status));
  });

  test.each([
    ['2020-01-01', 'Ingenting var vurdert 2020-01-01.'],
    ['26.02.2026', '«26.02.2026» er ikke en dato.'],
    ['2026-02-30', '«2026-02-30» er ikke en dato.'],
    ['yesterday', '«yesterday» er ikke en dato.'],
  ])('%s is refused with 2', async (day, message) => {
    const { exitCode, stderr } = await typeCommand(['check', '--as-of', day], { DATABASE_FILE: prepared.file });
    expect(exitCode).toBe(2);
    expect(stderr.split('\n')[0]).toBe(message);
  });
});

describe('a database that cannot be used ends with 5, is named, and is left as it was', () => {
  async function refused(world: World, word: string) {
    const before = readFileSync(world.databaseFile);
    const result = await typeCommand([word], world.env);
    expect(readFileSync(world.databaseFile).equals(before)).toBe(true);
    expect(result.stdout).toBe('');
    expect(result.stderr).toContain(world.databaseFile);
    return result;
  }

  test.each([['status'], ['ingest']])('%s: a file that is no database', async (word) => {
    const world = await openWorld();
    writeFileSync(world.databaseFile, 'not a database, but long enough to be looked at '.repeat(50));
    expect(await refused(world, word)).toMatchObject({ exitCode: 5 });
  });

  test.each([['status'], ['ingest']])('%s: a database of a newer version', async (word) => {
    const world = await afterFirstRun();
    const database = new Database(world.databaseFile);
    database.pragma('journal_mode = DELETE');
    database.pragma('user_version = 999');
    database.close();
    const { exitCode, stderr } = await refused(world, word);
    expect(exitCode).toBe(5);
    expect(stderr).toContain('999');
  });

  test('doctor: pages that are damaged', async () => {
    const world = await afterFirstRun();
    const bytes = readFileSync(world.databaseFile);
    bytes.fill(0xff, 40_960, 49_152);
    writeFileSync(world.databaseFile, bytes);
    const { exitCode, stdout, stderr } = await typeCommand(['doctor'], world.env);
    expect(`${stdout}${stderr}`).toMatch(/database/);
    expect(exitCode).toBe(5);
  });

  // The superuser may write everywhere, so permissions would prove nothing.
  test.skipIf(process.getuid?.() === 0)('ingest: a folder closed to the user', async () => {
    const world = await afterFirstRun();
    chmodSync(world.databaseFile, 0o400);
    chmodSync(world.folder, 0o500);
    const { exitCode, stderr } = await typeCommand(['ingest'], world.env);
    chmodSync(world.folder, 0o700);
    expect(exitCode).toBe(5);
    expect(stderr).toContain('cannot be written: its folder or file is closed to this user.');
  });
});

describe('doctor', () => {
  test('tells of an address that no channel uses, and not what it is', async () => {
    const env = { DATABASE_FILE: prepared.file, SMTP_URL: 'smtp://drift:hemmelig@smtp.example' };
    const { stdout } = await typeCommand(['doctor', '--json'], env);
    const finding = 'SMTP_URL is set, and no channel sends anything there.';
    expect(JSON.parse(stdout)).toMatchObject({
      checks: expect.arrayContaining([expect.objectContaining({ name: 'channels', ok: false, finding })]) as object[],
    });
    expect(stdout).not.toContain('hemmelig');
  });

  test('of an installation in order says so and ends with 0', async () => {
    const { exitCode, stdout } = await typeCommand(['doctor'], { DATABASE_FILE: prepared.file });
    expect(exitCode).toBe(0);
    expect(stdout).not.toMatch(/│ !/);
    expect(stdout).toMatch(/ {2}employed-total \(07984\): municipalities-today; oppdatert hos kilden 2026-02-26; /);
  });

  test('says in one sentence what an older folder lacks, and is in order all the same', async () => {
    const CONFIG_DIR = olderConfig('job-growth');
    const { exitCode, stdout } = await typeCommand(['doctor', '--json'], { DATABASE_FILE: prepared.file, CONFIG_DIR });
    const { checks } = JSON.parse(stdout) as { checks: object[] };
    expect(exitCode).toBe(0);
    expect(checks[0]).toEqual({
      ...{ name: 'settings', ok: true, advice: null },
      finding:
        `Every file in ${CONFIG_DIR} can be read and fits the others. 2 lines are not written in the settings, and page and ` +
        `messages leave out what they would say (${CONFIG_DIR}/indicators/job-growth.yaml); \`naeringspuls config check\` prints them.`,
    });
  });

  test('says what it held the places against, and what it has not asked', async () => {
    const { stdout } = await typeCommand(['doctor', '--json'], { DATABASE_FILE: prepared.file });
    const { checks } = JSON.parse(stdout) as { checks: { name: string; ok: boolean; finding: string }[] };
    expect(checks.find(({ name }) => name === 'region codes')).toMatchObject({
      ok: true,
      finding:
        "regions.yaml agrees with the labels stored with 7 datasets. Klass has not been asked about these settings; `doctor --live` asks it and the source's code lists now.",
    });
  });

  test.each([['doctor'], ['config check']])(
    '%s finds another place’s name among the labels stored, and says what to write',
    async (words) => {
      const wrong = copyConfig(
        ['regions.yaml', "{ code: '3025', from: 2020, to: 2023 }", "{ code: '3004', from: 2020, to: 2023 }"],
        [
          'regions.yaml',
          "{ code: '3004', from: 2020, to: 2023 }\n      - { code: '0106'",
          "{ code: '3025', from: 2020, to: 2023 }\n      - { code: '0106'",
        ],
      );
      const { stdout, exitCode } = await typeCommand(words.split(' '), {
        DATABASE_FILE: prepared.file,
        CONFIG_DIR: wrong,
      });
      const said = stdout.replaceAll(/[\s│]+/g, ' ');
      expect(said).toContain('3004 is «Fredrikstad (2020-2023)», says the source, and the settings take it for Asker');
      expect(said).toContain("{ code: '3025', from: 2020, to: 2023 }");
      expect(exitCode).toBe(words === 'doctor' ? 0 : 2);
    },
  );

  test('--live tells what code lists and Klass know, with the line to write, and ends with 2', async () => {
    const world = await afterFirstRun();
    const CONFIG_DIR = copyConfig(['regions.yaml', "      - { code: '0711', to: 2019 } # Svelvik\n", '']);
    const { exitCode, stdout } = await typeCommand(['doctor', '--live'], { ...world.env, CONFIG_DIR });
    expect(exitCode).toBe(2);
    expect(stdout).toContain('K.3301 (Drammen) sums 0711 «Svelvik (-2019)» in 2008-2019, says the source’s code list');
    expect(stdout).toContain("      - { code: '0711', to: 2019 } # Svelvik");
  });

  test('--live has nothing to say of places that follow every renumbering and merger', async () => {
    const world = await afterFirstRun();
    const { exitCode, stdout } = await typeCommand(['doctor', '--live'], world.env);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Det som ble spurt om steder, stemmer med config/regions.yaml.');
    expect(stdout).toMatch(
      /Programmets egen liste over steder, av \d{4}-\d\d-\d\d, stemmer med kodelistene hos kilden\./,
    );
  });

  test('before the first run is not a fault, and says what to do', async () => {
    const world = await openWorld();
    const { exitCode, stdout } = await typeCommand(['doctor'], world.env);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Kjør «naeringspuls ingest» først');
  });

  test('--live finds every dataset in order at the source', async () => {
    const world = await afterFirstRun();
    const { exitCode, stdout } = await typeCommand(['doctor', '--live', '--json'], world.env);
    expect(exitCode).toBe(0);
    const { live } = JSON.parse(stdout) as { live: { datasets: object[]; findings: object[] } };
    expect(live.findings).toEqual([]);
    expect(live.datasets).toHaveLength(10);
    for (const dataset of live.datasets) expect(dataset).toMatchObject({ answered: true, findings: [] });
  });

  test('--live is as useful when some of the tables fail: the others are told of, and each failure has its advice', async () => {
    const world = await afterFirstRun();
    world.statbank.removeCode('06445', 'Kjonn', '0');
    world.statbank.removeCode('13931', 'UtslpEnergivare', 'VT0');
    world.statbank.discontinue('10309');
    const { exitCode, stdout } = await typeCommand(['doctor', '--live', '--json'], world.env);
    expect(exitCode).toBe(4);
    const { live } = JSON.parse(stdout) as {
      live: { datasets: { datasetId: string; answered: boolean; findings: { problem: string; advice: string }[] }[] };
    };
    const troubled = live.datasets.filter(({ findings }) => findings.length > 0).map(({ datasetId }) => datasetId);
    expect(troubled).toEqual(['employment-rate', 'establishments', 'national-emissions']);
    expect(live.datasets.find(({ datasetId }) => datasetId === 'vacancies')).toMatchObject({ answered: true });
    expect(JSON.stringify(live)).toContain('no 0 in Kjonn (nearest: 2)');
    expect(JSON.stringify(live)).toContain('Table 10309 is marked as discontinued');
    for (const { findings } of live.datasets) for (const { advice } of findings) expect(advice).toMatch(/\.$/);
  });

  test('--live ends with 3 and one finding when the source is out of reach', async () => {
    const world = await afterFirstRun();
    const env = { ...world.env, ...whenOpen(), SSB_API_URL: 'http://127.0.0.1:9/api' };
    const { exitCode, stdout } = await runCli(['doctor', '--live'], env);
    expect(exitCode).toBe(3);
    expect(stdout.match(/127\.0\.0\.1:9 could not be reached/g)).toHaveLength(1);
  });
});

describe('the command line', () => {
  const commands = [
    ...['ingest', 'import', 'status', 'explain', 'history', 'check', 'config', 'doctor'].map((word) => [word]),
    ...[
      ['import', 'survey'],
      ['import', 'municipal-emissions'],
      ['config', 'check'],
      ['config', 'schema'],
    ],
  ];

  test('tells its version', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string };
    expect(await typeCommand(['--version'], {})).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('lists every command and exit code', async () => {
    const { exitCode, stdout } = await typeCommand(['--help'], {});
    expect(exitCode).toBe(0);
    for (const [word = ''] of commands) expect(stdout).toMatch(new RegExp(`^  ${word}\\b`, 'm'));
    for (const code of [0, 1, 2, 3, 4, 5, 6, 7]) expect(stdout).toContain(` ${code} `);
  });

  test.each(commands)('%s %s has help', async (...words) => {
    const { exitCode, stdout, stderr } = await typeCommand([...words, '--help'], {});
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^Usage: naeringspuls ${words.join(' ')}`));
  });

  test.each([
    [['statsu'], 'Det finnes ingen kommando «statsu».', 'Mente du status?'],
    [['ingest', '--forse'], 'Det finnes ikke noe valg «--forse».', 'Mente du --force?'],
    [['explain'], '«indicator» mangler.', 'Legg til --help for å se hva som er lov.'],
    [['import', 'surveys', 'a.csv'], 'Det finnes ingen kommando «surveys».', 'Mente du survey?'],
    [['check', '--diff', '--as-of', '2026-01-01'], 'kan ikke brukes sammen', 'Legg til --help'],
  ])('%j ends with 2 and a hint', async (words, message, hint) => {
    const { exitCode, stdout, stderr } = await typeCommand(words, {});
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });

  test.each([
    ['LOG_LEVEL', 'loud', "LOG_LEVEL is 'loud', which is not a log level"],
    ['SSB_API_URL', 'data.ssb.no', 'not an address that begins with http:// or https://'],
    ['CONFIG_DIR', '/nowhere', '/nowhere'],
    ['DATABASE_FILE', '', 'DATABASE_FILE is empty'],
  ])('%s=%s ends with 2 and says what is allowed', async (name, value, message) => {
    const { exitCode, stderr } = await typeCommand(['status'], { [name]: value });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });

  test('as a process writes results to standard output, everything else to standard error, and hands on its exit code', async () => {
    const world = await afterFirstRun();
    const good = await runCli(['status', '--json'], world.env);
    expect({ exitCode: good.exitCode, stderr: good.stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(JSON.parse(good.stdout)).toHaveProperty('indicators');
    const bad = await runCli(['explain', 'nothing'], world.env);
    expect({ exitCode: bad.exitCode, stdout: bad.stdout }).toEqual({ exitCode: 2, stdout: '' });
  });
});
