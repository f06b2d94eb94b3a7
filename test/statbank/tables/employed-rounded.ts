import type { Cell, StatbankTable } from '../table.ts';
import { EMPLOYED_CONTENTS, EMPLOYMENT_PATH, employed } from './employed-persons.ts';
import * as pieces from './pieces.ts';

/** 1 and 2 are never shown: the nearer of 0 and 3 stands for them. */
function rounded(count: number): number {
  if (count === 1) return 0;
  return count === 2 ? 3 : count;
}

function cell([region = '', industry = '', contents = '', period = '']: readonly string[]): Cell {
  const count = employed(region, industry, contents, Number(period));
  return count === null ? '..' : rounded(count);
}

/** 13470: employed persons by region and industry, the counts of 07984 with the smallest rounded and none withheld. */
export const EMPLOYED_ROUNDED: StatbankTable = {
  id: '13470',
  contents: pieces.text(
    'Næringsfordeling (5-siffernivå) blant sysselsatte. 4. kvartal',
    'Employed persons by industry (5-digit level). 4th quarter',
  ),
  variables: [
    pieces.regionVariable(['agg_KommSummer', 'vs_Landet']),
    { ...pieces.INDUSTRY, codeLists: [pieces.INDUSTRY_LIST.id] },
    EMPLOYED_CONTENTS,
    pieces.timeVariable(pieces.years(2008, 2025)),
  ],
  notes: [
    pieces.text(
      'Tallene er de samme som i tabell 07984, der 1 og 2 er erstattet med 0 eller 3. Publiserte tall: hele landet 2008-2024, og seks byer i 2024. Alle andre tall er oppdiktet. Næringer på 2-5 siffer er ikke lagt inn.',
      'The figures are those of table 07984 with 1 and 2 replaced by 0 or 3. Published figures: the whole country 2008-2024, and six cities in 2024. All other figures are made up. Industries of 2-5 digits are not held.',
    ),
  ],
  updatedAt: '2026-02-26T07:00:00Z',
  discontinued: false,
  timeUnit: 'Annual',
  path: EMPLOYMENT_PATH,
  madeUp: true,
  cell,
};
