import type { Message } from '../message.ts';

/** What a channel is handed beside the message. */
export interface Sending {
  /** Aborts when the caller gives up. */
  readonly signal?: AbortSignal | undefined;
  /** Names of the posts of this very message that the receiver has taken in earlier attempts. */
  readonly taken?: readonly string[];
  /** Told of each post of several as soon as the receiver has taken it. */
  readonly onTaken?: (post: string) => void;
}

/**
 * Hands one message to a receiver and resolves when the receiver has it. Throws `delivery-failed`, free of secrets, when
 * it may not have it, and the signal's reason when the caller gave up.
 */
export type Channel = (message: Message, sending?: Sending) => Promise<void>;
