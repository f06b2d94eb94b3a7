import { describe, expect, test } from 'vitest';
import { findMunicipality } from '../../../src/app/init/find-municipality.ts';
import { PipelineError } from '../../../src/model/errors.ts';
import { bundledPlaces } from '../../../src/places/bundled/bundled-places.ts';

const TODAY = bundledPlaces().filter(({ level }) => level === 'municipality');

function refusal(word: string): string {
  try {
    return findMunicipality(word, TODAY).code;
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    return `${error.message} ${error.hint}`;
  }
}

describe('a municipality is found', () => {
  test.each([
    ['4036', '4036'],
    [' 4036 ', '4036'],
    ['4036 Vinje', '4036'],
    ['vinje', '4036'],
    ['VINJE KOMMUNE', '4036'],
    ['Ulvik herad', '4620'],
    ['Kárášjohka', '5610'],
    ['Karasjok', '5610'],
    ['Porsanki', '5622'],
    ['Trondheim - Tråante', '5001'],
    ['Trondheim-Tråante', '5001'],
    ['5001 Trondheim – Tråante', '5001'],
    ['Stor Elvdal', '3423'],
    ['Nordre-Land', '3448'],
    ['nore  og uvdal', '3338'],
    ['Vaaler i Østfold', '3114'],
    ['Våler (Innlandet)', '3419'],
    ['Våler, Østfold', '3114'],
    ['1515 Herøy', '1515'],
    ['Aalesund', '1508'],
    ['Oslo', '0301'],
  ])('by %s', (word, code) => {
    expect(findMunicipality(word, TODAY).code).toBe(code);
  });
});

describe('a word that is none is refused', () => {
  test.each([
    ['', 'No municipality is named.'],
    ['3301 Bergen', '3301 is Drammen, and not Bergen.'],
    ['0602 Drammen', '0602 was a code until 2019, and is 3301 Drammen today.'],
    ['Vestfold', 'Vestfold is a county, and no municipality. Its municipalities: 3901 Horten, '],
    ['Troms fylke', 'Troms is a county, and no municipality.'],
    ['33', '33 is the county Buskerud, and no municipality. Its municipalities: 3301 Drammen, 3303 Kongsberg, '],
    ['30', '30 has two digits, as a county has, and is none today. A municipality has four digits.'],
    ['33 01', '«33 01» is neither a code nor a name. A code is four digits, such as 3301; '],
    ['K.3301', '«K.3301» is neither a code nor a name. A code is four digits, such as 3301; '],
    ['3303;3305', 'several are parted by commas.'],
    ['Våler i Solør', 'The nearest names: 3114 Våler (Østfold), 3419 Våler (Innlandet), '],
    ['301', 'The nearest codes: 0301 Oslo, '],
  ])('%j', (word, told) => {
    expect(refusal(word)).toContain(told);
  });
});
