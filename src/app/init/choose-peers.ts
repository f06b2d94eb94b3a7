import { PipelineError } from '../../model/errors.ts';
import { type Language, planLanguageOf } from '../../model/language.ts';
import { type KnownPlace, placesOnceCoded } from '../../model/data/place.ts';
import { BUNDLED_ON } from '../../places/bundled/bundled-places.ts';
import { NAMED_GROUPS } from '../../places/bundled/named-groups.ts';
import type { PeerChoices } from '../../settings/write/peers-text.ts';
import { findMunicipality } from './find-municipality.ts';
import type { PlacesToday } from './places-today.ts';

/** A comparison group, and whether the own municipality was named with it. */
export interface ChosenPeers extends PeerChoices {
  readonly isOwnLeftOut: boolean;
}

/** Groups that are known by a word. */
const GROUPS: readonly string[] = ['asss', 'county'];

const TITLES = {
  asss: { nb: 'ASSS-kommunene', nn: 'ASSS-kommunane', en: 'The ASSS municipalities' },
  chosen: { nb: 'Sammenlikningskommunene', nn: 'Samanlikningskommunane', en: 'The comparison municipalities' },
};

/**
 * The group that a municipality is compared with: `asss`, `county` (the others of its county; ASSS for one that is alone
 * in it, where nothing is asked for), or codes and names with commas between. The own one is left out. Throws `usage` for
 * one that is none, and for a group of nobody else.
 */
export function choosePeers(
  asked: string | undefined,
  { own, language, today }: { readonly own: KnownPlace; readonly language: Language; readonly today: PlacesToday },
): ChosenPeers {
  const { municipalities } = today;
  const others = municipalities.filter((one) => one.county === own.county && one.code !== own.code);
  const word = asked?.trim() ?? (others.length === 0 ? 'asss' : 'county');
  const group = word.toLowerCase();
  if (group === 'asss') {
    const members = [...new Set(NAMED_GROUPS.asss.flatMap((code) => ofToday(code, municipalities)))];
    const source = `Storbysamarbeidet ASSS: its members since 2022, as the program knows them on ${BUNDLED_ON}.`;
    return groupOf('asss', TITLES.asss, { source, members, own, language });
  }
  if (group === 'county') {
    const county = today.counties.find(({ code }) => code === own.county)?.name ?? '';
    const titles = {
      nb: `Kommunene i ${county}`,
      nn: `Kommunane i ${county}`,
      en: `The municipalities of ${county}`,
    };
    const source = `The other municipalities of ${own.county ?? ''} ${county} today.`;
    return groupOf('county', titles, { source, members: others, own, language });
  }
  const words = word.split(',').flatMap((one) => one.trim() || []);
  refuseNoList(words);
  const members = [
    ...new Map(words.map((one) => findMunicipality(one, municipalities)).map((place) => [place.code, place])).values(),
  ];
  const source = 'The municipalities that were named with --peers.';
  return groupOf('chosen', TITLES.chosen, { source, members, own, language });
}

function refuseNoList(words: readonly string[]): void {
  const alone = words.find((one) => GROUPS.includes(one.toLowerCase()));
  if (words.length > 0 && alone === undefined) return;
  const message =
    alone === undefined ? 'Nobody is named with --peers.' : `'${alone}' is a group, and stands alone after --peers.`;
  throw new PipelineError('usage', message, {
    hint: 'Write asss, county, or the codes of municipalities with commas between.',
  });
}

/** The municipality with a code, or that which has its area since. */
function ofToday(code: string, municipalities: readonly KnownPlace[]): readonly KnownPlace[] {
  const place = municipalities.find((one) => one.code === code);
  const heirs = placesOnceCoded(municipalities, code).map((once) => once.place.code);
  return place === undefined ? municipalities.filter((one) => heirs.includes(one.code)) : [place];
}

interface Members {
  readonly source: string;
  readonly members: readonly KnownPlace[];
  readonly own: KnownPlace;
  readonly language: Language;
}

function groupOf(
  id: string,
  titles: Readonly<Record<Language, string>>,
  { source, members, own, language }: Members,
): ChosenPeers {
  const others = members.filter(({ code }) => code !== own.code);
  if (others.length === 0) {
    throw new PipelineError('usage', `There is nobody but ${own.name} to compare with in that group.`, {
      hint: 'Write --peers asss, or the codes of other municipalities with commas between.',
    });
  }
  return {
    id,
    title: titles[planLanguageOf(language)],
    titleEn: titles.en,
    source,
    regions: others.map((place) => ({ ...named(place, others), code: place.code })),
    isOwnLeftOut: others.length < members.length,
  };
}

/** The id and the name of a region, with the county where another of the group has the same name. */
function named(
  { name, officialName, code }: KnownPlace,
  among: readonly KnownPlace[],
): { readonly id: string; readonly name: string } {
  const isShared = among.some((one) => one.name === name && one.code !== code);
  return isShared ? { id: `${idOf(name)}-${code}`, name: officialName } : { id: idOf(name), name };
}

function idOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('đ', 'd')
    .replaceAll('ŋ', 'n')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
