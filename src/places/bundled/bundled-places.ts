import type { CodeValidity, KnownPlace } from '../../model/data/place.ts';
import { COUNTIES } from './counties.ts';
import { LEFT_OUT } from './left-out-codes.ts';
import { MUNICIPALITIES } from './municipalities.ts';
import { NAMES_THAT_ARE_WORDS } from './names-that-are-words.ts';

export { BUNDLED_ON } from './municipalities.ts';

/** First year that the histories cover; no code that ended before it is known. */
export const BUNDLED_FROM = 2002;

const ENTRY = /^(?<code>\d+) (?<name>.+?)(?: = (?<official>.+))?: (?<spans>.+)$/u;
const SPAN = /^(?<codes>[\d+]+)(?:\((?<former>.+)\))?(?: (?<from>\d{4})?-(?<to>\d{4})?)?$/u;

const municipalities = memo(() => parse(MUNICIPALITIES, 'municipality'));
const counties = memo(() => parse(COUNTIES, 'county'));

/** Every municipality and every county of today. */
export function bundledPlaces(): readonly KnownPlace[] {
  return [...municipalities().values(), ...counties().values()];
}

/** The municipality or county with today's code, with the codes it has had; `undefined` for any other. */
export function bundledPlace(code: string): KnownPlace | undefined {
  return municipalities().get(code) ?? counties().get(code);
}

function parse(table: string, level: KnownPlace['level']): ReadonlyMap<string, KnownPlace> {
  const entries = table.split(';').map((entry) => entry.trim());
  return new Map(
    entries
      .filter((entry) => entry !== '')
      .map((entry) => {
        const { code = '', name = '', official = name, spans = '' } = ENTRY.exec(entry)?.groups ?? {};
        const codes = spans.split(', ').flatMap(readSpan);
        const leftOut = LEFT_OUT[code]?.split(', ').flatMap(readSpan);
        const county = level === 'municipality' ? { county: code.slice(0, 2) } : {};
        const isWord = NAMES_THAT_ARE_WORDS.has(name) ? { isWord: true } : {};
        const place = { code, name, officialName: official, level, ...county, codes, ...isWord };
        return [code, { ...place, ...(leftOut && { leftOut }) }];
      }),
  );
}

function readSpan(span: string): readonly CodeValidity[] {
  const { codes = '', former, from, to } = SPAN.exec(span)?.groups ?? {};
  return codes.split('+').map((code) => ({
    code,
    ...(from === undefined ? {} : { fromYear: Number(from) }),
    ...(to === undefined ? {} : { toYear: Number(to) }),
    ...(former === undefined ? {} : { name: former }),
  }));
}

function memo<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
