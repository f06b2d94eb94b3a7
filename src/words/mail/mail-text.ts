import type { Language } from '../../model/language.ts';
import type { MailFault, MailFaultKind } from '../../model/mail-fault.ts';
import type { SaidRefusal } from '../refusal/refusal-texts.ts';
import { mailEn } from './mail-en.ts';
import { mailNb } from './mail-nb.ts';
import { mailNn } from './mail-nn.ts';
import type { MailTexts } from './mail-texts.ts';

const TEXTS: Readonly<Record<Language, MailTexts>> = { nb: mailNb, nn: mailNn, en: mailEn };
const KINDS = Object.keys(mailEn.faults) as readonly MailFaultKind[];

/** What a mail server would not do, with its name and what it answered, and what to do about it. */
export function mailText({ kind, host, code }: MailFault, language: Language): SaidRefusal {
  const { faults, answered } = TEXTS[language];
  const isAnswer = code !== null && /^\d/.test(code);
  const inBrackets = code === null ? '' : ` (${isAnswer ? `${answered} ` : ''}${code})`;
  return faults[kind](host, inBrackets);
}

/** Both sentences as one text. */
export function mailSentences(fault: MailFault, language: Language): string {
  const { message, hint } = mailText(fault, language);
  return `${message} ${hint}`;
}

/**
 * The fault whose sentences in English these are, as deliveries keep them; `null` for any other text, also one that an
 * earlier version kept.
 */
export function readMailText(text: string): MailFault | null {
  const [host = ''] = text.split(' ', 1);
  const [, code = null] = /\((?:it answered )?(\d{3}(?: [\d.]+)?|[A-Z][A-Z0-9_]+)\)\./.exec(text) ?? [];
  const faults = KINDS.map((kind) => ({ kind, host, code }));
  return faults.find((fault) => mailSentences(fault, 'en') === text) ?? null;
}
