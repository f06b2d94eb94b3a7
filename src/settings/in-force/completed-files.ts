import type * as z from 'zod';
import type { Language } from '../../model/language.ts';
import { alertsFile } from '../files/alerts-file.ts';
import { backupFile } from '../files/backup-file.ts';
import { correctionsFile } from '../files/corrections-file.ts';
import { indicatorFile } from '../files/indicator-file.ts';
import { peersFile } from '../files/peers-file.ts';
import { planFile } from '../files/plan-file.ts';
import { reportFile } from '../files/report-file.ts';
import {
  completeAlerts,
  completeBackup,
  completeCorrections,
  completePeers,
  completeReport,
  completeTexts,
  DEFAULT_LANGUAGE,
  planInForce,
} from './defaults.ts';

/** Files that hold by defaults alone where they are not there. */
const MAY_BE_MISSING: ReadonlySet<string> = new Set(['alerts.yaml', 'backup.yaml', 'corrections.yaml', 'report.yaml']);

/** What a file is completed with: its content as it was read, or `null` for one that is not valid or has no defaults. */
type Complete = (document: unknown, language: Language) => object | null;

const COMPLETE: Readonly<Record<string, Complete>> = {
  'plan.yaml': completing(planFile, planInForce),
  'peers.yaml': completing(peersFile, (peers) => ({ groups: completePeers(peers) })),
  'alerts.yaml': completing(alertsFile, completeAlerts),
  'report.yaml': completing(reportFile, completeReport),
  'backup.yaml': completing(backupFile, completeBackup),
  'corrections.yaml': completing(correctionsFile, completeCorrections),
};
const completeIndicator = completing(indicatorFile, completeTexts);

/**
 * What holds of a file, by its name in a folder of settings whose plan is in `language`: what is written and the defaults.
 * `null` for one that is not valid, has no defaults, or is not there (`undefined`) and may not be missing.
 */
export function completedFile(name: string, document: unknown, language: Language): object | null {
  if (document === undefined && !MAY_BE_MISSING.has(name)) return null;
  const complete = name.startsWith('indicators/') ? completeIndicator : COMPLETE[name];
  return complete?.(document ?? {}, language) ?? null;
}

/** The language of a plan as it was read; that of a plan that does not say where it is not valid. */
export function languageOfPlan(document: unknown): Language {
  return planFile.safeParse(document).data?.language ?? DEFAULT_LANGUAGE;
}

function completing<Content>(
  schema: z.ZodType<Content>,
  complete: (content: Content, language: Language) => object,
): Complete {
  return (document, language) => {
    const { data } = schema.safeParse(document);
    return data === undefined ? null : complete(data, language);
  };
}
