import * as z from 'zod';
import { countyCode, group, list, municipalityCode, text, year } from './schema-words.ts';

function history<Code extends z.ZodType>(code: Code) {
  return list(
    group({
      code,
      from: year.exactOptional().describe('First year the code is in use; left out when it always was'),
      to: year.exactOptional().describe('Last year the code is in use; left out when it still is'),
      name: text.exactOptional().describe('Name of the code at the source, where the place was called otherwise then'),
    }),
  ).describe('Newest first. Codes in use at the same time have the same years and together cover the area of today');
}

/** `regions.yaml`: places, and codes they have had, that the program does not know, or that are otherwise. May be left out. */
export const regionsFile = group({
  municipalities: z
    .array(
      group({
        code: municipalityCode.describe("Today's code, in quotes"),
        name: text,
        county: countyCode.describe("Today's county, in quotes"),
        codes: history(municipalityCode),
      }),
    )
    .exactOptional(),
  counties: z
    .array(
      group({
        code: countyCode.describe("Today's code, in quotes"),
        name: text,
        codes: history(countyCode),
      }),
    )
    .exactOptional(),
});

export type RegionsFile = z.infer<typeof regionsFile>;
export type MunicipalityEntry = NonNullable<RegionsFile['municipalities']>[number];
export type PlaceEntry = NonNullable<RegionsFile['counties']>[number];
export type CodeYears = PlaceEntry['codes'][number];
