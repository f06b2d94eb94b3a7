import type { AlertsFile } from '../files/alerts-file.ts';
import { allowedWords } from '../../platform/nearest-word.ts';
import type { SettingsFinding } from '../problem.ts';
import { findDuplicates } from './duplicates.ts';

/** Channels must have names of their own, and may only be for indicators that there are; `null` where that is unknown. */
export function checkAlerts(
  { channels = [] }: AlertsFile,
  indicators: readonly string[] | null,
): readonly SettingsFinding[] {
  const sameName = findDuplicates(channels.map(({ name }) => name)).map((index) => ({
    path: ['channels', index, 'name'],
    text: `The channel '${channels[index]?.name ?? ''}' stands above already; every channel has a name of its own.`,
  }));
  const unknown = channels.flatMap((channel, index) =>
    (channel.indicators ?? []).flatMap((id, place) =>
      indicators === null || indicators.includes(id)
        ? []
        : [{ path: ['channels', index, 'indicators', place], text: unknownIndicator(id, indicators) }],
    ),
  );
  return [...sameName, ...unknown];
}

/** What to say of an indicator that there is none of. */
export function unknownIndicator(id: string, indicators: readonly string[]): string {
  return `There is no indicator '${id}'; ${allowedWords(id, indicators)}`;
}
