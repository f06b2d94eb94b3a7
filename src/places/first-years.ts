/** First year of every code of a county's numbers: a code is new when its county is. */
const OF_COUNTIES: Readonly<Record<string, number>> = {
  ...Object.fromEntries(['31', '32', '33', '39', '40', '55', '56'].map((county) => [county, 2024])),
  ...Object.fromEntries(['30', '34', '38', '42', '46', '54'].map((county) => [county, 2020])),
  '50': 2018,
};

/** Codes younger than their county's numbers. Source: Klass 131. */
const OF_CODES: Readonly<Record<string, number>> = {
  ...Object.fromEntries(['1160', '1576'].map((code) => [code, 2006])),
  '1505': 2008,
  '5061': 2019,
  ...Object.fromEntries(['1108', '1506', '1577', '1578', '1579', '1806', '1875'].map((code) => [code, 2020])),
  ...Object.fromEntries(['5006', '5007', '5055', '5056', '5057', '5058', '5059', '5060'].map((code) => [code, 2020])),
  '1508': 2024,
  '1580': 2024,
};

/** Year before which a municipality or county code did not exist, which no label says; `null` when it is not known. */
export function firstYearOf(code: string): number | null {
  if (!/^(\d{2}|\d{4})$/.test(code)) return null;
  return OF_CODES[code] ?? OF_COUNTIES[code.slice(0, 2)] ?? null;
}
