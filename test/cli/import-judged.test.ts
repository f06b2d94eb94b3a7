import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emissionRow, emissionsWorkbook, HEADER, workbook } from '../files/made-workbook.ts';
import { typeCommand } from '../support/command-line.ts';
import { queryDatabase } from '../support/database/database-content.ts';
import { copyConfig } from '../support/edited-config.ts';
import { openWorld, type World } from '../support/world.ts';

const SECTORS = [
  ['Industri, olje og gass', 'Prosess', 30_000],
  ['Energiforsyning', 'Avfall', 12_000],
  ['Jordbruk', 'Husdyr', 5000],
  ['Avfall og avløp', 'Deponi', 4000],
  ['Annen mobil forbrenning', 'Anleggsmaskiner', 20_000],
  ['Sjøfart', 'Fiske', 1000],
  ['Veitrafikk', 'Personbiler', 60_000],
  ['Veitrafikk', 'Busser', 6000],
] as const;
type Row = Parameters<typeof emissionRow>[0] & object;

/** Rows of 2023 and 2024, a little less each year, changed by `change`; `null` leaves a row out. */
function rows(change: (row: Row) => Row | null = (row) => row, ...more: readonly Row[]) {
  const all = [2023, 2024].flatMap((year) =>
    SECTORS.map(([sector, source, tonnes]): Row => ({
      year,
      sector,
      source,
      gas: 'CO2',
      tonnes: tonnes - (year - 2023) * 100,
    })),
  );
  return [...all.flatMap((row) => change(row) ?? []), ...more].map((row) => emissionRow(row));
}

async function handIn(world: World, name: string, content: string | ReturnType<typeof rows>, ...flags: string[]) {
  const file = join(world.folder, name);
  writeFileSync(file, typeof content === 'string' ? content : await emissionsWorkbook(...content));
  return typeCommand(
    ['import', typeof content === 'string' ? 'survey' : 'municipal-emissions', file, ...flags],
    world.env,
  );
}

function statusOf(world: World, indicatorId: string) {
  const sql = 'SELECT status, cause, period, value, sentence FROM out_status_now WHERE indicator_id = ?';
  return queryDatabase(world.databaseFile, sql, indicatorId)[0];
}

const renamed = (from: string, to: string) => (row: Row) =>
  row.source === from || row.sector === from
    ? { ...row, ...(row.source === from ? { source: to } : { sector: to }) }
    : row;

