import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { typeCommand } from '../../support/command-line.ts';
import { copyConfig, type Edit } from '../../support/edited-config.ts';

test('config show says of each value on which line it stands, or that it is a default', async () => {
  const CONFIG_DIR = copyConfig();
  writeFileSync(join(CONFIG_DIR, 'backup.yaml'), '# a comment\nkeepDaily: 3\n');
  const { exitCode, stdout } = await typeCommand(['config', 'show'], { CONFIG_DIR });
  expect(exitCode).toBe(0);
  const [title, ...lines] = stdout.split('\n');
  expect(title).toBe(`The settings in force, from ${CONFIG_DIR}:`);
  const backup = lines.slice(lines.indexOf('backup.yaml'), lines.indexOf('backup.yaml') + 3);
  expect(backup).toEqual(['backup.yaml', '  folder: "backups"  (default)', '  keepDaily: 3  (line 2)']);
  const own = lines.find((line) => line.startsWith('  municipalities.3301'));
  expect(own).toBe('  municipalities.3301: Drammen: 3301, 3005, 0602, 0625,…  (known to the program)');
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});

test('config show --json has every value whole, with its file and origin', async () => {
  const { stdout } = await typeCommand(['config', 'show', '--json'], { CONFIG_DIR: copyConfig() });
  const { values } = JSON.parse(stdout) as { values: readonly object[] };
  expect(values).toContainEqual({
    file: 'plan.yaml',
    key: 'municipalEmissions.title',
    value: '"Utslipp av klimagasser i kommuner, Miljødirektoratet"',
    line: 22,
    origin: 'file',
  });
});

test('config show says what holds where the plan leaves out how often, and within which bounds', async () => {
  const range: Edit = ['plan.yaml', '  range: [0, 100]', '  # none'];
  const CONFIG_DIR = copyConfig(['plan.yaml', 'readAllEveryDays: 7', '# nothing'], range);
  const { stdout } = await typeCommand(['config', 'show'], { CONFIG_DIR });
  const lines = stdout.split('\n');
  expect(lines).toContain('  readAllEveryDays: 7  (default)');
  expect(lines).toContain('  survey.range: [0,100]  (default)');
});

test('config show says of a file that is not there that what holds is a default', async () => {
  const CONFIG_DIR = copyConfig();
  rmSync(join(CONFIG_DIR, 'annotations.yaml'));
  const { stdout } = await typeCommand(['config', 'show', '--json'], { CONFIG_DIR });
  const { values } = JSON.parse(stdout) as { values: readonly object[] };
  expect(values).toContainEqual({
    file: 'annotations.yaml',
    key: 'annotations',
    value: '[]',
    line: null,
    origin: 'default',
  });
});

test('config places prints entries that regions.yaml takes as they are', async () => {
  const CONFIG_DIR = copyConfig();
  const { stdout } = await typeCommand(['config', 'places'], { CONFIG_DIR });
  writeFileSync(join(CONFIG_DIR, 'regions.yaml'), stdout);
  expect(await typeCommand(['config', 'check'], { CONFIG_DIR })).toMatchObject({ exitCode: 0 });
  const again = await typeCommand(['config', 'places'], { CONFIG_DIR });
  expect(again.stdout).toBe(stdout);
});
