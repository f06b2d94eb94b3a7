import type { Language } from '../../model/language.ts';
import type { AlertPlan, BackupPlan, Correction, DeclaredBreak, Plan, ReportPlan } from '../../model/plan/settings.ts';
import type { IndicatorDefinition } from '../../model/plan/indicator.ts';
import type { PeerGroup } from '../../model/data/place.ts';
import type { AlertsFile } from '../files/alerts-file.ts';
import type { BackupFile } from '../files/backup-file.ts';
import type { CorrectionsFile } from '../files/corrections-file.ts';
import type { IndicatorFile } from '../files/indicator-file.ts';
import type { PeersFile } from '../files/peers-file.ts';
import type { PlanFile } from '../files/plan-file.ts';
import type { ReportFile } from '../files/report-file.ts';
import { DEFAULT_RANGE } from '../../model/data/survey.ts';
import { KNOWN_BREAKS } from './known-breaks.ts';

// What holds where the settings say nothing. Nothing that moves a verdict has a default but what is true of the source.

/** Bokmål. */
export const DEFAULT_LANGUAGE: Language = 'nb';

/** Of a file that comes every year, days until it is stale. */
const YEARLY = { allowedAgeDays: 430 };
const WORDS: Readonly<Record<Language, Readonly<Record<'greeting' | 'survey' | 'licence' | 'emissions', string>>>> = {
  nb: {
    greeting: 'Hei!',
    licence: 'Eies av kommunen',
    survey: 'Kommunens næringslivsundersøkelse',
    emissions: 'Utslipp av klimagasser i kommuner, Miljødirektoratet',
  },
  nn: {
    greeting: 'Hei!',
    licence: 'Kommunen eig tala',
    survey: 'Næringslivsundersøkinga til kommunen',
    emissions: 'Utslepp av klimagassar i kommunar, Miljødirektoratet',
  },
  en: {
    greeting: 'Hello!',
    licence: 'Owned by the municipality',
    survey: 'The business survey of the municipality',
    emissions: 'Greenhouse gas emissions of municipalities, Norwegian Environment Agency',
  },
};

/** A plan with what it leaves out: bokmål, every table read whole each week, and the two files that may be handed in. */
export function completePlan({
  language = DEFAULT_LANGUAGE,
  readAllEveryDays = 7,
  survey = YEARLY,
  municipalEmissions = YEARLY,
  ...plan
}: PlanFile): Plan {
  const words = WORDS[language];
  const nlod = 'Norsk lisens for offentlige data (NLOD)';
  return {
    ...plan,
    language,
    readAllEveryDays,
    survey: { title: words.survey, licence: words.licence, ...survey },
    municipalEmissions: { title: words.emissions, licence: nlod, ...municipalEmissions },
  };
}

/** As `completePlan`, with the range of the survey's indices, which is looked up where it is used. */
export function planInForce(file: PlanFile): Plan {
  const plan = completePlan(file);
  return { ...plan, survey: { range: DEFAULT_RANGE, ...plan.survey } };
}

/** Messages in the language of the plan, to a webhook where one is given, without reminders. */
export function completeAlerts(file: AlertsFile, planLanguage: Language): AlertPlan {
  const { language = planLanguage } = file;
  return {
    language,
    greeting: WORDS[language].greeting,
    timeZone: 'Europe/Oslo',
    channels: [{ name: 'webhook', by: 'webhook', payload: 'json', audience: 'staff' }],
    reminders: { everyDays: 0 },
    withoutOperations: 'staff',
    unsettled: { changes: 4, withinDays: 30 },
    ...file,
  };
}

/** Fourteen days of backups, in a folder beside the database. */
export function completeBackup(file: BackupFile): BackupPlan {
  return { folder: 'backups', keepDaily: 14, ...file };
}

/** A page without an address, which messages then do not link to. */
export function completeReport(file: ReportFile): ReportPlan {
  return { address: null, ...file };
}

/** No corrections, and the breaks that every municipality has. Breaks that are written stand in their place. */
export function completeCorrections({ breaks, corrections = [] }: CorrectionsFile): {
  readonly breaks: readonly DeclaredBreak[];
  readonly corrections: readonly Correction[];
} {
  return { breaks: breaks ?? KNOWN_BREAKS, corrections };
}

/** A group whose English title is not written has its own title in English texts too. */
export function completePeers({ groups }: PeersFile): readonly PeerGroup[] {
  return groups.map((group) => ({ ...group, titleEn: group.titleEn ?? group.title }));
}

/** An indicator without English title or units has those of the plan in English texts too. */
export function completeTexts(file: IndicatorFile): Omit<IndicatorFile, 'inputs'> & {
  readonly titleEn: IndicatorDefinition['titleEn'];
  readonly inputs: readonly (IndicatorFile['inputs'][number] & { readonly unitEn: string })[];
} {
  const inputs = file.inputs.map((input) => ({ ...input, unitEn: input.unitEn ?? input.unit }));
  return { ...file, titleEn: file.titleEn ?? file.title, inputs };
}