describe.each(['an empty database', 'a database with history'])('a workbook, on %s,', (on) => {
  async function world() {
    const opened = await openWorld();
    if (on !== 'an empty database')
      await handIn(
        opened,
        'before.xlsx',
        rows((row) => (row.year === 2024 ? null : row)),
      );
    return opened;
  }

  test.each([
    [
      'whose left-out source is renamed',
      rows(renamed('Personbiler', 'Lette kjøretøy')),
      /utelater utslippskilden «Personbiler», som filen ikke har i 2023; den har «(Busser|Lette kjøretøy)»/,
    ],
    [
      'whose left-out source is renamed in the last year',
      rows((row) => (row.year === 2024 ? renamed('Personbiler', 'Personbil')(row) : row)),
      /utelater utslippskilden «Personbiler», som filen ikke har i 2024; den har «Personbil»/,
    ],
    [
      'whose counted sector is renamed',
      rows(renamed('Sjøfart', 'Skipsfart')),
      /regner med sektoren «Sjøfart», som filen ikke har; den har «Skipsfart»/,
    ],
    [
      'with a sector nobody has decided on',
      rows(undefined, { year: 2024, sector: 'Hydrogen', source: 'Annet', gas: 'CO2', tonnes: 9000 }),
      /sier ikke om sektoren «Hydrogen» skal regnes med/,
    ],
  ])('%s is held, and a break once it is let in', async (_what, content, question) => {
    const opened = await world();
    const held = await handIn(opened, 'after.xlsx', content);
    expect(held.exitCode).toBe(4);
    expect(held.stderr).toMatch(question);
    expect((await typeCommand(['import', 'accept', 'after.xlsx'], opened.env)).exitCode).toBe(0);
    expect(statusOf(opened, 'business-emissions')).toMatchObject({ status: 'break', period: '2024' });
    expect(queryDatabase(opened.databaseFile, 'SELECT finding FROM acceptance')).not.toEqual([]);
  });

  test.each([
    ['spelt in capitals', renamed('Sjøfart', 'SJØFART')],
    ['with a no-break space', renamed('Annen mobil forbrenning', 'Annen\u00a0mobil  forbrenning')],
    ['whose rows are turned round', (row: Row) => row],
  ])('%s is the same workbook', async (_what, change) => {
    const opened = await world();
    expect((await handIn(opened, 'after.xlsx', rows(change).toReversed())).exitCode).toBe(0);
    expect(statusOf(opened, 'business-emissions')).toMatchObject({ status: 'on-track', period: '2024', value: 77_300 });
  });

  test('with a large sector left out asks first, and then counts it as 0, said', async () => {
    const opened = await world();
    const other = {
      code: '3303',
      name: 'Kongsberg',
      gas: 'CO2',
      sector: 'Energiforsyning',
      source: 'Avfall',
      tonnes: 5,
    };
    const content = rows((row) => (row.year === 2024 && row.sector === 'Energiforsyning' ? null : row), {
      ...other,
      year: 2024,
    });
    const { exitCode, stderr } = await handIn(opened, 'after.xlsx', content);
    expect(exitCode).toBe(4);
    expect(stderr).toContain('«Energiforsyning» er 0 i 2024, og var 15,4 % av summen året før.');
    await typeCommand(['import', 'accept', 'after.xlsx'], opened.env);
    expect(statusOf(opened, 'business-emissions')).toMatchObject({ status: 'on-track', value: 65_400 });
    const [said] = queryDatabase(
      opened.databaseFile,
      "SELECT evidence FROM assessment WHERE indicator_id = 'business-emissions' ORDER BY id DESC",
    );
    expect(String(said?.evidence)).toContain('Kilden har ingen rad for «Energiforsyning: Avfall» i 2024');
  });

  test('with a sector that no municipality has is no verdict', async () => {
    const opened = await world();
    await handIn(
      opened,
      'after.xlsx',
      rows((row) => (row.year === 2024 && row.sector === 'Sjøfart' ? null : row)),
    );
    await typeCommand(['import', 'accept', 'after.xlsx'], opened.env);
    expect(statusOf(opened, 'business-emissions')).toMatchObject({ status: 'insufficient', period: '2024' });
  });
});

describe('a source without a row in a sector that is there', () => {
  const noBuses = (row: Row) => (row.year === 2024 && row.source === 'Busser' ? null : row);
  const buses = { code: '3303', name: 'Kongsberg', gas: 'CO2', sector: 'Veitrafikk', source: 'Busser', tonnes: 5 };
  const lorries = [2023, 2024].map((year) => ({ ...buses, code: '3301', year, source: 'Vogntog', tonnes: 7000 }));

  test('is 0 where others have it, and that is said', async () => {
    const world = await openWorld();
    const content = rows(noBuses, ...lorries, ...[2023, 2024].map((year) => ({ ...buses, year })));
    expect((await handIn(world, 'some.xlsx', content)).stderr).toContain('«Veitrafikk: Busser» er 0 i 2024');
    await typeCommand(['import', 'accept', 'some.xlsx'], world.env);
    const { stdout } = await typeCommand(['status', '--json'], world.env);
    expect(indicatorIn(stdout, 'business-emissions')).toMatchObject({
      ...{ status: 'on-track', period: '2024' },
      remarks: expect.arrayContaining([
        expect.stringContaining('Kilden har ingen rad for «Veitrafikk: Busser» i 2024. Det regnes som 0'),
      ]) as unknown,
    });
  });

  test('that no municipality has then is missing, and is named', async () => {
    const world = await openWorld();
    await handIn(world, 'none.xlsx', rows(noBuses, ...lorries, { ...buses, year: 2023 }));
    await typeCommand(['import', 'accept', 'none.xlsx'], world.env);
    const { stdout } = await typeCommand(['status', '--json'], world.env);
    expect(indicatorIn(stdout, 'business-emissions')).toMatchObject({
      ...{ status: 'insufficient', period: '2024' },
      missing: [{ period: '2024', label: expect.stringContaining('Busser') as string }],
    });
  });
});

