import { describe, expect, test } from 'vitest';
import { jobs } from '../../jobs/index.ts';
import { loadSettings } from '../../src/settings/load-settings.ts';
import { copyConfig, type Edit } from '../support/edited-config.ts';
import { problemsAfter } from './problems-after.ts';
import { bundledPlaces } from '../../src/places/bundled/bundled-places.ts';

const EMISSIONS = 'indicators/business-emissions.yaml';
const LEFT_OUT = `    leftOut:
      Sektor:
        - Oppvarming
        - Luftfart
        - produkter med fluorgasser
        - Bruk av produkter med fluorgasser
`;

const leavingOut = (lines: string): Edit => [EMISSIONS, LEFT_OUT, lines];

function leftOutAfter(edit: Edit) {
  const { indicators } = loadSettings(copyConfig(edit), { jobs, places: bundledPlaces() });
  return indicators.find(({ id }) => id === 'business-emissions')?.inputs[0]?.leftOut;
}

describe('what an indicator leaves out of a file', () => {
  test.each<[string, string, string]>([
    [
      'of a dimension the file lacks',
      "    leftOut: { Sektorer: ['Luftfart'] }\n",
      "The dataset 'municipal-emissions' has no dimension 'Sektorer'; did you mean 'Sektor'?",
    ],
    [
      'of a dimension of which everything is counted',
      "    leftOut: { Klimagass: ['CO2'] }\n",
      "No term lists which categories of 'Klimagass' are counted, so there is nothing to leave out here.",
    ],
    ['that is counted', "    leftOut: { Sektor: ['Jordbruk'] }\n", "'Jordbruk' is counted by a term; choose one."],
    ['twice', "    leftOut: { Sektor: ['Luftfart', 'Luftfart'] }\n", "'Luftfart' is already in this list."],
    ['in other words', '    leftOut: { Sektor: everything }\n', 'Categories left out are written ['],
  ])('%s is refused, with the line', (_what, lines, sentence) => {
    expect(problemsAfter(leavingOut(lines))).toEqual([expect.stringContaining(`${EMISSIONS}:LINE:COLUMN `)]);
    expect(problemsAfter(leavingOut(lines)).join('\n')).toContain(sentence);
  });

  test('may be all others', () => {
    expect(leftOutAfter(leavingOut('    leftOut: { Sektor: all-others }\n'))).toEqual({ Sektor: 'all-others' });
  });

  test('is nothing where the settings do not say, so that every other sector is asked about', () => {
    expect(leftOutAfter(leavingOut(''))).toEqual({ Sektor: [] });
  });
});
