import type { Trouble } from '../../model/trouble.ts';
import { readSilentChannels, readUsedChannels, type SilentChannel } from '../../store/messages/silent-channels.ts';
import type { App } from '../open-app.ts';
import { openChannels } from './open-channels.ts';
import type { TroubleSubject } from './trouble-subject.ts';

/** Servers for mail are down for hours, and are tried again every hour. */
const SILENT_AFTER_MS = 86_400_000;
const PREFIX = 'service:delivery-';

/** The channels of the settings that have taken nothing for a day, or have had messages given up. */
export function findSilentChannels(app: App): readonly SilentChannel[] {
  const open = openChannels(app);
  const before = new Date(app.clock.now().getTime() - SILENT_AFTER_MS).toISOString();
  return readSilentChannels(app.store, before).filter(({ channel }) => open.has(channel));
}

/** Every channel that has been used, with what is wrong with it, or `null`. */
export function findDeliveryTroubles(app: App): readonly (readonly [TroubleSubject, Trouble | null])[] {
  const silent = new Map(findSilentChannels(app).map((one) => [one.channel, one]));
  return readUsedChannels(app.store).map((channel) => {
    const found = silent.get(channel);
    if (found === undefined) return [`${PREFIX}${channel}`, null];
    const { since, givenUp, error: said } = found;
    return [`${PREFIX}${channel}`, { kind: 'delivery', channel, since, givenUp, said }];
  });
}

/** Which channel a trouble is about; `null` for one that is not about a channel. */
export function channelInTrouble(subject: string): string | null {
  return subject.startsWith(PREFIX) ? subject.slice(PREFIX.length) : null;
}