describe('the very file that came last', () => {
  test('is nothing new, and is recorded once', async () => {
    const world = await openWorld();
    await handIn(world, 'same.xlsx', rows());
    const again = await typeCommand(['import', 'municipal-emissions', join(world.folder, 'same.xlsx')], world.env);
    expect(again.exitCode).toBe(0);
    expect(again.stdout).toMatch(
      /^municipal-emissions: Uendret: akkurat denne filen ble lest inn \S+ som same\.xlsx\./,
    );
    expect(queryDatabase(world.databaseFile, 'SELECT name FROM imported_file')).toEqual([{ name: 'same.xlsx' }]);
  });

  test('is taken in again where it is read otherwise now', async () => {
    const tromso = "      - { id: tromso, name: Tromsø, members: ['5501'] }\n";
    const example = '    tromso: [70.0, 70.1]\n';
    const fewer = copyConfig(['peers.yaml', tromso, ''], ['indicators/employment-rate.yaml', example, '']);
    const world = await openWorld();
    const content = rows(undefined, {
      year: 2024,
      code: '5501',
      name: 'Tromsø',
      sector: 'Jordbruk',
      source: 'Husdyr',
    });
    const first = await handIn({ ...world, env: { ...world.env, CONFIG_DIR: fewer } }, 'same.xlsx', content);
    expect(first.exitCode).toBe(0);
    const again = await typeCommand(['import', 'municipal-emissions', join(world.folder, 'same.xlsx')], world.env);
    expect(again.stdout).toMatch(/^municipal-emissions: [1-9]\d* nye tall, 0 endrede/);
    expect(queryDatabase(world.databaseFile, 'SELECT name FROM imported_file')).toHaveLength(2);
  });
});

describe('a workbook after another', () => {
  test('in which a source is renamed names the one that is new', async () => {
    const world = await openWorld();
    await handIn(world, 'before.xlsx', rows());
    const { stderr } = await handIn(world, 'after.xlsx', rows(renamed('Personbiler', 'Lette kjøretøy')));
    expect(stderr).toContain('«Personbiler», som filen ikke har i 2023; den har «Lette kjøretøy».');
  });

  test.each([
    ['in thousand tonnes', rows((row) => ({ ...row, tonnes: Number(row.tonnes) / 1000 })), /målestokken eller enheten/],
    ['with one year', rows((row) => (row.year === 2023 ? null : row)), /mangler 2023/],
    [
      'with half the rows',
      rows((row) =>
        row.sector === 'Jordbruk' || row.sector === 'Sjøfart' || row.sector === 'Energiforsyning' ? null : row,
      ),
      /tall som var der, mangler/,
    ],
    [
      'of a year to come',
      rows(undefined, { year: 2098, sector: 'Jordbruk', source: 'Husdyr', gas: 'CO2', tonnes: 1 }),
      /2098, som ikke har begynt/,
    ],
  ])('%s is held', async (_what, content, question) => {
    const world = await openWorld();
    await handIn(world, 'before.xlsx', rows());
    const { exitCode, stderr } = await handIn(world, 'after.xlsx', content);
    expect(exitCode).toBe(4);
    expect(stderr).toMatch(question);
  });
});

const DETAILS = 'Oversikt - detaljert';
const TOTALS = 'Oversikt - sektorfordelt';

