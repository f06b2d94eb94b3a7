import type { Coverage, RegionSelection } from '../../model/data/job.ts';
import {
  COUNTRY,
  findPlace,
  type Geography,
  membersOf,
  ownAndPeerCodes,
  type Place,
  placeOf,
} from '../../model/data/place.ts';
import type { MissingPlace } from '../../model/data/retrieval.ts';
import { type Fit, fitting, lacking, lackingPlace } from './fit.ts';
import { nearestClause } from '../../platform/nearest-word.ts';
import { codesOf, findVariable, type Offer, sameCode, type TableVariable } from '../describe/table-metadata.ts';

export interface WantedRegions {
  readonly selection: RegionSelection;
  readonly coverage: Coverage;
  readonly geography: Geography;
}

/**
 * The codes of the wanted places: from the table's own code list, or the raw codes of every division, of which older
 * ones may be missing. The own place must be there; a peer, a county or the country that is not is left out and named.
 */
export function fitRegions(wanted: WantedRegions, offer: Offer): Fit {
  const variable = findVariable(offer.metadata, wanted.selection.variable);
  if (variable === undefined) {
    const names = offer.metadata.variables.map(({ code }) => code);
    return lacking(`no variable ${wanted.selection.variable}${nearestClause(wanted.selection.variable, names)}`);
  }
  const { own, peers, wider, unknown } = wantedPlaces(wanted);
  if (own === undefined) return lackingPlace(...unknown.map(({ lack }) => lack));
  const { codeList } = wanted.selection;
  const asked = { own, peers: [...peers, ...wider] };
  const fit =
    codeList === undefined
      ? fitDivisions(asked, variable)
      : fitCodeList(asked, codeList, variable, offer.codeLists.get(codeList.id));
  const widerCodes = new Set(wider.map(({ code }) => code));
  const members = membersOf(wanted.geography.peerGroups);
  const missing = fit.missing.map((one): MissingPlace => {
    if (!widerCodes.has(one.code)) return one;
    return { ...one, isWider: true, file: members.includes(one.code) ? 'peers.yaml' : 'indicators' };
  });
  return { ...fit, missing: [...unknown, ...missing] };
}

interface AskedPlaces {
  readonly own: Place;
  /** Whoever it is compared with. */
  readonly peers: readonly Place[];
}

interface WantedPlaces {
  /** `undefined` when the settings do not know it. */
  readonly own: Place | undefined;
  readonly peers: readonly Place[];
  /** Counties beside municipalities, and the country. */
  readonly wider: readonly Place[];
  readonly unknown: readonly MissingPlace[];
}

function wantedPlaces({ selection, coverage, geography }: WantedRegions): WantedPlaces {
  const municipalities = selection.places === 'own' ? [geography.own] : ownAndPeerCodes(geography);
  const level = coverage === 'county' ? 'county' : 'municipality';
  const codes = level === 'county' ? municipalities.map((code) => countyOf(code, geography)) : municipalities;
  const [own, ...peers] = [...new Set(codes)].map((code) => ({ code, place: findPlace(geography, level, code) }));
  const { country = false, counties = [] } = selection;
  const beside = [...counties, ...(country ? [COUNTRY] : [])].filter((code) => !codes.includes(code));
  const unknown = [...(own === undefined ? [] : [own]), ...peers].filter(({ place }) => place === undefined);
  return {
    own: own?.place,
    peers: peers.flatMap(({ place }) => place ?? []),
    wider: beside.flatMap((code) => placeOf(geography, code) ?? []),
    unknown: unknown.map(({ code }) => {
      return { code, name: code, lack: `no ${level} ${code} in the settings`, file: 'regions.yaml' };
    }),
  };
}

function countyOf(municipality: string, geography: Geography): string {
  return findPlace(geography, 'municipality', municipality)?.county ?? `of ${municipality}`;
}

/** @param codes Of the list; `undefined` when it could not be read. */
function fitCodeList(
  { own, peers }: AskedPlaces,
  { id, prefix }: { readonly id: string; readonly prefix: string },
  variable: TableVariable,
  codes: readonly string[] | undefined,
): Fit {
  if (!variable.codeLists.includes(id)) {
    return lacking(`no code list ${id} for ${variable.code}${nearestClause(id, variable.codeLists)}`);
  }
  if (codes === undefined) return lacking(`code list ${id} is named by the table, but SSB does not know it`);
  // The country stands in every list without a prefix.
  const named = (code: string) => (code === COUNTRY ? code : `${prefix}${code}`);
  const spelt = (code: string) => codes.find((one) => sameCode(one, named(code)));
  const lack = ({ code, name }: Place) => `no ${named(code)} (${name}) in ${id}${nearestClause(named(code), codes)}`;
  const ownCode = spelt(own.code);
  if (ownCode === undefined) return lackingPlace(lack(own));
  const others = peers.flatMap(({ code }) => spelt(code) ?? []);
  const selection = { variable: variable.code, codes: [ownCode, ...others], codeList: id };
  return { ...fitting(selection), missing: missingAmong(peers, { spelt, lack }) };
}

function fitDivisions({ own, peers }: AskedPlaces, variable: TableVariable): Fit {
  const offered = new Map(codesOf(variable).map((code) => [code.toLowerCase(), code]));
  const spelt = (code: string) => offered.get(code.toLowerCase());
  const lack = ({ code, name }: Place) =>
    `no ${code} (${name}) in ${variable.code}${nearestClause(code, [...offered.values()])}`;
  if (spelt(own.code) === undefined) return lackingPlace(lack(own));
  const missing = missingAmong(peers, { spelt, lack });
  const today = missing.map(({ code }) => code);
  const wanted = [...new Set([own, ...peers].flatMap((place) => [place.code, ...place.codes.map(({ code }) => code)]))];
  const absent = wanted.filter((code) => spelt(code) === undefined && !today.includes(code));
  const codes = wanted.flatMap((code) => spelt(code) ?? []);
  const note = `without the older codes ${absent.join(', ')}, which ${variable.code} does not have`;
  return { ...fitting({ variable: variable.code, codes }, ...(absent.length === 0 ? [] : [note])), missing };
}

interface OfferedCodes {
  /** The code as the table spells it; `undefined` when it does not offer it. */
  readonly spelt: (code: string) => string | undefined;
  readonly lack: (place: Place) => string;
}

/** A place that the table knows by another code of its history has its fault in regions.yaml, any other in peers.yaml. */
function missingAmong(peers: readonly Place[], { spelt, lack }: OfferedCodes): readonly MissingPlace[] {
  return peers
    .filter(({ code }) => spelt(code) === undefined)
    .map((place) => {
      const isKnown = place.codes.some(({ code }) => spelt(code) !== undefined);
      return {
        code: place.code,
        name: place.name,
        lack: lack(place),
        file: isKnown ? 'regions.yaml' : 'peers.yaml',
      };
    });
}
