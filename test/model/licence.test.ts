import { describe, expect, it } from 'vitest';
import { readLicence } from '../../src/model/data/licence.ts';

describe('a licence', () => {
  it.each([
    ['https://www.ssb.no/en/diverse/lisens', 'CC BY 4.0', 'CC-BY-4.0', 'https://www.ssb.no/en/diverse/lisens'],
    ['CC BY 4.0', 'CC BY 4.0', 'CC-BY-4.0', 'https://creativecommons.org/licenses/by/4.0/'],
    ['NLOD', 'NLOD', 'NLOD-2.0', 'https://data.norge.no/nlod/no/2.0'],
    [
      'Norsk lisens for offentlige data (NLOD)',
      'Norsk lisens for offentlige data (NLOD)',
      'NLOD-2.0',
      'https://data.norge.no/nlod/no/2.0',
    ],
    ['Eies av Elvebyen kommune', 'Eies av Elvebyen kommune', 'notspecified', null],
    ['https://data.example/terms', 'https://data.example/terms', 'notspecified', 'https://data.example/terms'],
  ])('said as %s is called %s', (said, name, identifier, address) => {
    expect(readLicence(said)).toEqual({ name, identifier, address });
  });
});
