import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { ROOT, temporaryFolder } from '../support/cli.ts';

const FOLDER = join(ROOT, 'deploy/monitoring');
const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');
const lacks = (tool: string, option: string) => spawnSync(tool, [option]).status !== 0;

describe('the compose file', () => {
  const { services, volumes } = parse(read('compose.yml')) as {
    services: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    volumes: Readonly<Record<string, { name: string }>>;
  };
  const service = services['naeringspuls'] ?? {};

  it('runs the image as docs/operate.md builds it, and keeps it within limits', () => {
    expect(Object.keys(services)).toEqual(['naeringspuls']);
    expect(readFileSync(join(ROOT, 'docs/operate.md'), 'utf8')).toContain(`-t ${String(service['image'])} .`);
    expect(service).toMatchObject({ image: 'naeringspuls', mem_limit: '1g', read_only: true, cap_drop: ['ALL'] });
    expect(service['restart']).toBe('unless-stopped');
    expect(service['logging']).toEqual({ driver: 'json-file', options: { 'max-size': '10m', 'max-file': '5' } });
  });

  it('mounts data and settings, and reads the settings it mounts', () => {
    expect(service['volumes']).toEqual(['naeringspuls:/data', '/etc/naeringspuls/config:/config:ro']);
    expect(service['environment']).toMatchObject({ CONFIG_DIR: '/config' });
    expect(volumes).toEqual({ naeringspuls: { name: 'naeringspuls' } });
  });

  it('asks the port that the service answers on, which no other machine reaches', () => {
    const { HEALTH_PORT } = service['environment'] as { HEALTH_PORT: string };
    expect(service['ports']).toEqual([`127.0.0.1:${HEALTH_PORT}:${HEALTH_PORT}`]);
    const { test } = service['healthcheck'] as { test: readonly string[] };
    expect(test.slice(0, 3)).toEqual(['CMD', 'node', '-e']);
    expect(test).toHaveLength(4);
    expect(test[3]).toContain(`http://127.0.0.1:${HEALTH_PORT}/health/live`);
  });
});

describe('the examples for web servers', () => {
  it.skipIf(lacks('nginx', '-v'))('are in order to nginx (Debian package nginx)', () => {
    const { path, remove } = temporaryFolder();
    onTestFinished(remove);
    const file = join(path, 'nginx.conf');
    const whole = `pid ${path}/pid;\nerror_log ${path}/error.log;\nevents {}\nhttp {\naccess_log off;\ninclude ${FOLDER}/nginx.conf;\n}\n`;
    writeFileSync(file, whole);
    const { status, stderr } = spawnSync('nginx', ['-t', '-p', path, '-c', file], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, expect.stringContaining('test is successful')]);
  });

  it.skipIf(lacks('caddy', 'version'))('are in order to Caddy (Debian package caddy)', () => {
    const words = ['validate', '--adapter', 'caddyfile', '--config', join(FOLDER, 'Caddyfile')];
    const { path, remove } = temporaryFolder();
    onTestFinished(remove);
    const { status, stderr } = spawnSync('caddy', words, { encoding: 'utf8', env: { ...process.env, HOME: path } });
    expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  });

  it('let the group of the web server in where the unit lets the service write', () => {
    const readme = read('README.md');
    const folder = /ReadWritePaths=(\S+)/.exec(readme)?.[1] ?? '';
    for (const file of ['nginx.conf', 'Caddyfile']) expect(read(file)).toContain(folder);
    expect(readme).toMatch(new RegExp(`install -d -o naeringspuls -g www-data -m 2750 ${folder}\\n`));
    expect(readme).toContain(`REPORT_FILE=${folder}/`);
    expect(readme).toContain(`ANALYST_COPY=${folder}/`);
  });
});
