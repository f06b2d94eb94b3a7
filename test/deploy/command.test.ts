import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ROOT, temporaryFolder } from '../support/cli.ts';

interface Machine {
  readonly userId?: number;
  readonly loadState?: string;
  readonly properties?: Readonly<Record<string, string>>;
  /** May the user of the service be in the folder one stands in? */
  readonly mayStandHere?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs deploy/naeringspuls where systemd's programs only write down what they are asked, one word a line. */
function run(words: readonly string[], machine: Machine = {}) {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  const asked = join(path, 'asked');
  const program = (name: string, body: string) => {
    writeFileSync(join(path, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(path, name), 0o755);
  };
  const properties = { LoadState: machine.loadState ?? 'loaded', ...SERVICE, ...machine.properties };
  const cases = Object.entries(properties).map(
    ([name, value]) => `*--property=${name}\\ *) printf '%s\\n' '${value}';;`,
  );
  program('systemctl', `case "$* " in ${cases.join(' ')} esac`);
  program('systemd-run', `printf '%s\\n' "$@" > ${asked}; exit 4`);
  program('runuser', `exit ${machine.mayStandHere === false ? 1 : 0}`);
  program('id', `echo ${machine.userId ?? 0}`);
  const { status, stderr } = spawnSync('sh', [join(ROOT, 'deploy/naeringspuls'), ...words], {
    ...{ encoding: 'utf8', cwd: ROOT },
    env: { PATH: `${path}:/usr/bin:/bin`, ...machine.env },
  });
  const lines = status === 4 ? readFileSync(asked, 'utf8').trimEnd().split('\n') : [];
  return { status, stderr, asked: lines };
}

const SERVICE = {
  ...{ User: 'naeringspuls', Group: 'naeringspuls', UMask: '0027' },
  Environment: 'NODE_ENV=production DATABASE_FILE=/var/lib/naeringspuls/naeringspuls.sqlite',
  EnvironmentFiles: '/etc/naeringspuls/environment (ignore_errors=yes)',
};

describe('the command naeringspuls', () => {
  it('runs as the service does: its user, variables and files, and ends as the program ends', () => {
    const { status, asked } = run(['import', 'survey', 'svar 2025.csv']);
    expect(status).toBe(4);
    expect(asked).toEqual(
      expect.arrayContaining([
        ...[
          '--uid=naeringspuls',
          '--gid=naeringspuls',
          '--property=UMask=0027',
          `--working-directory=${ROOT.replace(/\/$/, '')}`,
        ],
        `--property=Environment=${SERVICE.Environment}`,
        '--property=EnvironmentFile=-/etc/naeringspuls/environment',
      ]),
    );
    const program = ['/usr/bin/env', 'node', '/opt/naeringspuls/dist/program/main.js'];
    expect(asked.slice(-6)).toEqual([...program, 'import', 'survey', 'svar 2025.csv']);
  });

  it('takes a file of variables that a drop-in of the unit has added', () => {
    const EnvironmentFiles = '/etc/naeringspuls/environment (ignore_errors=yes)\n/etc/more (ignore_errors=no)';
    const { asked } = run(['status'], { properties: { EnvironmentFiles } });
    expect(asked).toEqual(expect.arrayContaining(['--property=EnvironmentFile=/etc/more']));
  });

  it('hands on what a terminal is like', () => {
    const { asked } = run(['status'], { env: { COLUMNS: '100', NO_COLOR: '1' } });
    expect(asked).toEqual(expect.arrayContaining(['--setenv=COLUMNS=100', '--setenv=NO_COLOR=1']));
  });

  it('stands elsewhere where the service may not be', () => {
    expect(run(['status'], { mayStandHere: false }).asked).toContain('--working-directory=/');
  });

  it.each([
    ['another than root', { userId: 1000 }, 'Put sudo before it: sudo naeringspuls doctor --live'],
    ['a machine without the service', { loadState: 'not-found' }, 'There is no naeringspuls.service on this machine.'],
  ])('refuses %s, and says how', (_, machine, sentence) => {
    const { status, stderr } = run(['doctor', '--live'], machine);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
  });
});
