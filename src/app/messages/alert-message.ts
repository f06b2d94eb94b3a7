import { composeMessage } from '../../alert/compose-message.ts';
import type { Letterhead } from '../../alert/letterhead.ts';
import type { ListedIndicator, Message, StatusFacts, TroubleFacts } from '../../alert/message.ts';
import { titleIn } from '../../model/language.ts';
import { INDICATOR_ALERTS, OPERATIONS_ALERTS } from '../../model/plan/alert.ts';
import { saidAs, saidOf } from '../../model/plan/said-status.ts';
import type { PublicationReference } from '../../model/data/dataset.ts';
import type { Language } from '../../model/language.ts';
import type { StoredAssessment } from '../../model/plan/assessment.ts';
import { type IndicatorDefinition, meaningOf } from '../../model/plan/indicator.ts';
import { marginDecided } from '../../model/plan/margin-decided.ts';
import type { Settings } from '../../model/plan/settings.ts';
import { findText } from '../../model/plan/worded.ts';
import { parseTimePeriod } from '../../model/time-period.ts';
import { causeText } from '../../words/cause/cause-text.ts';
import { sayAssessment, sentenceBesideSource, wholeSentence } from '../../words/finding/say-finding.ts';
import { textsOf } from '../../words/finding/texts-of.ts';
import { flagText, statusText } from '../../words/finding/status-text.ts';
import { firstSentence } from '../../words/first-sentence.ts';
import { LOCALES } from '../../words/locale.ts';
import { nextFiguresMonth } from '../../words/message/next-figures.ts';
import type { DueMessage, DuePart } from '../../store/messages/due-messages.ts';
import { readStoredTrouble } from '../../store/messages/stored-trouble.ts';
import { indicatorsOf, sayTrouble, statisticsOf, troubleText, troubleTitle } from './trouble-words.ts';

/** The settings that every message rests on, whatever it tells. */
export type LetterSettings = Pick<Settings, 'alerts' | 'report'> & {
  readonly plan: Pick<Settings['plan'], 'municipality' | 'title'>;
};

/** What every message of this installation begins and ends with. */
export function letterhead({ plan, alerts, report }: LetterSettings): Letterhead {
  const { language, greeting, timeZone, unsettled } = alerts;
  const { municipality, title: planTitle } = plan;
  return { municipality, planTitle, language, greeting, timeZone, unsettled, address: report.address };
}

/**
 * The message to send, in the language of the settings. `others` are what the first assessment of the plan found, which its
 * overview lists where the message itself says nothing of them; `null` for a message of any later one.
 */
export function alertMessage(
  { messageKey, parts }: DueMessage,
  settings: Settings,
  others: readonly StoredAssessment[] | null = null,
): Message {
  const facts = parts.map((part) => factsOf(part, settings));
  const told = new Set(parts.map(({ alert }) => alert.subject));
  const rest = others?.filter(({ indicatorId }) => !told.has(indicatorId)) ?? null;
  return composeMessage(messageKey, facts, letterhead(settings), rest && listedOf(rest, settings));
}

function listedOf(assessments: readonly StoredAssessment[], settings: Settings): readonly ListedIndicator[] {
  const { language } = settings.alerts;
  return assessments.flatMap((assessment) => {
    const { indicatorId: indicator, status } = assessment;
    const definition = settings.indicators.find(({ id }) => id === indicator);
    if (definition === undefined) return [];
    const title = titleIn(language, definition);
    return [{ indicator, title, status, words: { status: statusText(saidOf(assessment), language) } }];
  });
}

function factsOf({ alert, assessed }: DuePart, settings: Settings): StatusFacts | TroubleFacts {
  const { language, timeZone } = settings.alerts;
  const { idempotencyKey, subject, text, fromStatus: from, toStatus: to } = alert;
  const kind = INDICATOR_ALERTS.find((one) => one === alert.kind);
  if (assessed === null || to === null || kind === undefined) {
    const state = OPERATIONS_ALERTS.find((one) => one === alert.kind) ?? 'trouble';
    const trouble = readStoredTrouble(text);
    return {
      ...{ kind: state, idempotencyKey, subject, title: troubleTitle(subject, settings), at: alert.createdAt },
      happened: trouble === null ? null : sayTrouble(trouble, settings).happened,
      sentence: troubleText(text, settings),
      statistics: trouble === null ? [] : statisticsOf(trouble, settings),
      indicators: trouble === null ? [] : indicatorsOf(trouble, settings),
    };
  }
  const { assessment, before, indicator, runId } = assessed;
  const { period, cause, flags, since, assessedAt, evidence } = assessment;
  const { publication, verdict } = evidence;
  const definition = settings.indicators.find(({ id }) => id === subject);
  const title = titleIn(language, { ...indicator, titleNn: definition?.titleNn });
  const own = definition === undefined ? null : ownWords(definition, publication?.datasetId ?? null, language);
  const isNew = cause === 'new-period' && kind === 'change';
  // An alert about what an earlier version found is delivered as it was written.
  const said = sayAssessment({ ...assessment, sentence: text }, language);
  const sentence = wholeSentence(said);
  const was = from === null ? null : saidAs(from, before);
  const is = saidAs(to, assessment);
  return {
    ...{ kind, idempotencyKey, indicator: subject, title, from, to, said: is, period, cause, sentence, flags },
    ...{ source: publication && sourceOf(publication), since, assessedAt, runId },
    words: {
      from: was === null ? null : statusText(was, language),
      to: statusText(is, language),
      period: periodWords(period, language),
      cause: causeText(assessment, before, language),
      sentence: sentenceBesideSource(said),
      flags: flags.map((flag) => flagText(flag, language)),
      source: publication && textsOf(language).sourceAlone(publication.source, publication.table),
      ...{
        shortTitle: own?.shortTitle ?? title,
        ambition: definition?.ambition ?? null,
        meaning: own?.meaning ?? null,
      },
      byMargin: verdict !== null && marginDecided(verdict),
      nextFigures: isNew ? nextFiguresMonth(evidence, { locale: LOCALES[language], timeZone }) : null,
    },
  };
}

/** What the municipality itself calls an indicator and its number, where the settings say. */
function ownWords(definition: IndicatorDefinition, dataset: string | null, language: Language) {
  const meaning = meaningOf(definition, dataset, language)?.text;
  return {
    shortTitle: findText(definition, 'shortTitle', language)?.text,
    // Half a line: the first sentence says what is counted.
    meaning: meaning === undefined ? undefined : firstSentence(meaning, language),
  };
}

function sourceOf({ source, table, updatedAt, retrievedAt }: PublicationReference) {
  return { name: source, table, publishedAt: updatedAt ?? retrievedAt };
}

function periodWords(code: string | null, language: Language): string | null {
  const period = code === null ? null : parseTimePeriod(code);
  return period === null ? code : textsOf(language).period(period);
}
