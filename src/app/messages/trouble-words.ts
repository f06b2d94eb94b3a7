import { basename } from 'node:path';
import { titleIn, type Language } from '../../model/language.ts';
import type { DatasetDefinition } from '../../model/data/job.ts';
import { usedDatasets } from '../../model/plan/indicator.ts';
import type { Settings } from '../../model/plan/settings.ts';
import { findText } from '../../model/plan/worded.ts';
import { datasetsOf, type Trouble } from '../../model/trouble.ts';
import { readStoredTrouble, saidThen } from '../../store/messages/stored-trouble.ts';
import { troubleTextsOf } from '../../words/message/language.ts';
import { tellTrouble, wholeTrouble } from '../../words/trouble/tell.ts';
import type { ToldTrouble, TroubleNames } from '../../words/trouble/told.ts';
import { IMPORT_KINDS } from '../files/import-kinds.ts';

/** What operations are told of a trouble, in the language of the messages. */
export function sayTrouble(trouble: Trouble, settings: Settings): ToldTrouble {
  const { language } = settings.alerts;
  return tellTrouble(trouble, troubleNames(settings, language), language);
}

/** The text of an alert about trouble as people read it; a sentence that an earlier version stored as it stands. */
export function troubleText(text: string, settings: Settings): string {
  const trouble = readStoredTrouble(text);
  return trouble === null ? saidThen(text) : wholeTrouble(sayTrouble(trouble, settings));
}

/** The titles of the statistics that a trouble is about, in the language of the messages. */
export function statisticsOf(trouble: Trouble, settings: Settings): readonly string[] {
  const { language } = settings.alerts;
  const titles = datasetsOf(trouble).flatMap((id) => {
    const definition = findDataset(id, settings);
    return definition === undefined ? [] : [statisticTitle(definition, language)];
  });
  return [...new Set(titles)];
}

/** The short titles of the indicators whose figures a trouble is about, in the language of the messages. */
export function indicatorsOf(trouble: Trouble, { indicators, alerts }: Settings): readonly string[] {
  const datasets = datasetsOf(trouble);
  return indicators
    .filter((indicator) => usedDatasets(indicator).some((id) => datasets.includes(id)))
    .map(
      (indicator) => findText(indicator, 'shortTitle', alerts.language)?.text ?? titleIn(alerts.language, indicator),
    );
}

/** What a person calls the subject of a trouble alert, without ids of the program's own. */
export function troubleTitle(subject: string, settings: Settings): string {
  const { language } = settings.alerts;
  const texts = troubleTextsOf(language);
  const names = troubleNames(settings, language);
  const [kind, name] = splitAt(subject, ':');
  switch (kind) {
    case 'dataset':
      // A space comes before what it is of the dataset that is in trouble.
      return names.dataset(splitAt(name, ' ')[0]);
    case 'zero':
      return names.dataset(splitAt(name, ':')[0]);
    case 'table':
      return texts.table(name);
    case 'symbol':
      return texts.table(splitAt(name, '/')[0]);
    case 'file':
      return names.file(name.replace(/-file$/, ''));
    case 'settings':
    case 'work':
      return texts[kind](basename(name));
    default:
      return serviceTitle(name, language);
  }
}

function serviceTitle(name: string, language: Language): string {
  const { clock, places, tables, service } = troubleTextsOf(language);
  return (
    new Map([
      ['clock', clock],
      ['places', places],
      ['descriptions', tables],
    ]).get(name) ?? service
  );
}

/** How things are called in a language: a dataset by its table, and by its title where the table is looked for. */
function troubleNames(settings: Settings, language: Language): TroubleNames {
  const texts = troubleTextsOf(language);
  const file = (kind: string) => texts.file(titleOfFile(kind, settings));
  return {
    file,
    isFile: (id) => IMPORT_KINDS.some((kind) => kind === id),
    dataset: (id) => {
      const definition = findDataset(id, settings);
      if (definition === undefined) return file(id);
      return typeof definition.table === 'string'
        ? texts.table(definition.table)
        : statisticTitle(definition, language);
    },
  };
}

function findDataset(id: string, { jobs }: Settings): DatasetDefinition | undefined {
  return jobs.flatMap(({ datasets }) => datasets).find((one) => one.id === id);
}

function statisticTitle({ title, titleEn }: DatasetDefinition, language: Language): string {
  return titleIn(language, { title, titleEn: titleEn ?? title });
}

function titleOfFile(kind: string, { plan }: Settings): string {
  return (
    new Map([
      ['survey', plan.survey.title],
      ['municipal-emissions', plan.municipalEmissions.title],
    ]).get(kind) ?? kind
  );
}

/** Before and after the first mark. */
function splitAt(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
