import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CONTROLS } from '../statbank/controls/control-routes.ts';
import { ROOT, temporaryFolder } from '../support/cli.ts';

const FOLDER = join(ROOT, 'deploy/try');
const steps = readdirSync(FOLDER)
  .filter((file) => /^(steps-.+|world)\.mjs$/.test(file))
  .map((file) => readFileSync(join(FOLDER, file), 'utf8'))
  .join('\n');

/** What the steps name, by the first group of a pattern, each once. */
function named(pattern: RegExp): readonly string[] {
  const names = [...steps.matchAll(pattern)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(0);
  return [...new Set(names)].sort();
}

/** Every text of a kind of file below a folder of the repository. */
function textsBelow(folder: string): string {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(ROOT, folder, file), 'utf8'))
    .join('\n');
}

/** The command lines that are typed on the booted machine, as the script finds them on a page. */
function linesOf(page: string, heading: string): unknown {
  const script = `import { linesOf } from ${JSON.stringify(join(FOLDER, 'release.mjs'))};
    console.log(JSON.stringify(linesOf(${JSON.stringify(page)}, ${JSON.stringify(heading)}, '9.8.7')));`;
  const words = ['--input-type=module', '--eval', script];
  return JSON.parse(execFileSync(process.execPath, words, { cwd: ROOT, encoding: 'utf8' }));
}

describe('what is tried on a booted machine', () => {
  const unpack = "tar -xzf naeringspuls-9.8.7.tgz -C /opt --transform 's/^package/naeringspuls-9.8.7/'";
  const make = 'sh /opt/naeringspuls-9.8.7/deploy/install.sh';

  it.each([
    ['README.md', 'Install on a server', 'systemctl enable --now naeringspuls'],
    ['docs/operate.md', 'Install', 'systemctl enable --now naeringspuls'],
    ['docs/operate.md', 'Upgrade', 'systemctl restart naeringspuls'],
  ])('is what %s says under "%s", in four command lines', (page, heading, start) => {
    expect(linesOf(page, heading)).toEqual([unpack, make, start, 'naeringspuls doctor']);
  });

  it('waits for lines of the log that the service writes', () => {
    const source = textsBelow('src');
    const events = named(/\b(?:after|events)\(\s*'([a-z-]+)'/g);
    expect(events.filter((event) => !source.includes(`event: '${event}'`))).toEqual([]);
  });

  it('asks tables that the database has', () => {
    const source = textsBelow('src/store/schema');
    const tables = named(/\bFROM (\w+)/g);
    expect(tables.filter((table) => !new RegExp(`sqliteTable\\(\\s*'${table}'`).test(source))).toEqual([]);
  });

  it('has the stand-in do what it can do', () => {
    const controls = Object.keys(CONTROLS);
    expect(named(/\bcontrol\('([a-z-]+)'/g).filter((name) => !controls.includes(name))).toEqual([]);
  });
});

describe('npm run try:systemd', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const [, script = ''] = scripts['try:systemd']?.split(' ') ?? [];

  it('asks for a file to write its report to', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, script)], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, 'Name the file for the report: npm run try:systemd -- report.txt\n']);
  });

  it('says that only root may boot a machine, and ends with a code of its own', () => {
    const { path, remove } = temporaryFolder();
    onTestFinished(remove);
    cpSync(FOLDER, join(path, 'try'), { recursive: true });
    chmodSync(path, 0o755);
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const words = [join(path, 'try/main.mjs'), join(path, 'report.txt')];
    const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', ...nobody });
    expect(status).toBe(77);
    expect(stderr).toMatch(/^(Only root may boot a machine|A machine is booted with systemd-nspawn)/);
    expect(readdirSync(path)).toEqual(['try']);
  });
});
