import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { AlertPlan, Plan } from '../model/plan/settings.ts';
import { alertsFile } from './files/alerts-file.ts';
import { planFile } from './files/plan-file.ts';
import { completeAlerts, DEFAULT_LANGUAGE } from './in-force/defaults.ts';
import { readYaml } from './read-yaml.ts';

/** Who is notified, and of which municipality. */
export interface AlertsAlone {
  readonly alerts: AlertPlan;
  /** With the name of the folder where its plan does not say whose it is. */
  readonly plan: Pick<Plan, 'municipality' | 'title'>;
}

const { municipality: whose, title: named, language: spoken } = planFile.shape;

/**
 * Who is notified according to a folder of settings in which something else may be wrong; `null` where its alerts cannot
 * be read. A folder without alerts has those that are left out.
 */
export function readAlertsAlone(folder: string): AlertsAlone | null {
  const file = join(folder, 'alerts.yaml');
  const written = existsSync(file) ? readYaml(file) : { problems: [], value: {} };
  const read = alertsFile.safeParse(written.value);
  if (written.problems.length > 0 || !read.success) return null;
  const plan = readPlan(folder);
  const name = basename(folder);
  const language = spoken.safeParse(property(plan, 'language')).data ?? DEFAULT_LANGUAGE;
  return {
    alerts: completeAlerts(read.data, language),
    plan: {
      municipality: whose.safeParse(property(plan, 'municipality')).data ?? { code: '', name },
      title: named.safeParse(property(plan, 'title')).data ?? name,
    },
  };
}

/** Name of the municipality of a folder of settings; `null` where its plan does not say it rightly. */
export function findMunicipalityName(folder: string): string | null {
  return whose.safeParse(property(readPlan(folder), 'municipality')).data?.name ?? null;
}

function readPlan(folder: string): unknown {
  return readYaml(join(folder, 'plan.yaml')).value;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
