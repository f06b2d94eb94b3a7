import { PipelineError } from '../model/errors.ts';
import type { Channel } from './channels/channel.ts';
import type { Message } from './message.ts';
import { nextAttempt } from './next-attempt.ts';

/** A message on its way through one channel. */
export interface TriedMessage {
  readonly message: Message;
  /** How often it has been tried before. */
  readonly attempts: number;
}

export type DeliveryResult =
  | { readonly delivered: true }
  /** `nextAttemptAt` (ISO 8601) is `null` when the message is given up. */
  | { readonly delivered: false; readonly error: string; readonly nextAttemptAt: string | null };

/**
 * Tries once to hand a message over. A failure is an answer and not an error: a sentence that says why, free of secrets,
 * and when to try again. Throws only the signal's reason, when the caller gave up.
 */
export async function deliver(
  { message, attempts }: TriedMessage,
  channel: Channel,
  options: { readonly now: () => Date; readonly signal?: AbortSignal | undefined },
): Promise<DeliveryResult> {
  try {
    await channel(message, options.signal);
    return { delivered: true };
  } catch (error) {
    options.signal?.throwIfAborted();
    const next = nextAttempt(attempts + 1, options.now());
    return { delivered: false, error: reasonOf(error), nextAttemptAt: next?.toISOString() ?? null };
  }
}

/** Of an error nobody foresaw only the kind is told: its text may hold an address. */
function reasonOf(error: unknown): string {
  if (error instanceof PipelineError) return error.message;
  return `The channel failed by a fault in this program (${error instanceof Error ? error.name : typeof error}).`;
}
