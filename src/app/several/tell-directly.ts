import { basename } from 'node:path';
import { composeMessage } from '../../alert/compose-message.ts';
import { tryDelivery } from '../../alert/try-delivery.ts';
import type { Trouble } from '../../model/trouble.ts';
import type { Clock } from '../../platform/clock.ts';
import { troubleTextsOf } from '../../words/message/language.ts';
import { tellTrouble, wholeTrouble } from '../../words/trouble/tell.ts';
import { letterhead, type LetterSettings } from '../messages/alert-message.ts';
import { type ChannelTools, openChannels } from '../messages/open-channels.ts';

/** What can be told without a database: of a folder of settings, which has no names that settings must explain. */
export interface DirectNews {
  readonly kind: 'trouble' | 'trouble-over';
  readonly about: 'settings' | 'work';
  readonly trouble: Extract<Trouble, { kind: 'settings-refused' | 'work-failed' }>;
  /** By which a receiver knows it again. */
  readonly key: string;
  /** Names of the channels that have taken it; those that take it now are added. */
  readonly takenBy: Set<string>;
}

/** How telling without a database went. */
export type Told = 'told' | 'nobody-hears' | 'not-yet';

/** Those who tell, and whom by. */
export type Teller = ChannelTools & { readonly settings: LetterSettings; readonly clock: Clock };

const NAMES = { dataset: (id: string) => id, file: (kind: string) => kind, isFile: () => false };

/**
 * Sends what operations are told through their channels at once, for trouble that the outbox cannot hold. `nobody-hears`
 * where no channel but the log is in use, or none takes it; `not-yet` where one has its quiet hours, or has not taken it
 * while another has: to be tried again. Each channel takes it once. Throws the signal's reason when stopped.
 */
export async function tellDirectly(teller: Teller, news: DirectNews, signal: AbortSignal): Promise<Told> {
  const { clock, settings, logger } = teller;
  const { kind, about, trouble, key, takenBy } = news;
  const subject = `${about}:${trouble.folder}`;
  const wanting = [...openChannels(teller)].filter(
    ([name, channel]) => name !== 'log' && channel.wants({ kind, subject }),
  );
  const open = wanting.filter(([, { quietUntil }]) => quietUntil(clock.now()) === null);
  const { language } = settings.alerts;
  const said = tellTrouble(trouble, NAMES, language);
  const facts = {
    ...({ kind, idempotencyKey: key, subject, at: clock.now().toISOString() } as const),
    ...{ title: troubleTextsOf(language)[about](basename(trouble.folder)), happened: said.happened },
    ...{ sentence: wholeTrouble(said), statistics: [], indicators: [] },
  };
  const message = composeMessage(key, [facts], letterhead(settings));
  for (const [name, channel] of open) {
    if (takenBy.has(name)) continue;
    const result = await tryDelivery({ message, attempts: 0 }, channel.send, { now: () => clock.now(), signal });
    if (result.delivered) takenBy.add(name);
    else logger.warn({ event: 'delivery-failed', channel: name, error: result.error }, 'A message was not delivered.');
  }
  if (wanting.every(([name]) => takenBy.has(name))) return wanting.length === 0 ? 'nobody-hears' : 'told';
  return takenBy.size === 0 && open.length === wanting.length ? 'nobody-hears' : 'not-yet';
}
