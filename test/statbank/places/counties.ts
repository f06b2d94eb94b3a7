import { DIVISIONS, inUse } from './divisions.ts';
import type { Division } from './divisions.ts';

/** A county code with the years it is in use. */
export interface County {
  readonly code: string;
  readonly name: string;
  readonly fromYear?: number;
  readonly toYear?: number;
}

/** A county with today's borders: which codes hold it before today's. */
interface CountyToday {
  readonly code: string;
  readonly name: string;
  /** Code in 2020-2023. */
  readonly code2020: string;
  /** Code to which the part outside the held municipalities belonged until 2019. */
  readonly code2019: string;
}

const UNTIL_2019: readonly (readonly [code: string, name: string])[] = [
  ['01', 'Østfold'],
  ['02', 'Akershus'],
  ['04', 'Hedmark'],
  ['05', 'Oppland'],
  ['06', 'Buskerud'],
  ['07', 'Vestfold'],
  ['08', 'Telemark'],
  ['09', 'Aust-Agder'],
  ['10', 'Vest-Agder'],
  ['12', 'Hordaland'],
  ['14', 'Sogn og Fjordane'],
  ['19', 'Troms - Romsa'],
  ['20', 'Finnmark - Finnmárku'],
];

const UNCHANGED: readonly (readonly [code: string, name: string])[] = [
  ['03', 'Oslo'],
  ['11', 'Rogaland'],
  ['15', 'Møre og Romsdal'],
  ['18', 'Nordland - Nordlánnda'],
];

export const COUNTIES: readonly County[] = [
  ...UNCHANGED.map(([code, name]) => ({ code, name })),
  { code: '31', name: 'Østfold', fromYear: 2024 },
  { code: '32', name: 'Akershus', fromYear: 2024 },
  { code: '33', name: 'Buskerud', fromYear: 2024 },
  { code: '34', name: 'Innlandet', fromYear: 2020 },
  { code: '39', name: 'Vestfold', fromYear: 2024 },
  { code: '40', name: 'Telemark', fromYear: 2024 },
  { code: '42', name: 'Agder', fromYear: 2020 },
  { code: '46', name: 'Vestland', fromYear: 2020 },
  { code: '50', name: 'Trøndelag - Trööndelage', fromYear: 2018 },
  { code: '55', name: 'Troms - Romsa - Tromssa', fromYear: 2024 },
  { code: '56', name: 'Finnmark - Finnmárku - Finmarkku', fromYear: 2024 },
  { code: '30', name: 'Viken', fromYear: 2020, toYear: 2023 },
  { code: '38', name: 'Vestfold og Telemark', fromYear: 2020, toYear: 2023 },
  { code: '54', name: 'Troms og Finnmark - Romsa ja Finnmárku', fromYear: 2020, toYear: 2023 },
  ...UNTIL_2019.map(([code, name]) => ({ code, name, toYear: 2019 })),
  { code: '16', name: 'Sør-Trøndelag', toYear: 2017 },
  { code: '17', name: 'Nord-Trøndelag', toYear: 2017 },
];

export const COUNTIES_TODAY: readonly CountyToday[] = [
  { code: '31', name: 'Østfold', code2020: '30', code2019: '01' },
  { code: '32', name: 'Akershus', code2020: '30', code2019: '02' },
  { code: '03', name: 'Oslo - Oslove', code2020: '03', code2019: '03' },
  { code: '34', name: 'Innlandet', code2020: '34', code2019: '04' },
  { code: '33', name: 'Buskerud', code2020: '30', code2019: '06' },
  { code: '39', name: 'Vestfold', code2020: '38', code2019: '07' },
  { code: '40', name: 'Telemark', code2020: '38', code2019: '08' },
  { code: '42', name: 'Agder', code2020: '42', code2019: '10' },
  { code: '11', name: 'Rogaland', code2020: '11', code2019: '11' },
  { code: '46', name: 'Vestland', code2020: '46', code2019: '12' },
  { code: '15', name: 'Møre og Romsdal', code2020: '15', code2019: '15' },
  { code: '50', name: 'Trøndelag - Trööndelage', code2020: '50', code2019: '50' },
  { code: '18', name: 'Nordland - Nordlánnda', code2020: '18', code2019: '18' },
  { code: '55', name: 'Troms - Romsa - Tromssa', code2020: '54', code2019: '19' },
  { code: '56', name: 'Finnmark - Finnmárku - Finmarkku', code2020: '54', code2019: '20' },
];

/**
 * Code that stands for a county's municipalities that the stand-in does not hold. It is summed by code lists and never
 * offered as a category: `3399` is the rest of `33`.
 */
export function remainderCode(county: string): string {
  return `${county}99`;
}

/** Every municipality code of a county with today's borders, old and new, and the code of the rest. */
export function membersOfCounty(county: string): readonly string[] {
  const held = DIVISIONS.filter(({ place }) => place.startsWith(county)).map(({ code }) => code);
  return [...held, remainderCode(county)];
}

/** The codes (municipalities in use, and rests of counties) that make up a county code in a year; empty out of its years. */
export function partsOfCounty(county: County, year: number): readonly string[] {
  if (!inUse(county, year)) return [];
  const held = DIVISIONS.filter((division: Division) => inUse(division, year) && countyOf(division) === county.code);
  const rests = COUNTIES_TODAY.filter((today) => codeOfRest(today, year) === county.code);
  return [...held.map(({ code }) => code), ...rests.map(({ code }) => remainderCode(code))];
}

function countyOf(division: Division): string {
  return division.code.slice(0, 2);
}

/** Trøndelag was 16 until 2017; the counties merged away in 2020 keep their biggest part's code before. */
function codeOfRest(today: CountyToday, year: number): string {
  if (year >= 2024) return today.code;
  if (year >= 2020) return today.code2020;
  return today.code === '50' && year < 2018 ? '16' : today.code2019;
}

/** `Buskerud`, `Viken (2020-2023)` or `Buskerud (-2019)`. */
export function countyLabel(county: County): string {
  if (county.toYear === undefined) return county.name;
  return `${county.name} (${county.fromYear ?? ''}-${county.toYear})`;
}