describe('a workbook that gives the totals of its sectors', () => {
  const farming = (tonnes: number) => ({
    'a row a sector': [
      ['Kommunenummer', 'Kommune', 'År', 'Sektor', 'Utslipp (tonn CO2-ekvivalenter)'],
      ['3301', 'Drammen', 2024, 'Jordbruk', tonnes],
      ['3303', 'Kongsberg', 2024, 'Jordbruk', 1],
    ],
    'a column a sector': [
      ['Utslipp i tonn'],
      ['Fylke', 'Kommunenummer', 'Kommune', 'År', 'Totalt', 'JORDBRUK', 'Sjøfart'],
      ['Buskerud', '3301', 'Drammen', 2024, 1, tonnes, 900],
    ],
  });

  test.each(['a row a sector', 'a column a sector'] as const)(
    'with %s, is held where its parts differ',
    async (how) => {
      const world = await openWorld();
      const handInWith = async (tonnes: number) => {
        const file = join(world.folder, `${tonnes}.xlsx`);
        writeFileSync(file, await workbook({ [DETAILS]: [HEADER, ...rows()], [TOTALS]: farming(tonnes)[how] }));
        return typeCommand(['import', 'municipal-emissions', file], world.env);
      };
      const held = await handInWith(5200);
      expect(held.exitCode).toBe(4);
      expect(held.stderr).toContain(
        '- Tallene for «Jordbruk» i 2024 blir 4900 til sammen, og filen oppgir selv summen 5200. Mangler det rader?\n',
      );
      // One figure and the total may each have been rounded.
      expect((await handInWith(4901)).exitCode).toBe(0);
    },
  );
});

describe('import survey', () => {
  test.each([
    ['without a file', []],
    ['with a figure to withdraw that has no year', ['--withdraw', 'business-satisfaction']],
    ['with a file and a figure to withdraw', ['answers.csv', '--withdraw', 'business-satisfaction', '2025']],
    ['with all to replace by a figure to withdraw', ['--replace', '--withdraw', 'business-satisfaction', '2025']],
  ])('%s says what to write instead', async (_what, words) => {
    const world = await openWorld();
    const { exitCode, stderr } = await typeCommand(['import', 'survey', ...words], world.env);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Skriv «import survey <fil.csv>», eller «import survey --withdraw <indikator> <år>».');
  });
});

describe('the sectors of the last file', () => {
  test('stand in config check and doctor, each with how it is treated', async () => {
    const world = await openWorld();
    await handIn(
      world,
      'sectors.xlsx',
      rows(undefined, { year: 2024, sector: 'Hydrogen', source: 'Annet', tonnes: 9 }),
    );
    const before = await typeCommand(['config', 'check'], world.env);
    expect(before.stdout).not.toContain('Categories of the last file');
    await typeCommand(['import', 'accept', 'sectors.xlsx'], world.env);

    const { stdout, exitCode } = await typeCommand(['config', 'check'], world.env);
    expect(exitCode).toBe(0);
    for (const line of [
      '«Jordbruk» counted (business-emissions)',
      '«Veitrafikk» counted, without «Personbiler» (business-emissions)',
      '«Hydrogen» NOT DECIDED (business-emissions)',
      '«Luftfart» left out; not in the file (business-emissions)',
    ]) {
      expect(stdout).toContain(`  ${line}\n`);
    }
    const doctor = await typeCommand(['doctor', '--json'], world.env);
    const { checks } = JSON.parse(doctor.stdout) as { checks: readonly { name: string; finding: string }[] };
    expect(checks.find(({ name }) => name === 'categories')).toMatchObject({
      ok: false,
      finding: expect.stringContaining('Neither counted nor left out: «Hydrogen».') as string,
    });
  });
});

function indicatorIn(json: string, id: string): unknown {
  const { indicators } = JSON.parse(json) as { indicators: readonly { id: string }[] };
  return indicators.find((one) => one.id === id);
}

const HEAD = 'indikator;år;verdi;svar\n';
const line = (year: number, value: string) => `business-satisfaction;${year};${value};300\n`;

