import type { KnownPlace } from '../../model/data/place.ts';
import type { WeighedPlace } from '../../places/weigh-places.ts';
import { commentLines } from '../../settings/write/comment-lines.ts';
import { regionsText } from '../../settings/write/regions-text.ts';
import type { PlaceDifference } from './init-report.ts';
import type { FolderContent } from './put-folder.ts';

/**
 * `regions.yaml` with the places of which Klass says otherwise than the program, and what each has; none where they agree. A
 * place lies in a county of those given.
 */
export function exceptions(
  differences: readonly PlaceDifference[],
  inUse: readonly WeighedPlace[],
  counties: readonly KnownPlace[],
): FolderContent {
  const municipalities = inUse
    .map(({ place }) => place)
    .filter(({ code }) => differences.some(({ place }) => place === code));
  if (municipalities.length === 0) return {};
  const lines = [
    '# yaml-language-server: $schema=schema/regions.schema.json',
    '#',
    '# Klass and the program differ on the places below. What stands here is in force in place of what the program has.',
    ...differences.flatMap(({ sentence }) => ['#', ...commentLines(sentence)]),
    '',
    regionsText({
      municipalities,
      counties: counties.filter(({ code }) => municipalities.some(({ county }) => county === code)),
    }),
  ];
  return { 'regions.yaml': lines.join('\n') };
}
