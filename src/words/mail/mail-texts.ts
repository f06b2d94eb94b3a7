import type { MailFaultKind } from '../../model/mail-fault.ts';
import type { SaidRefusal } from '../refusal/refusal-texts.ts';

/** Of one fault: `host` has its port, `code` stands in brackets after a space, or is empty. */
type SayMailFault = (host: string, code: string) => SaidRefusal;

/** What is said of each fault of a mail server, in one language: what and where, and what to do. */
export interface MailTexts {
  /** Before what the server answered. */
  readonly answered: string;
  readonly faults: Readonly<Record<MailFaultKind, SayMailFault>>;
}