describe('a survey', () => {
  test.each([
    ['of a year to come', HEAD + line(2024, '64,2') + line(2098, '66'), '2098, som ikke har begynt ennå'],
    ['outside the range of an index', HEAD + line(2025, '642'), 'er 642 i 2025, utenfor området 0–100'],
    ['on another scale', HEAD + line(2025, '6,5'), 'er 6,5 i 2025, mot 64,2 i 2024'],
  ])('%s is held, and dropped without a trace in the figures', async (_what, content, question) => {
    const world = await openWorld();
    await handIn(world, 'first.csv', HEAD + line(2024, '64,2'));
    const { exitCode, stderr } = await handIn(world, 'odd.csv', content);
    expect(exitCode).toBe(4);
    expect(stderr).toContain(question);
    const dropped = await typeCommand(['import', 'drop', 'odd.csv'], world.env);
    expect(dropped.stdout).toBe('Filen «odd.csv» er lagt bort. Ingen tall er endret.\n');
    expect(statusOf(world, 'business-satisfaction')).toMatchObject({ period: '2024', value: 64.2 });
  });

  test('says when a change may be chance, where it says how many answered, and keeps the word', async () => {
    const world = await openWorld();
    await handIn(world, 'survey.csv', HEAD + line(2024, '64,2') + line(2025, '66,5'));
    const { stdout } = await typeCommand(['status', '--json'], world.env);
    const found = indicatorIn(stdout, 'business-satisfaction');
    // √(64.2·35.8/300 + 66.5·33.5/300) = 3.8840, doubled.
    expect(found).toMatchObject({
      ...{ status: 'on-track', flags: ['within-uncertainty'] },
      remarks: [
        expect.stringMatching(
          /^Endringen fra 2024 til 2025 kan være tilfeldig\. Med 300 og 300\ssvar er usikkerheten \(to standardfeil\) inntil 7,8\spoeng\.$/,
        ),
      ],
    });
  });

  test.each([
    ['is larger than that', line(2025, '80')],
    ['comes without the number of answers', 'business-satisfaction;2025;66,5;\n'],
  ])('says nothing of chance where the change %s', async (_what, later) => {
    const world = await openWorld();
    await handIn(world, 'survey.csv', HEAD + line(2024, '64,2') + later);
    const { stdout } = await typeCommand(['status', '--json'], world.env);
    expect(indicatorIn(stdout, 'business-satisfaction')).toMatchObject({ status: 'on-track', flags: [], remarks: [] });
  });

  test('let in with a wrong year is undone, as the municipality’s correction', async () => {
    const world = await openWorld();
    await handIn(world, 'right.csv', HEAD + line(2024, '64,2') + line(2025, '66,5'));
    await handIn(world, 'wrong.csv', HEAD + line(2025, '60'));
    expect(statusOf(world, 'business-satisfaction')).toMatchObject({ status: 'off-track', value: 60 });
    const preview = await typeCommand(['import', 'undo', 'wrong.csv', '--dry-run'], world.env);
    expect(preview.stdout).toContain(
      'Ingenting er endret. Å ta dette tilbake ville gi: 0 nye tall, 1 endrede, 0 som går ut, 3 uendrede.\nIndikatorer:\n' +
        '  Næringslivets tilfredshet: næringsareal, byggesak, næringsutvikling, forståelse og samarbeid (indeks) ' +
        '(business-satisfaction): ✗\u00A0Ikke oppfylt 60 (2025) → ✓\u00A0Oppfylt 66,5 (2025)\n',
    );
    const { stdout } = await typeCommand(['import', 'undo', 'wrong.csv'], world.env);
    expect(stdout).toContain('Filen «wrong.csv» er tatt tilbake: 0 tall er borte, og 1 har fått tilbake verdien');
    expect(statusOf(world, 'business-satisfaction')).toMatchObject({
      status: 'on-track',
      value: 66.5,
      cause: 'correction',
    });
  });

  test('gives one figure back with --withdraw, and all others with --replace', async () => {
    const world = await openWorld();
    await handIn(world, 'all.csv', HEAD + line(2023, '60') + line(2024, '64,2') + line(2025, '66,5'));
    await typeCommand(['import', 'survey', '--withdraw', 'business-satisfaction', '2025'], world.env);
    expect(statusOf(world, 'business-satisfaction')).toMatchObject({
      period: '2024',
      value: 64.2,
      cause: 'correction',
    });
    await handIn(world, 'only.csv', HEAD + line(2023, '61'), '--replace');
    expect(statusOf(world, 'business-satisfaction')).toMatchObject({
      period: '2023',
      value: 61,
      status: 'insufficient',
    });
    const { stdout } = await typeCommand(['import', 'list', '--json'], world.env);
    expect(JSON.parse(stdout)).toMatchObject({
      held: [],
      taken: [
        { name: 'only.csv', action: 'replace' },
        { name: 'business-satisfaction 2025', action: 'withdraw' },
        { name: 'all.csv', action: 'add' },
      ],
    });
  });
});
