import type { Coverage, RegionSelection } from '../model/job.ts';
import { COUNTRY, findPlace, type Geography, ownAndPeerCodes, type Place } from '../model/place.ts';
import { type Fit, fitting, lacking } from './fit.ts';
import { nearestTo } from './nearest.ts';
import { codesOf, findVariable, type Offer, sameCode, type TableVariable } from './table-metadata.ts';

export interface WantedRegions {
  readonly selection: RegionSelection;
  readonly coverage: Coverage;
  readonly geography: Geography;
}

/**
 * The codes of the wanted places: from the table's own code list, all of them, or the raw codes of every division, of
 * which today's must be there and older ones may be missing.
 */
export function fitRegions(wanted: WantedRegions, offer: Offer): Fit {
  const variable = findVariable(offer.metadata, wanted.selection.variable);
  if (variable === undefined) {
    const names = offer.metadata.variables.map(({ code }) => code);
    return lacking(`no variable ${wanted.selection.variable}${nearestTo(wanted.selection.variable, names)}`);
  }
  const { places, unknown } = wantedPlaces(wanted);
  if (unknown.length > 0) return lacking(...unknown);
  const { codeList, country = false } = wanted.selection;
  const offered = codeList === undefined ? codesOf(variable) : (offer.codeLists.get(codeList.id) ?? []);
  if (country && !offered.includes(COUNTRY)) {
    return lacking(`no ${COUNTRY} (the country) in ${codeList?.id ?? variable.code}`);
  }
  const more = country ? [COUNTRY] : [];
  return codeList === undefined
    ? fitDivisions(places, variable, more)
    : fitCodeList(places, codeList, { variable, codes: offer.codeLists.get(codeList.id), more });
}

function wantedPlaces({ selection, coverage, geography }: WantedRegions): { places: Place[]; unknown: string[] } {
  const codes = selection.places === 'own' ? [geography.own] : ownAndPeerCodes(geography);
  const level = coverage === 'county' ? 'county' : 'municipality';
  const wanted = new Set(level === 'county' ? codes.map((code) => countyOf(code, geography)) : codes);
  const found = [...wanted].map((code) => ({ code, place: findPlace(geography, level, code) }));
  return {
    places: found.flatMap(({ place }) => place ?? []),
    unknown: found.filter(({ place }) => place === undefined).map(({ code }) => `no ${level} ${code} in the settings`),
  };
}

function countyOf(municipality: string, geography: Geography): string {
  return findPlace(geography, 'municipality', municipality)?.county ?? `of ${municipality}`;
}

interface ListedVariable {
  readonly variable: TableVariable;
  /** `undefined` when the list could not be read. */
  readonly codes: readonly string[] | undefined;
  /** Codes to be asked for besides those of the places. */
  readonly more: readonly string[];
}

function fitCodeList(
  places: readonly Place[],
  { id, prefix }: { readonly id: string; readonly prefix: string },
  { variable, codes, more }: ListedVariable,
): Fit {
  if (!variable.codeLists.includes(id)) {
    return lacking(`no code list ${id} for ${variable.code}${nearestTo(id, variable.codeLists)}`);
  }
  if (codes === undefined) return lacking(`code list ${id} is named by the table, but SSB does not know it`);
  const wanted = places.map((place) => ({ place, code: `${prefix}${place.code}` }));
  const found = wanted.map(({ place, code }) => ({ place, code, offered: codes.find((one) => sameCode(one, code)) }));
  const missing = found.filter(({ offered }) => offered === undefined);
  if (missing.length > 0) {
    return lacking(...missing.map(({ place, code }) => `no ${code} (${place.name}) in ${id}${nearestTo(code, codes)}`));
  }
  return fitting({
    variable: variable.code,
    codes: [...found.flatMap(({ offered }) => offered ?? []), ...more],
    codeList: id,
  });
}

function fitDivisions(places: readonly Place[], variable: TableVariable, more: readonly string[]): Fit {
  const offered = new Map(codesOf(variable).map((code) => [code.toLowerCase(), code]));
  const missing = places.filter(({ code }) => !offered.has(code.toLowerCase()));
  if (missing.length > 0) {
    const nearest = (code: string): string => nearestTo(code, [...offered.values()]);
    return lacking(...missing.map(({ code, name }) => `no ${code} (${name}) in ${variable.code}${nearest(code)}`));
  }
  const wanted = [...new Set(places.flatMap((place) => [place.code, ...place.codes.map(({ code }) => code)]))];
  const absent = wanted.filter((code) => !offered.has(code.toLowerCase()));
  const codes = [...wanted.flatMap((code) => offered.get(code.toLowerCase()) ?? []), ...more];
  const note = `without the older codes ${absent.join(', ')}, which ${variable.code} does not have`;
  return fitting({ variable: variable.code, codes }, ...(absent.length === 0 ? [] : [note]));
}
