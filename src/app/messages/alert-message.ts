import { composeMessage, type Letterhead } from '../../alert/compose-message.ts';
import type { Message, StatusFacts, TroubleFacts } from '../../alert/message.ts';
import { titleIn } from '../../model/language.ts';
import { INDICATOR_ALERTS, OPERATIONS_ALERTS } from '../../model/plan/alert.ts';
import type { PublicationReference } from '../../model/data/dataset.ts';
import type { Language } from '../../model/language.ts';
import type { Settings } from '../../model/plan/settings.ts';
import { parseTimePeriod } from '../../model/time-period.ts';
import { causeText } from '../../words/cause/cause-text.ts';
import { sayAssessment, sentenceBesideSource, wholeSentence } from '../../words/finding/say-finding.ts';
import { textsOf } from '../../words/finding/texts-of.ts';
import { flagText, statusText } from '../../words/finding/status-text.ts';
import type { DueMessage, DuePart } from '../../store/messages/due-messages.ts';

/** What every message of this installation begins and ends with. */
export function letterhead({ plan, alerts, report }: Settings): Letterhead {
  const { language, greeting, timeZone, unsettled } = alerts;
  const { municipality, title: planTitle } = plan;
  return { municipality, planTitle, language, greeting, timeZone, unsettled, address: report.address };
}

/** The message to send, in the language of the settings. */
export function alertMessage({ messageKey, parts }: DueMessage, settings: Settings): Message {
  const facts = parts.map((part) => factsOf(part, settings.alerts.language));
  return composeMessage(messageKey, facts, letterhead(settings));
}

function factsOf({ alert, assessed }: DuePart, language: Language): StatusFacts | TroubleFacts {
  const { idempotencyKey, subject, text, fromStatus: from, toStatus: to } = alert;
  const kind = INDICATOR_ALERTS.find((one) => one === alert.kind);
  if (assessed === null || to === null || kind === undefined) {
    const state = OPERATIONS_ALERTS.find((one) => one === alert.kind) ?? 'trouble';
    return { kind: state, idempotencyKey, subject, sentence: text, at: alert.createdAt };
  }
  const { assessment, before, indicator, runId } = assessed;
  const { period, cause, flags, since, assessedAt, evidence } = assessment;
  const title = titleIn(language, indicator);
  const { publication } = evidence;
  // An alert about what an earlier version found is delivered as it was written.
  const said = sayAssessment({ ...assessment, sentence: text }, language);
  const sentence = wholeSentence(said);
  return {
    ...{ kind, idempotencyKey, indicator: subject, title, from, to, period, cause, sentence, flags },
    ...{ source: publication && sourceOf(publication), since, assessedAt, runId },
    words: {
      from: from === null ? null : statusText(from, language),
      to: statusText(to, language),
      period: periodWords(period, language),
      cause: causeText(assessment, before, language),
      sentence: sentenceBesideSource(said),
      flags: flags.map((flag) => flagText(flag, language)),
      source: publication && textsOf(language).sourceAlone(publication.source, publication.table),
    },
  };
}

function sourceOf({ source, table, updatedAt, retrievedAt }: PublicationReference) {
  return { name: source, table, publishedAt: updatedAt ?? retrievedAt };
}

function periodWords(code: string | null, language: Language): string | null {
  const period = code === null ? null : parseTimePeriod(code);
  return period === null ? code : textsOf(language).period(period);
}
