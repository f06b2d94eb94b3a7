/** A licence as a reader knows it. */
export interface Licence {
  /** `CC BY 4.0`, or the words of whoever owns the figures. */
  readonly name: string;
  /** By which open licences are known: `CC-BY-4.0`; `notspecified` for one that is none of them. */
  readonly identifier: string;
  /** Where it can be read, `null` for one that is only known by its words. */
  readonly address: string | null;
}

const CC_BY = 'https://creativecommons.org/licenses/by/4.0/';
const NLOD = 'https://data.norge.no/nlod/no/2.0';

/** The pages that a source names instead of the licence they tell of. */
export const NAMES_OF_ADDRESSES: Readonly<Record<string, string>> = {
  'https://www.ssb.no/en/diverse/lisens': 'CC BY 4.0',
  'https://www.ssb.no/diverse/lisens': 'CC BY 4.0',
  [CC_BY]: 'CC BY 4.0',
  [NLOD]: 'NLOD 2.0',
};

const KNOWN: readonly { readonly words: RegExp; readonly identifier: string; readonly address: string }[] = [
  { words: /^CC[ -]BY[ -]4\.0$/i, identifier: 'CC-BY-4.0', address: CC_BY },
  { words: /\bNLOD\b/, identifier: 'NLOD-2.0', address: NLOD },
];

/** Which licence is meant by what a source or a plan says: a name, words, or the address of a page known or not. */
export function readLicence(said: string): Licence {
  const name = NAMES_OF_ADDRESSES[said] ?? said;
  const known = KNOWN.find(({ words }) => words.test(name));
  const own = URL.canParse(said) ? said : null;
  return { name, identifier: known?.identifier ?? 'notspecified', address: own ?? known?.address ?? null };
}
