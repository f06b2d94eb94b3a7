import { describe, expect, test } from 'vitest';
import { compareNames } from '../../src/places/compare-names.ts';
import { readLabel } from '../../src/places/read-label.ts';

describe('the label of a region', () => {
  test.each([
    ['3002', 'Moss (2020-2023)', ['moss'], 2020, 2023],
    ['0104', 'Moss (-2019)', ['moss'], null, 2019],
    ['9901', 'Nyby (2028-)', ['nyby'], 2028, null],
    ['1613', 'Snillfjord (1924-2017)', ['snillfjord'], 1924, 2017],
    ['3018', 'Våler (Viken) (2020-2023)', ['våler'], 2020, 2023],
    ['0301', 'Oslo - Oslove', ['oslo', 'oslove'], null, null],
    ['5540', 'Gáivuotna - Kåfjord - Kaivuono', ['gáivuotna', 'kåfjord', 'kaivuono'], 2024, null],
    ['4012', 'Midt-Telemark', ['midt-telemark'], 2024, null],
    ['3301', 'Drammen', ['drammen'], 2024, null],
    ['K.3301', 'Drammen', ['drammen'], null, null],
    ['33', 'Buskerud', ['buskerud'], 2024, null],
    ['30', 'Viken (2020–2023)', ['viken'], 2020, 2023],
    ['3207', ' Nordre  Follo', ['nordre follo'], 2024, null],
    ['0301', 'Oslo  /  Oslove', ['oslo', 'oslove'], null, null],
    ['0602', '0602', [], null, null],
    ['0602', '(2002-2019)', [], 2002, 2019],
  ])('%s «%s» is %j from %j to %j', (code, label, names, fromYear, toYear) => {
    expect(readLabel(code, label)).toEqual({ text: label, names, fromYear, toYear });
  });
});

describe('two names', () => {
  test.each([
    ['Trondheim', 'Trondheim - Tråante', 'same'],
    ['Kåfjord', 'Gáivuotna - Kåfjord - Kaivuono', 'same'],
    ['Våler', 'Våler (Østfold) (-2019)', 'same'],
    ['drammen', 'DRAMMEN', 'same'],
    // Composed and decomposed.
    ['B\u00e6rum \u00c5s', 'B\u00e6rum A\u030as', 'same'],
    ['Baerum', 'Bærum', 'alike'],
    ['Midt Telemark', 'Midt-Telemark', 'alike'],
    ['N. Follo', 'Nordre Follo', 'alike'],
    ['Nesbyen', 'Nes (Buskerud) (-2019)', 'alike'],
    ['Kristainsand', 'Kristiansand', 'near'],
    ['Hvaler', 'Våler (Viken) (2020-2023)', 'near'],
    ['Vinje', 'Tokke (2020-2023)', 'different'],
    ['Sandnes', 'Sandefjord', 'different'],
    ['Re', 'Rennebu', 'different'],
    ['Re', 'Rendal', 'different'],
    ['Nes', 'Nesodden', 'different'],
    ['Ås', 'Aas', 'alike'],
    ['Overhalla', 'Øverhalla', 'alike'],
    ['Omasvuodna', 'Omasvuođna', 'alike'],
    ['Midttelemark', 'Midt-Telemark', 'alike'],
    ['Kaafjord', 'Gáivuotna - Kåfjord - Kaivuono', 'alike'],
    ['Kåffjord', 'Gáivuotna - Kåfjord - Kaivuono', 'near'],
    ['Trodnheim', 'Trondheim', 'near'],
    ['Nordra Follo', 'Nordre Follo', 'near'],
    ['Grane', 'Grong', 'different'],
    ['Moss', 'Voss', 'different'],
    ['Nordre', 'Nordre Follo', 'different'],
    ['N.', 'Nordre Follo', 'different'],
    ['N. Eiker', 'Nordre Follo', 'different'],
    ['S. Follo', 'Nordre Follo', 'different'],
    ['Nø. Follo', 'Nordre Follo', 'different'],
    ['Moss', 'Oslo - Oslove', 'different'],
  ])('%s and %s are %s', (one, other, likeness) => {
    expect(compareNames(one, other)).toBe(likeness);
    expect(compareNames(other, one)).toBe(likeness);
  });
});
