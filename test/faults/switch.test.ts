import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { beforeAll, describe, expect, test } from 'vitest';
import { copyConfig } from '../support/edited-config.ts';
import { typeIn } from '../support/typed-world.ts';
import { openWorld } from '../support/world.ts';
import { EMPLOYED_PERSONS } from '../statbank/tables/employed-persons.ts';
import type { StatbankTable, Variable } from '../statbank/table.ts';

/** What `doctor --live` prints of a table that can no longer be counted on: point 4, as an operator sees it. */

beforeAll(() => nock.restore());

/** The table on the new industries, from 2026 on: other codes, another variable, the total under another code. */
function onNewIndustries(table: StatbankTable, id: string): StatbankTable {
  const industries = ['_T', 'A', 'B'].map((code) => ({
    code,
    label: { no: `Næring ${code}`, en: `Industry ${code}` },
  }));
  const changed = (variable: Variable): Variable => {
    if (variable.role === 'time') {
      return { ...variable, categories: [{ code: '2026', label: { no: '2026', en: '2026' } }] };
    }
    if (variable.code !== 'NACE2007') return variable;
    const label = { no: 'næring (SN2025)', en: 'industry (SIC2025)' };
    return { ...variable, code: 'NACE2025', label, categories: industries, total: '_T', codeLists: [] };
  };
  return { ...table, id, variables: table.variables.map(changed), cell: () => 1 };
}

describe('doctor --live', () => {
  test('prints the lines that would switch to a twin on new industries, what breaks, and what rests on it', async () => {
    const world = await openWorld();
    world.statbank.putTable(onNewIndustries(EMPLOYED_PERSONS, '15001'));
    const { exitCode, stdout } = await typeIn(world, ['doctor', '--live']);
    expect(exitCode).toBe(4);
    expect(stdout).toContain(
      'Table 07984 stands still at 2025 while a table of the same title goes on, and employed-total rests on it. Table 15001',
    );
    expect(stdout).toContain(
      [
        '        employed-total:',
        '          tables:',
        "            - { table: '07984', to: '2025' }",
        "            - table: '15001'",
        "              from: '2026'",
        "              same: { NACE2007: { NACE2025: '_T' } }",
      ].join('\n'),
    );
    // One block for all of them: two heads of the same name in a file are refused.
    expect(stdout.match(/^ *datasets:$/gm)).toHaveLength(1);
    expect(stdout).toMatch(
      /^For å bytte .*employed-total.* til tabellene som fortsetter, skriv i datasets\.yaml i innstillingene:\n {6}datasets:$/m,
    );
    expect(stdout).toContain(
      [
        '  Dette bryter byttet av employed-total (programmets egne ord):',
        '    - It is read from 2026 on; the periods before stay with table 07984.',
        '    - The variable NACE2007 is NACE2025 («næring (SN2025)») there, with codes of its own.',
        '  Dette bygger på det: job-growth',
      ].join('\n'),
    );
    expect(stdout).toContain(
      [
        '        employed-by-industry:',
        '          tables:',
        "            - { table: '07984', to: '2025' }",
        "            - table: '15001'",
        "              from: '2026'",
        "              select: { NACE2007: none, NACE2025: '*' } # or the groups that are meant",
        "              break: { reason: 'Ny standard for næringsgruppering: NACE2007 er erstattet av NACE2025', reference: } # where it can be read",
      ].join('\n'),
    );
    expect(stdout).toContain(
      'Groups of NACE2007 and of NACE2025 are never joined: the switch is a declared break, and industry-diversity must name groups of NACE2025.',
    );
    expect(stdout).toContain(
      'In indicators/industry-diversity.yaml, write the groups of NACE2025 under `afterSwitch`, within the entry of `inputs` for employed-by-industry',
    );
    expect(stdout).toContain(
      'industry-diversity asks employed-by-industry and its `secondTable` employed-by-industry-rounded for the same groups: ' +
        'switch employed-by-industry-rounded too, with lines of its own in datasets.yaml, or leave `secondTable` out of indicators/industry-diversity.yaml.',
    );
  });

  test('prints lines of which config check refuses nothing but the references that a person must write', async () => {
    const world = await openWorld();
    world.statbank.putTable(onNewIndustries(EMPLOYED_PERSONS, '15001'));
    const { stdout } = await typeIn(world, ['doctor', '--live']);
    const lines = stdout.split('\n');
    const printed = lines.slice(lines.indexOf('      datasets:')).filter((line) => /^ {6}/.test(line));
    const dir = copyConfig();
    writeFileSync(join(dir, 'datasets.yaml'), printed.map((line) => `${line.slice(6)}\n`).join(''));
    const { exitCode, stderr } = await typeIn(world, ['config', 'check'], { CONFIG_DIR: dir });
    expect(exitCode).toBe(2);
    const problems = stderr.split('\n').filter((line) => line.includes('datasets.yaml:'));
    expect(problems).toEqual([expect.stringMatching(/datasets\.yaml:\d+:\d+ 'reference' is empty\.$/)]);
  });

  test('prints one line where a closed table goes on unchanged, and that nothing breaks', async () => {
    const world = await openWorld();
    world.statbank.replaceTable('06445', '16445');
    const { exitCode, stdout } = await typeIn(world, ['doctor', '--live']);
    expect(exitCode).toBe(4);
    expect(stdout).toContain(
      [
        'For å bytte employment-rate til tabellene som fortsetter, skriv i datasets.yaml i innstillingene:',
        '      datasets:',
        '        employment-rate:',
        "          table: '16445'",
        '  Byttet av employment-rate bryter ingenting av det som spørres etter.',
      ].join('\n'),
    );
  });

  test('names what the table that goes on lacks: codes, a unit, a code list', async () => {
    const world = await openWorld();
    world.statbank.replaceTable('06445', '16445');
    world.statbank.removeCode('16445', 'Alder', '15-74');
    world.statbank.changeUnit('16445', 'Sysselsatte', 'andel i pst.');
    const { stdout } = await typeIn(world, ['doctor', '--live', '--json']);
    const { live } = JSON.parse(stdout) as { live: { switches: { datasetId: string; breaks: string[] }[] } };
    expect(live.switches).toMatchObject([
      {
        datasetId: 'employment-rate',
        breaks: [
          'Of Alder these codes are not there: 15-74.',
          'The unit of Sysselsatte is "prosent" here and "andel i pst." there.',
        ],
      },
    ]);
  });

  test('tells of a table that is gone, and of the one that goes on', async () => {
    const world = await openWorld();
    world.statbank.addTwin('06445', '16445', '2026');
    world.statbank.removeTable('06445');
    const { exitCode, stdout } = await typeIn(world, ['doctor', '--live', '--json']);
    expect(exitCode).toBe(4);
    const { live } = JSON.parse(stdout) as {
      live: { datasets: { datasetId: string; findings: { problem: string; advice: string }[] }[]; switches: object[] };
    };
    const [finding] = live.datasets.find(({ datasetId }) => datasetId === 'employment-rate')?.findings ?? [];
    expect(finding?.problem).toMatch(/^Table 06445 is gone:/);
    expect(finding?.advice).toContain('Table 16445 (');
    expect(live.switches).toMatchObject([{ datasetId: 'employment-rate', indicators: ['employment-rate'] }]);
  });

  test('asks no more than the quota of a minute', async () => {
    const world = await openWorld();
    const { exitCode, stdout } = await typeIn(world, ['doctor', '--live', '--json']);
    expect(exitCode).toBe(0);
    const { live } = JSON.parse(stdout) as { live: { requests: number } };
    expect(live.requests).toBeLessThanOrEqual(40);
  });
});
