import type { Message } from '../message.ts';

/**
 * Hands one message to a receiver and resolves when the receiver has it. Throws `delivery-failed`, free of secrets, when
 * it may not have it, and the signal's reason when the caller gave up.
 */
export type Channel = (message: Message, signal?: AbortSignal) => Promise<void>;
