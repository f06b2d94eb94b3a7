import { MUNICIPALITIES, WHOLE_COUNTRY } from '../places/code-lists.ts';
import { COUNTIES, countyLabel } from '../places/counties.ts';
import type { Category, CodeList, ContentsDetails, SubjectStep, Text, Variable } from '../table.ts';

/** A text in both languages. */
export function text(no: string, en: string): Text {
  return { no, en };
}

export function category(code: string, no: string, en: string): Category {
  return { code, label: { no, en } };
}

/** Year codes from first to last, ascending. */
export function years(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, position) => String(first + position));
}

/** The time variable `Tid`. */
export function timeVariable(codes: readonly string[], label: Text = text('år', 'year')): Variable {
  const categories = codes.map((code) => category(code, code, code));
  return { code: 'Tid', label, role: 'time', categories, elimination: false, show: 'code', codeLists: [] };
}

/** A contents category with its unit. */
export function contents(code: string, label: Text, details: ContentsDetails): Category {
  return { code, label, contents: details };
}

/** The statistics variable `ContentsCode`. */
export function contentsVariable(categories: readonly Category[]): Variable {
  const label = text('statistikkvariabel', 'contents');
  return { code: 'ContentsCode', label, role: 'metric', categories, elimination: false, show: 'value', codeLists: [] };
}

/** The region variable: the whole country and every municipality code, old and new; more where given. */
export function regionVariable(
  codeLists: readonly string[],
  categories: readonly Category[] = MUNICIPALITIES,
): Variable {
  return {
    code: 'Region',
    label: text('region', 'region'),
    role: 'geo',
    categories: [WHOLE_COUNTRY, ...categories],
    elimination: true,
    total: WHOLE_COUNTRY.code,
    show: 'code_value',
    codeLists,
    urn: 'urn:ssb:classification:klass:104 urn:ssb:classification:klass:131',
  };
}

/** Every county code there is and has been. */
export const COUNTY_CATEGORIES: readonly Category[] = COUNTIES.map((county) =>
  category(county.code, countyLabel(county), countyLabel(county)),
);

/** A variable that may be left out, with a category for its total. */
export function eliminable(code: string, label: Text, total: string, categories: readonly Category[]): Variable {
  return { code, label, role: 'classification', categories, elimination: true, total, show: 'value', codeLists: [] };
}

/** A variable that must be selected. */
export function mandatory(code: string, label: Text, categories: readonly Category[]): Variable {
  return { code, label, role: 'classification', categories, elimination: false, show: 'value', codeLists: [] };
}

export const SEX: Variable = {
  ...eliminable('Kjonn', text('kjønn', 'sex'), '0', [
    category('0', 'Begge kjønn', 'Both sexes'),
    category('2', 'Kvinner', 'Females'),
    category('1', 'Menn', 'Males'),
  ]),
  urn: 'urn:ssb:classification:klass:2',
};

export const AGE_GROUPS: readonly Category[] = ['15-74', '15-19', '20-24', '25-39', '40-54', '55-66', '67-74'].map(
  (code) => category(code, `${code} år`, `${code} years`),
);

const INDUSTRY_NAMES: readonly Category[] = [
  category('00-99', 'Alle næringer', 'All industries'),
  category('01-03', 'Jordbruk, skogbruk og fiske', 'Agriculture, forestry and fishing'),
  category('05-09', 'Bergverksdrift og utvinning', 'Mining and quarrying'),
  category('10-33', 'Industri', 'Manufacture'),
  category('35-39', 'Elektrisitet, vann og renovasjon', 'Electricity, water supply, sewerage, waste management'),
  category('41-43', 'Bygge- og anleggsvirksomhet', 'Construction'),
  category('45-47', 'Varehandel, reparasjon av motorvogner', 'Wholesale and retail trade: repair of motor vehicles'),
  category('49-53', 'Transport og lagring', 'Transportation and storage'),
  category('55-56', 'Overnattings- og serveringsvirksomhet', 'Accommodation and food service activities'),
  category('58-63', 'Informasjon og kommunikasjon', 'Information and communication'),
  category('64-66', 'Finansiering og forsikring', 'Financial and insurance activities'),
  category('68-75', 'Teknisk tjenesteyting, eiendomsdrift', 'Real estate, professional, scientific activities'),
  category('77-82', 'Forretningsmessig tjenesteyting', 'Administrative and support service activities'),
  category('84', 'Off.adm., forsvar, sosialforsikring', 'Public adm., defence, soc. security'),
  category('85', 'Undervisning', 'Education'),
  category('86-88', 'Helse- og sosialtjenester', 'Human health and social work activities'),
  category('90-99', 'Personlig tjenesteyting', 'Other service activities'),
  category('00', 'Uoppgitt', 'Unspecified'),
];

/** `NACE2007` with the 17 groups and their total. */
export const INDUSTRY: Variable = {
  ...eliminable('NACE2007', text('næring (SN2007)', 'industry (SIC2007)'), '00-99', INDUSTRY_NAMES),
  show: 'code_value',
  urn: 'urn:ssb:classification:klass:6',
};

/** The 16 groups and `00`, each as the table itself codes it, without the total. */
export const INDUSTRY_LIST: CodeList = {
  id: 'agg_NACE2007arb11',
  label: text('17 grupper (SN2007)', '17 groups (SIC2007)'),
  values: INDUSTRY_NAMES.filter(({ code }) => code !== '00-99').map(({ code, label }) => ({
    code,
    label,
    members: [code],
  })),
};

export const PERSONS = { base: text('personer', 'persons'), decimals: 0 } as const;
export const PER_CENT = { base: text('prosent', 'per cent'), decimals: 1 } as const;

/** A path through the subject tree, each step `[id, Norwegian, English]`. */
export function subjectPath(...steps: readonly (readonly [string, string, string])[]): readonly SubjectStep[] {
  return steps.map(([id, no, en]) => ({ id, label: { no, en } }));
}

/** Says on the table which figures are made up. */
export const ALL_MADE_UP = text(
  'Alle tall i denne tabellen er oppdiktet til testbruk.',
  'All figures in this table are made up for testing.',
);
