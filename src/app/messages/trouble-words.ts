import type { Language } from '../../model/language.ts';
import type { Settings } from '../../model/plan/settings.ts';
import { troubleTextsOf } from '../../words/message/language.ts';

/** What a person calls the subject of a trouble alert, without ids of the program's own. */
export function troubleTitle(subject: string, settings: Settings): string {
  const { language } = settings.alerts;
  const texts = troubleTextsOf(language);
  const [kind, name] = splitAt(subject, ':');
  switch (kind) {
    case 'dataset':
      // A space comes before what it is of the dataset that is in trouble.
      return nameOfDataset(splitAt(name, ' ')[0], settings);
    case 'zero':
      return nameOfDataset(splitAt(name, ':')[0], settings);
    case 'table':
      return texts.table(name);
    case 'symbol':
      return texts.table(splitAt(name, '/')[0]);
    case 'file':
      return texts.file(titleOfFile(name.replace(/-file$/, ''), settings));
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

/** A dataset by its table, and by its title where the table is looked for or there is none. */
export function nameOfDataset(id: string, settings: Settings): string {
  const { jobs, alerts } = settings;
  const definition = jobs.flatMap(({ datasets }) => datasets).find((one) => one.id === id);
  const texts = troubleTextsOf(alerts.language);
  if (definition === undefined) return texts.file(titleOfFile(id, settings));
  return typeof definition.table === 'string' ? texts.table(definition.table) : definition.title;
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
