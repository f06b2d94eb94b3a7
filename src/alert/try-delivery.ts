import { PipelineError } from '../model/errors.ts';
import type { MailFault } from '../model/mail-fault.ts';
import { mailSentences } from '../words/mail/mail-text.ts';
import type { Channel, Sending } from './channels/channel.ts';
import type { Message } from './message.ts';

const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 3_600_000;
const GIVE_UP_AFTER_MS = 7 * 24 * 3_600_000;

/** A message on its way through one channel. */
export interface TriedMessage {
  readonly message: Message;
  /** How often it has been tried before. */
  readonly attempts: number;
  /** Posts of it that the receiver has taken in earlier attempts. */
  readonly takenPosts?: readonly string[];
}

export type DeliveryResult =
  | { readonly delivered: true }
  | {
      readonly delivered: false;
      readonly error: string;
      /** Of a mail server; `null` for any other failure. */
      readonly fault: MailFault | null;
      /** ISO 8601; `null` when the message is given up. */
      readonly nextAttemptAt: string | null;
    };

/**
 * Tries to deliver a message once. A failure is returned, not thrown: why, and what to do where that is known, free of
 * secrets, and when to try again. Throws only the signal's reason, when the caller gave up.
 */
export async function tryDelivery(
  { message, attempts, takenPosts = [] }: TriedMessage,
  channel: Channel,
  options: { readonly now: () => Date } & Omit<Sending, 'taken'>,
): Promise<DeliveryResult> {
  try {
    const { signal, onTaken } = options;
    await channel(message, { signal, taken: takenPosts, ...(onTaken && { onTaken }) });
    return { delivered: true };
  } catch (error) {
    options.signal?.throwIfAborted();
    const next = nextAttempt(attempts + 1, options.now());
    const fault = faultOf(error);
    const reason = fault === null ? reasonOf(error) : mailSentences(fault, 'en');
    return { delivered: false, error: reason, fault, nextAttemptAt: next?.toISOString() ?? null };
  }
}

function faultOf(error: unknown): MailFault | null {
  const refusal = error instanceof PipelineError ? error.refusal : null;
  return refusal?.about === 'mail-refused' ? refusal.fault : null;
}

/** Of an unexpected error only the kind is given: its text may contain an address. */
function reasonOf(error: unknown): string {
  if (error instanceof PipelineError) return error.message;
  return `The channel failed by a fault in this program (${error instanceof Error ? error.name : typeof error}).`;
}

/**
 * When to try again after `failures` failed attempts (from 1): a minute later, then twice as long each time, at most an
 * hour. `null` gives up: the attempts made span a week or more, counted in waits and not in days gone by, so that time
 * the program stood still does not use up the chances of a message.
 */
export function nextAttempt(failures: number, now: Date): Date | null {
  if (timeSpanned(failures) >= GIVE_UP_AFTER_MS) return null;
  return new Date(now.getTime() + waitAfter(failures));
}

function waitAfter(failures: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS);
}

/** The least time between the first attempt and the last. */
function timeSpanned(attempts: number): number {
  let total = 0;
  for (let failures = 1; failures < attempts; failures++) total += waitAfter(failures);
  return total;
}
