import type { Place } from '../../model/data/place.ts';
import { commentLines } from './plan-text.ts';
import { scalar } from './scalar.ts';

/** `regions.yaml` with the places given, their codes and years; `source` is one sentence. */
export function regionsText(municipalities: readonly Place[], counties: readonly Place[], source: string): string {
  return [
    '# yaml-language-server: $schema=schema/regions.schema.json',
    '#',
    ...commentLines(source),
    '',
    'municipalities:',
    ...municipalities.flatMap(placeLines),
    'counties:',
    ...counties.flatMap(placeLines),
    '',
  ].join('\n');
}

function placeLines({ code, name, county, codes }: Place): readonly string[] {
  return [
    `  - code: '${code}'`,
    `    name: ${scalar(name)}`,
    ...(county === undefined ? [] : [`    county: '${county}'`]),
    '    codes:',
    ...codes.map((one) => {
      const parts = [
        `code: '${one.code}'`,
        ...(one.fromYear === undefined ? [] : [`from: ${one.fromYear}`]),
        ...(one.toYear === undefined ? [] : [`to: ${one.toYear}`]),
        ...(one.name === undefined ? [] : [`name: ${scalar(one.name)}`]),
      ];
      return `      - { ${parts.join(', ')} }`;
    }),
  ];
}
