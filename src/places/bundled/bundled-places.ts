import type { CodeValidity, Place } from '../../model/data/place.ts';
import { COUNTIES } from './counties.ts';
import { MUNICIPALITIES } from './municipalities.ts';

export { BUNDLED_ON } from './municipalities.ts';

/** A place of today as the program knows it by itself. */
export interface BundledPlace extends Place {
  readonly level: 'municipality' | 'county';
  /** Every official name, such as `Trondheim - Tråante`; `name` is the Norwegian one, as sentences use it. */
  readonly officialName: string;
}

/** First year that the histories cover; no code that ended before it is known. */
export const BUNDLED_FROM = 2002;

const ENTRY = /^(?<code>\d+) (?<name>.+?)(?: = (?<official>.+))?: (?<spans>.+)$/u;
const SPAN = /^(?<codes>[\d+]+)(?:\((?<former>.+)\))?(?: (?<from>\d{4})?-(?<to>\d{4})?)?$/u;

const municipalities = memo(() => parse(MUNICIPALITIES, 'municipality'));
const counties = memo(() => parse(COUNTIES, 'county'));

/** Every municipality of today, by code. */
export function bundledMunicipalities(): readonly BundledPlace[] {
  return [...municipalities().values()];
}

/** Every county of today, by code. */
export function bundledCounties(): readonly BundledPlace[] {
  return [...counties().values()];
}

/** The municipality or county with today's code, with the codes it has had; `undefined` for any other. */
export function bundledPlace(code: string): BundledPlace | undefined {
  return municipalities().get(code) ?? counties().get(code);
}

/**
 * Which places of today had a code, and in which years, when it is no code of today; several for a code whose area was
 * parted from a place that went on. None for a code that is in force, or was never known, or was divided.
 */
export function placesOnceCoded(
  code: string,
): readonly { readonly place: BundledPlace; readonly years: CodeValidity }[] {
  if (bundledPlace(code) !== undefined) return [];
  return [...municipalities().values(), ...counties().values()].flatMap((place) =>
    place.codes.filter((years) => years.code === code).map((years) => ({ place, years })),
  );
}

function parse(table: string, level: BundledPlace['level']): ReadonlyMap<string, BundledPlace> {
  const entries = table.split(';').map((entry) => entry.trim());
  return new Map(
    entries
      .filter((entry) => entry !== '')
      .map((entry) => {
        const { code = '', name = '', official = name, spans = '' } = ENTRY.exec(entry)?.groups ?? {};
        const codes = spans.split(', ').flatMap(readSpan);
        const county = level === 'municipality' ? { county: code.slice(0, 2) } : {};
        return [code, { code, name, officialName: official, level, ...county, codes }];
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
