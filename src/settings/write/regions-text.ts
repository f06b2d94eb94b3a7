import type { CodeValidity, Geography, Place } from '../../model/data/place.ts';
import { scalar } from './scalar.ts';

/** `regions.yaml` with places and the codes they have had. */
export function regionsText({ municipalities, counties }: Pick<Geography, 'municipalities' | 'counties'>): string {
  return `${['municipalities:', ...municipalities.flatMap(entryLines), 'counties:', ...counties.flatMap(entryLines)].join('\n')}\n`;
}

function entryLines({ code, name, county, codes }: Place): readonly string[] {
  return [
    `  - code: '${code}'`,
    `    name: ${scalar(name)}`,
    ...(county === undefined ? [] : [`    county: '${county}'`]),
    '    codes:',
    ...codes.map((validity) => `      - ${validityText(validity)}`),
  ];
}

function validityText({ code, fromYear, toYear, name }: CodeValidity): string {
  const parts = [
    `code: '${code}'`,
    ...(fromYear === undefined ? [] : [`from: ${fromYear}`]),
    ...(toYear === undefined ? [] : [`to: ${toYear}`]),
    ...(name === undefined ? [] : [`name: ${scalar(name)}`]),
  ];
  return `{ ${parts.join(', ')} }`;
}
