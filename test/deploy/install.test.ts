import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ROOT, temporaryFolder } from '../support/cli.ts';

const INSTALL = join(ROOT, 'deploy/install.sh');

/** Installs below a folder of its own, as packagers do, and gives what was said. */
function install(root: string): string {
  const { status, stdout, stderr } = spawnSync('sh', [INSTALL], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], DESTDIR: root },
  });
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

function machine() {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  const at = (file: string) => join(path, file);
  return {
    path,
    at,
    read: (file: string) => readFileSync(at(file), 'utf8'),
    write: (file: string, text: string) => {
      mkdirSync(join(at(file), '..'), { recursive: true });
      writeFileSync(at(file), text);
    },
    mode: (file: string) => (statSync(at(file)).mode & 0o777).toString(8),
  };
}

describe('a first installation', () => {
  it('lays out settings, variables, unit and command, the settings closed to others', () => {
    const { path, at, read, mode } = machine();
    expect(install(path)).toContain('The settings are in /etc/naeringspuls/config');
    expect(readdirSync(at('etc/naeringspuls')).sort()).toEqual(['config', 'environment']);
    expect(readdirSync(at('etc/naeringspuls/config')).sort()).toEqual(readdirSync(join(ROOT, 'config')).sort());
    expect(['', '/config', '/environment', '/config/plan.yaml'].map((file) => mode(`etc/naeringspuls${file}`))).toEqual(
      ['750', '750', '640', '640'],
    );
    expect(read('etc/systemd/system/naeringspuls.service')).toContain('CONFIG_DIR=/etc/naeringspuls/config');
    expect(mode('usr/local/bin/naeringspuls')).toBe('755');
    expect(realpathSync(at('opt/naeringspuls'))).toBe(realpathSync(ROOT));
  });

  it('takes over the settings that an installation from before had beside the program', () => {
    const { path, read, write } = machine();
    write('opt/naeringspuls/config/plan.yaml', 'our: own\n');
    install(path);
    expect(read('etc/naeringspuls/config/plan.yaml')).toBe('our: own\n');
    expect(read('opt/naeringspuls.before/config/plan.yaml')).toBe('our: own\n');
  });
});

describe('an upgrade', () => {
  it('leaves settings and variables as they are, and says what the new version changes in its own', () => {
    const { path, at, read, write } = machine();
    install(path);
    write('etc/naeringspuls/config/alerts.yaml', 'our: own\n');
    write('etc/naeringspuls/environment', 'HEALTH_PORT=9464\n');
    // What the version before came with.
    rmSync(at('opt/naeringspuls'));
    cpSync(join(ROOT, 'config'), at('opt/naeringspuls-0.9.0/config'), { recursive: true });
    symlinkSync(at('opt/naeringspuls-0.9.0'), at('opt/naeringspuls'));
    const shipped = 'opt/naeringspuls-0.9.0/config/plan.yaml';
    write(shipped, read(shipped).replace(/^title: .*/m, 'title: As it was'));
    const said = install(path);
    expect(said).toContain('The settings in /etc/naeringspuls/config are left as they are.');
    expect(said).toMatch(/\nplan\.yaml\n {2}~ title: "As it was" -> /);
    expect(read('etc/naeringspuls/config/alerts.yaml')).toBe('our: own\n');
    expect(read('etc/naeringspuls/environment')).toBe('HEALTH_PORT=9464\n');
  });

  it('brings unit and command up to date', () => {
    const { path, read, write } = machine();
    install(path);
    write('etc/systemd/system/naeringspuls.service', 'old');
    write('usr/local/bin/naeringspuls', 'old');
    install(path);
    expect(read('etc/systemd/system/naeringspuls.service')).toBe(
      readFileSync(join(ROOT, 'deploy/naeringspuls.service'), 'utf8'),
    );
    expect(read('usr/local/bin/naeringspuls')).toBe(readFileSync(join(ROOT, 'deploy/naeringspuls'), 'utf8'));
  });
});

it('an installation of what lies elsewhere than the unit looks is refused, and by another than root as well', () => {
  const { status, stderr } = spawnSync('sh', [INSTALL], { encoding: 'utf8', env: { PATH: process.env['PATH'] } });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^(Only root can install a service|The service runs a release in \/opt\/naeringspuls-)/);
});
