import type { KnownPlace } from '../../model/data/place.ts';
import { allowedWords } from '../../platform/nearest-word.ts';
import type { SettingsFinding, Path } from '../problem.ts';
import type { CodeYears, PlaceEntry, RegionsFile } from '../files/regions-file.ts';
import { findDuplicates } from './duplicates.ts';

interface CodeClaim extends CodeYears {
  readonly place: string;
  readonly path: Path;
}

/**
 * Every place must stand in the file once, with a county that is known and its codes in order, and no code may belong
 * to two places in the same year.
 */
export function checkRegions(
  { municipalities = [], counties: written = [] }: RegionsFile,
  places: readonly KnownPlace[],
): readonly SettingsFinding[] {
  const known = places.filter(({ level }) => level === 'county');
  const counties = [...new Set([...written, ...known].map(({ code }) => code))];
  const strayCounties = municipalities.flatMap(({ name, county }, index) => {
    const text = `The county '${county}' of ${name} is no county; ${allowedWords(county, counties)}`;
    return counties.includes(county) ? [] : [{ path: ['municipalities', index, 'county'], text }];
  });
  const levels = [checkPlaces(municipalities, 'municipalities'), checkPlaces(written, 'counties')];
  return [...levels.flat(), ...strayCounties];
}

function checkPlaces(places: readonly PlaceEntry[], level: keyof RegionsFile): readonly SettingsFinding[] {
  const twice = findDuplicates(places.map(({ code }) => code)).map((index) => ({
    path: [level, index, 'code'],
    text: `'${places[index]?.code ?? ''}' is already in this list.`,
  }));
  const histories = places.flatMap((place, index) => checkHistory(place, [level, index, 'codes']));
  const claims = places.flatMap(({ name, codes }, index) =>
    codes.map((years, entry) => ({ ...years, place: name, path: [level, index, 'codes', entry] })),
  );
  return [...twice, ...histories, ...checkClaims(claims)];
}

/** Newest first, beginning with today's code; codes in use together have the same years, others do not overlap. */
function checkHistory({ code, name, codes }: PlaceEntry, path: Path): readonly SettingsFinding[] {
  const [newest] = codes;
  const findings: SettingsFinding[] = codes
    .map((years, index) => ({ years, index }))
    .filter(({ years }) => from(years) > to(years))
    .map(({ years, index }) => ({
      path: [...path, index],
      text: `'${years.code}' ends before it begins (${span(years)}).`,
    }));
  if (newest?.code !== code || newest.to !== undefined) {
    findings.push({ path: [...path, 0], text: `The first code of ${name} must be today's, '${code}', without 'to'.` });
  }
  codes.slice(1).forEach((years, index) => {
    const above = codes[index] ?? years;
    const together = from(years) === from(above) && to(years) === to(above) && years.code !== above.code;
    if (together || to(years) < from(above)) return;
    const text =
      `'${years.code}' (${span(years)}) overlaps or comes after '${above.code}' (${span(above)}) above it; ` +
      'write the newest code first, and give codes that were in use together the same years.';
    findings.push({ path: [...path, index + 1], text });
  });
  return findings;
}

function checkClaims(claims: readonly CodeClaim[]): readonly SettingsFinding[] {
  return claims.flatMap((claim, index) => {
    const other = claims
      .slice(0, index)
      .find((one) => one.code === claim.code && one.place !== claim.place && overlap(one, claim));
    if (other === undefined) return [];
    const text = `'${claim.code}' is a code of ${other.place} in the same years; a code belongs to one place at a time.`;
    return [{ path: claim.path, text }];
  });
}

function overlap(a: CodeYears, b: CodeYears): boolean {
  return from(a) <= to(b) && from(b) <= to(a);
}

function from(years: CodeYears): number {
  return years.from ?? -Infinity;
}

function to(years: CodeYears): number {
  return years.to ?? Infinity;
}

function span(years: CodeYears): string {
  if (years.from === undefined) return years.to === undefined ? 'all years' : `until ${years.to}`;
  return years.to === undefined ? `from ${years.from}` : `${years.from}-${years.to}`;
}
