import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readEnvironment } from '../../src/settings/environment.ts';
import { ROOT, temporaryFolder } from '../support/cli.ts';
import { typeCommand } from '../support/command-line.ts';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** The variables that the program asks for. */
function askedVariables(): readonly string[] {
  const asked = new Set<string>();
  const none: Record<string, string | undefined> = {};
  const watched = new Proxy(none, {
    get: (_target, name) => {
      asked.add(String(name));
      return undefined;
    },
  });
  readEnvironment(watched, ROOT);
  return [...asked].sort();
}

/** The variables of the example with the values it gives them. */
function shownVariables(): Readonly<Record<string, string>> {
  const rows = [...read('deploy/environment.example').matchAll(/^#([A-Z_]+)=(.*)$/gm)];
  return Object.fromEntries(rows.map(([, name = '', value = '']) => [name, value]));
}

describe('the example of an environment', () => {
  it('has every variable the program reads, and no other', () => {
    expect(Object.keys(shownVariables()).sort()).toEqual(askedVariables());
  });

  it('gives each its default', () => {
    const given = Object.fromEntries(Object.entries(shownVariables()).filter(([, value]) => value !== ''));
    expect(readEnvironment(given, ROOT)).toEqual(readEnvironment({}, ROOT));
    expect(Object.keys(given).length).toBeGreaterThan(3);
  });

  it('says of each what it means, and sets none', () => {
    const lines = read('deploy/environment.example').split('\n');
    expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
    const unexplained = lines.filter((line, place) => /^#[A-Z_]+=/.test(line) && !/^# \S/.test(lines[place - 1] ?? ''));
    expect(unexplained).toEqual([]);
  });
});

describe('the unit for systemd', () => {
  const unit = read('deploy/naeringspuls.service');
  const values = (key: string) => [...unit.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value]) => value);

  it.each([['ExecStart'], ['ExecStartPre']])('names a command that there is as %s', async (key) => {
    const [, node, script = '', ...command] = (values(key)[0] ?? '').split(' ');
    expect(node).toBe('node');
    // /opt/naeringspuls leads to the release in force.
    const { bin } = JSON.parse(read('package.json')) as { bin: Readonly<Record<string, string>> };
    expect(script).toBe(`/opt/naeringspuls/${bin['naeringspuls'] ?? ''}`);
    const { exitCode } = await typeCommand([...command, '--help'], {});
    expect(exitCode).toBe(0);
  });

  it('has its settings read anew by the signal that the service takes for that', () => {
    expect(values('ExecReload')).toEqual(['/bin/kill -HUP $MAINPID']);
  });

  it('writes where it may write, and nowhere else', () => {
    expect(values('ProtectSystem')).toEqual(['strict']);
    expect(values('StateDirectory')).toEqual(['naeringspuls']);
    const database = values('Environment').find((value) => value?.startsWith('DATABASE_FILE='));
    expect(database).toMatch(/^DATABASE_FILE=\/var\/lib\/naeringspuls\//);
    expect(values('ReadWritePaths')).toEqual([]);
  });

  it('is nobody in particular, and may become nobody else', () => {
    expect([values('User'), values('NoNewPrivileges'), values('CapabilityBoundingSet')]).toEqual([
      ['naeringspuls'],
      ['yes'],
      [''],
    ]);
  });

  it('waits longer than the service takes to stop, and starts it again whatever it ended of', () => {
    expect(Number(values('TimeoutStopSec')[0])).toBeGreaterThan(10);
    // However it ended: a clean end nobody asked for is one as well.
    expect([values('Restart'), values('RestartPreventExitStatus')]).toEqual([['always'], []]);
    expect(values('MemoryMax')[0]).toMatch(/^\d+[MG]$/);
  });

  it.skipIf(spawnSync('systemd-analyze', ['--version']).status !== 0)('is in order to systemd itself', () => {
    const { path, remove } = temporaryFolder();
    onTestFinished(remove);
    const file = join(path, 'naeringspuls.service');
    writeFileSync(file, unit);
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });
});

const file = read('deploy/Dockerfile');

describe('the container', () => {
  const copied = [...file.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) => sources.split(' '));

  it('is built from files that there are and that are handed to the builder', () => {
    const allowed = [...read('.dockerignore').matchAll(/^!(.+)$/gm)].map(([, name]) => name);
    expect(copied.length).toBeGreaterThan(5);
    expect(copied.filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
    expect([...new Set(copied)].sort()).toEqual([...allowed].sort());
  });

  it('does not run as root', () => {
    const [, last = ''] = file.split(/^FROM .+-slim$/m);
    expect([...last.matchAll(/^USER (.+)$/gm)].map(([, user]) => user)).toEqual(['node']);
  });

  it('runs the service, which writes for itself and its group alone', () => {
    const [, words = ''] = /^ENTRYPOINT (\[.+\])\nCMD \["daemon"\]$/m.exec(file) ?? [];
    const [program = '', ...rest] = JSON.parse(words) as readonly string[];
    const shell = rest.map((word) => word.replace('exec node /app/dist/program/main.js', 'umask && exec echo'));
    const { stdout } = spawnSync(program, [...shell, 'daemon', 'a word'], { encoding: 'utf8' });
    expect(stdout).toBe('0027\ndaemon a word\n');
  });

  it.each([
    [200, 0],
    [503, 1],
    [404, 1],
  ])('asks whether it is alive, and when %i is answered ends with %i', async (status, exitCode) => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(status, { Connection: 'close' }).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    expect(await checkHealth((server.address() as AddressInfo).port)).toBe(exitCode);
    expect(asked).toEqual(['/health/live']);
  });

  it('is not alive when nobody answers', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    expect(await checkHealth(port)).toBe(1);
  });

  /** Runs the health check of the container file as a container would. */
  async function checkHealth(port: number): Promise<unknown> {
    const [, words = ''] = /^HEALTHCHECK [^]*?CMD (\[.+\])$/m.exec(file) ?? [];
    const [, ...rest] = JSON.parse(words) as readonly string[];
    const child = spawn(process.execPath, rest, { env: { HEALTH_PORT: String(port) }, stdio: 'inherit' });
    const [code] = (await once(child, 'exit')) as unknown[];
    return code;
  }
});

describe('the versions of Node that CI runs', () => {
  const [, matrix = ''] = /matrix: \{ node: \[(.+)\] \}/.exec(read('.github/workflows/ci.yml')) ?? [];
  const versions = matrix.split(', ');

  it('begin with the oldest that the program allows, which contributors use', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    expect(versions[0]).toBe(/^>=(\d+)\./.exec(engines.node)?.[1]);
    expect(read('.nvmrc').trim()).toBe(versions[0]);
  });

  it('have the one in the container, and a newer one', () => {
    const shipped = [...file.matchAll(/^FROM node:(\d+)/gm)].map(([, version = '']) => version);
    expect(shipped.length).toBeGreaterThan(0);
    expect(shipped.filter((version) => !versions.includes(version))).toEqual([]);
    expect(Number(versions.at(-1))).toBeGreaterThan(Math.max(...shipped.map(Number)));
  });
});
