/** Codes or selection expressions asked for on one variable. A variable that is left out is not named at all. */
export interface VariableSelection {
  readonly variable: string;
  readonly codes: readonly string[];
  readonly codeList?: string;
}

export type DataSelection = readonly VariableSelection[];

/** Languages SSB answers in. */
export type SourceLanguage = 'no' | 'en';

export interface EncodedRequest {
  readonly method: 'GET' | 'POST';
  /** Encoded, without the question mark. */
  readonly query: string;
  readonly body?: string;
}

/** SSB's web server answers 404 from about 2,048 encoded characters of query string. */
const MAX_GET_QUERY = 2000;

/**
 * How a selection is sent: in the address, or in the body where the address would be too long.
 * Codes are de-duplicated without regard to case, since the same code twice makes SSB answer 500.
 * Throws `RangeError` for a variable without codes: SSB would take that for "leave it out" and give the total.
 */
export function encodeRequest(selection: DataSelection, lang: SourceLanguage): EncodedRequest {
  const clean = selection.map(deduplicate);
  const common = `lang=${lang}&outputFormat=json-stat2`;
  const query = [common, ...clean.map(encodeVariable)].join('&');
  return query.length <= MAX_GET_QUERY
    ? { method: 'GET', query }
    : { method: 'POST', query: common, body: JSON.stringify({ selection: clean.map(bodyOf) }) };
}

function deduplicate(selection: VariableSelection): VariableSelection {
  if (selection.codes.length === 0) throw new RangeError(`No codes are asked for on variable ${selection.variable}`);
  const first = new Map<string, string>();
  for (const code of selection.codes) {
    const key = code.toLowerCase();
    if (!first.has(key)) first.set(key, code);
  }
  return { ...selection, codes: [...first.values()] };
}

function encodeVariable({ variable, codes, codeList }: VariableSelection): string {
  // SSB uses a code list only when its key has the very letters of the valueCodes key.
  const list = codeList === undefined ? [] : [`${key('codelist', variable)}=${encodeURIComponent(codeList)}`];
  const values = codes.map((code) => encodeURIComponent(bracketed(code))).join(',');
  return [...list, `${key('valueCodes', variable)}=${values}`].join('&');
}

function key(name: string, variable: string): string {
  return encodeURIComponent(`${name}[${variable}]`);
}

/** SSB splits at commas outside brackets, after decoding, and takes one pair of brackets off. */
function bracketed(code: string): string {
  return code.includes(',') || (code.startsWith('[') && code.endsWith(']')) ? `[${code}]` : code;
}

function bodyOf({ variable, codes, codeList }: VariableSelection): object {
  return { variableCode: variable, ...(codeList === undefined ? {} : { codelist: codeList }), valueCodes: codes };
}
