import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createHealthReader } from '../../src/app/service/health-facts.ts';
import { createMetrics } from '../../src/app/service/metrics/metrics.ts';
import { drillIfDue } from '../../src/app/upkeep/drill.ts';
import { keepBackups } from '../../src/app/upkeep/keep-backups.ts';
import { HEALTH_CHECKS } from '../../src/health/facts.ts';
import { ROOT } from '../support/cli.ts';
import { typeCommand } from '../support/command-line.ts';
import { openWorld, prepareDatabase } from '../support/world.ts';

const FOLDER = join(ROOT, 'deploy/monitoring');
const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');
const hasNoPromtool = spawnSync('promtool', ['--version']).status !== 0;

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly description: string };
}
interface Panel {
  readonly id: number;
  readonly title: string;
  readonly type: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets: readonly { readonly expr: string; readonly refId: string }[];
}
interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly schemaVersion: number;
  readonly templating: { readonly list: readonly { readonly name: string }[] };
  readonly panels: readonly Panel[];
}

const { groups } = parse(read('naeringspuls.rules.yml')) as { groups: readonly { rules: readonly Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const dashboard = JSON.parse(read('naeringspuls.dashboard.json')) as Dashboard;

let prepared: Awaited<ReturnType<typeof prepareDatabase>>;

/** The names of everything that an installation with backups in two places renders. */
async function renderedNames(): Promise<ReadonlySet<string>> {
  const world = await openWorld({ database: prepared.file });
  await world.ingest();
  return world.with(async (opened) => {
    const also = join(world.folder, 'second');
    mkdirSync(also);
    const settings = { ...opened.settings, backup: { ...opened.settings.backup, also } };
    const app = { ...opened, settings };
    keepBackups(app);
    drillIfDue(app);
    const metrics = createMetrics();
    try {
      const text = await metrics.render([
        { app, state: createHealthReader(app, { nextFire: () => app.clock.now() })(), labels: {} },
      ]);
      return new Set([...text.matchAll(/^([a-z_:]+)(?:\{| )/gm)].map(([, name = '']) => name));
    } finally {
      metrics.close();
    }
  });
}

beforeAll(async () => {
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

const namesIn = (expr: string) => expr.match(/\b(?:naeringspuls|process|nodejs)_[a-z_]+/g) ?? [];

describe('rules and dashboard', () => {
  it('ask for nothing that the service does not render', { timeout: 120_000 }, async () => {
    const rendered = await renderedNames();
    const asked = [...rules, ...dashboard.panels.flatMap(({ targets }) => targets)].flatMap(({ expr }) =>
      namesIn(expr),
    );
    expect(new Set(asked).size).toBeGreaterThan(20);
    expect([...new Set(asked)].filter((name) => !rendered.has(name))).toEqual([]);
    // It is known what is not rendered.
    expect(rendered.has('naeringspuls_never')).toBe(false);
  });

  it('name only checks that there are', () => {
    const named = rules.flatMap(({ expr }) => [...expr.matchAll(/check!?="([a-z]+)"/g)].map(([, name = '']) => name));
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((name) => !HEALTH_CHECKS.some((check) => check === name))).toEqual([]);
  });
});

describe('the alert rules', () => {
  it('say what has happened and what to do', () => {
    expect(rules.length).toBeGreaterThan(10);
    for (const { alert, labels, annotations } of rules) {
      expect(alert).toMatch(/^Naeringspuls[A-Z]\w+$/);
      expect(['critical', 'warning']).toContain(labels.severity);
      expect(annotations.summary).toMatch(/^\S.*[^.]$/);
      expect(annotations.description).toMatch(/^\S.{30,}\.$/s);
    }
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  });

  it('name no command that there is not', async () => {
    const typed = rules.flatMap(({ annotations }) => [
      ...annotations.description.matchAll(/sudo naeringspuls ([a-z]+)/g),
    ]);
    const commands = [...new Set(typed.map(([, command = '']) => command))];
    expect(commands.length).toBeGreaterThan(3);
    for (const command of commands) {
      const { stdout } = await typeCommand([command, '--help'], {});
      expect(stdout).toContain(`Usage: naeringspuls ${command}`);
    }
  });

  it('are each held against figures in which they fire, and in which they do not', () => {
    const { tests } = parse(read('naeringspuls.rules.test.yml')) as {
      tests: readonly { alert_rule_test: readonly { alertname: string; exp_alerts: readonly unknown[] }[] }[];
    };
    const cases = tests.flatMap((one) => one.alert_rule_test);
    const alerts = rules.map(({ alert }) => alert).sort();
    const namesOf = (fires: boolean) =>
      [...new Set(cases.filter((one) => one.exp_alerts.length > 0 === fires).map((one) => one.alertname))].sort();
    expect([namesOf(true), namesOf(false)]).toEqual([alerts, alerts]);
  });

  describe.skipIf(hasNoPromtool)('for promtool (Debian package prometheus)', () => {
    const promtool = (...words: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync('promtool', words, { cwd: FOLDER, encoding: 'utf8' });
      return { status, said: `${stdout}${stderr}` };
    };

    it('are rules', () => {
      expect(promtool('check', 'rules', 'naeringspuls.rules.yml')).toMatchObject({ status: 0 });
    });

    it('fire when they should, and only then', { timeout: 60_000 }, () => {
      const { status, said } = promtool('test', 'rules', 'naeringspuls.rules.test.yml');
      expect(said).toContain('SUCCESS');
      expect(status).toBe(0);
    });
  });
});

describe('the dashboard', () => {
  it('has the form that Grafana imports', () => {
    expect(dashboard).toMatchObject({ uid: 'naeringspuls', title: 'Næringspuls' });
    expect(dashboard.schemaVersion).toBeGreaterThanOrEqual(36);
    expect(dashboard.templating.list.map(({ name }) => name)).toEqual(['datasource', 'instance']);
    const ids = dashboard.panels.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { title, type, targets } of dashboard.panels) {
      expect([title, ['stat', 'table', 'bargauge', 'timeseries'].includes(type)]).toEqual([title, true]);
      expect(targets.length).toBeGreaterThan(0);
      expect(new Set(targets.map(({ refId }) => refId)).size).toBe(targets.length);
      for (const { expr } of targets) expect(expr).toContain('instance=~"$instance"');
    }
  });

  it('has no panel upon another, and none beyond the 24 columns', () => {
    const taken = new Set<string>();
    for (const { title, gridPos } of dashboard.panels) {
      expect([title, gridPos.x + gridPos.w <= 24]).toEqual([title, true]);
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++) {
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
          expect([title, taken.has(`${x} ${y}`)]).toEqual([title, false]);
          taken.add(`${x} ${y}`);
        }
      }
    }
  });
});
