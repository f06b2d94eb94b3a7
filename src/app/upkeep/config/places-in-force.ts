import type { CodeValidity, Geography, Place } from '../../../model/data/place.ts';
import { openEnvironment, openSettings } from '../../open-settings.ts';

export type PlacesInForce = Pick<Geography, 'municipalities' | 'counties'>;

/** The own municipality, its peers and their counties, with the codes they have had. Throws `settings-invalid`. */
export function placesInForce(): PlacesInForce {
  const { municipalities, counties } = openSettings(openEnvironment()).geography;
  return { municipalities, counties };
}

/** The places of the settings in force as regions.yaml has them, to be corrected there. */
export function regionsText({ municipalities, counties }: PlacesInForce): string {
  return `${['municipalities:', ...municipalities.flatMap(entryLines), 'counties:', ...counties.flatMap(entryLines)].join('\n')}\n`;
}

function entryLines({ code, name, county, codes }: Place): readonly string[] {
  return [
    `  - code: '${code}'`,
    `    name: ${quoted(name)}`,
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
    ...(name === undefined ? [] : [`name: ${quoted(name)}`]),
  ];
  return `{ ${parts.join(', ')} }`;
}

/** A name of letters, blanks and hyphens needs no quotes in YAML. */
function quoted(name: string): string {
  return /^\p{L}[\p{L} -]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}
