import { join, resolve } from 'node:path';
import { jobs } from '../../../jobs/index.ts';
import type { Language } from '../../model/language.ts';
import type { Geography, KnownPlace, Place } from '../../model/data/place.ts';
import { BUNDLED_FROM, BUNDLED_ON, bundledPlace, bundledPlaces } from '../../places/bundled/bundled-places.ts';
import { leftOutBecause } from '../../places/left-out-years.ts';
import { inYears } from '../../places/write-line.ts';
import { systemClock } from '../../platform/clock.ts';
import { writeJsonSchemas } from '../../settings/files/json-schemas.ts';
import { readSettings, type ReadSettings } from '../../settings/load-settings.ts';
import {
  adoptedText,
  indicatorText,
  type IndicatorChoices,
  type WorkedOut,
} from '../../settings/write/indicator-text.ts';
import { commentLines } from '../../settings/write/comment-lines.ts';
import { peersText } from '../../settings/write/peers-text.ts';
import { planText } from '../../settings/write/plan-text.ts';
import { regionsText } from '../../settings/write/regions-text.ts';
import { reportText } from '../../settings/write/report-text.ts';
import { readTemplates, type Template } from '../../settings/write/template.ts';
import { checkExamples, workOutExamples } from '../assess/check-examples.ts';
import { openEnvironment, shippedSettingsFolder } from '../open-settings.ts';
import { chooseMeasures } from './choose-measures.ts';
import { choosePeers, type ChosenPeers } from './choose-peers.ts';
import { findMunicipality } from './find-municipality.ts';
import { hearKlass, type KlassHeard, NOT_ASKED } from './hear-klass.ts';
import type { InitOptions, InitReport } from './init-report.ts';
import { type FolderContent, putFolder, refuseTaken, writeFiles } from './put-folder.ts';

/** How far ahead the year of the ambitions is set until somebody decides. */
const YEARS_AHEAD = 4;

/**
 * Makes a folder of settings for a municipality, which `config check` finds in order: all of it, or nothing. Klass is asked
 * whether it agrees with the bundled codes, where it answers. Throws `usage` for a folder, municipality, peer or measure
 * that will not do.
 */
export async function initFolder(folder: string, options: InitOptions): Promise<InitReport> {
  const { language, clock = systemClock } = options;
  refuseTaken(folder);
  const own = findMunicipality(options.municipality);
  const peers = choosePeers(options.peers, own, language);
  const templates = chooseMeasures(
    options.with,
    readTemplates(join(shippedSettingsFolder(), 'indicators', '_neutral')),
  );
  const places = [own, ...peers.regions.flatMap(({ code }) => bundledPlace(code) ?? [])];
  const counties = [...new Set(places.map(({ county = '' }) => county))].flatMap((code) => bundledPlace(code) ?? []);
  const klass = options.offline
    ? NOT_ASKED
    : await hearKlass({ environment: openEnvironment(), clock }, geographyOf(own, peers, places, counties));
  const thisYear = clock.now().getUTCFullYear();
  const source = sourceOf(klass);
  const leftOut = leftOutOf(own, thisYear);
  const county = bundledPlace(own.county ?? '');
  const fixed: FolderContent = {
    'plan.yaml': planText({
      ...{ code: own.code, name: own.name, codes: own.codes, county: county?.name ?? '' },
      ...{ leftOut, source, language, horizonYear: thisYear + YEARS_AHEAD },
    }),
    'peers.yaml': peersText(peers),
    'report.yaml': reportText(),
    ...exceptions(klass, places, counties),
  };
  const names = putFolder(folder, (draft) => {
    writeJsonSchemas(join(draft, 'schema'));
    writeFiles(draft, fixed);
    return writeIndicators(draft, templates, choicesFor(language, peers));
  });
  return {
    folder: resolve(folder),
    municipality: {
      ...{ code: own.code, name: own.name, codes: own.codes },
      county: { code: county?.code ?? '', name: county?.name ?? '' },
    },
    ...{ leftOut, peers, language, source, klass },
    indicators: templates.map(({ id }) => id),
    files: [...Object.keys(fixed), ...names],
  };
}

/** `regions.yaml` with the places of which Klass says otherwise, and what it says; none where they agree. */
function exceptions({ differences }: KlassHeard, places: readonly Place[], counties: readonly Place[]): FolderContent {
  const municipalities = places.filter(({ code }) => differences.some(({ place }) => place === code));
  if (municipalities.length === 0) return {};
  const notes = differences.flatMap(({ sentence, write }) => [
    ...commentLines(sentence),
    ...write.map((line) => `#   ${line}`),
  ]);
  const lines = [
    '# yaml-language-server: $schema=schema/regions.schema.json',
    '#',
    ...commentLines(
      'To be decided: Klass says otherwise of the places below, which stand here as the program knows them.',
    ),
    ...notes,
    '',
    regionsText({
      municipalities,
      counties: counties.filter(({ code }) => municipalities.some((one) => one.county === code)),
    }),
  ];
  return { 'regions.yaml': lines.join('\n') };
}

type ChoicesFor = (position: number) => IndicatorChoices;

function choicesFor(language: Language, { id, regions }: ChosenPeers): ChoicesFor {
  return (position) => ({ position, language, peers: { id, regions: regions.map((one) => one.id) } });
}

/** Each indicator first with its proposed rule, by which the program works its example out, then as it stays. */
function writeIndicators(draft: string, templates: readonly Template[], choicesAt: ChoicesFor): readonly string[] {
  const write = (textOf: (template: Template, choices: IndicatorChoices) => string) => {
    const texts = templates.map((one, at) => [`indicators/${one.id}.yaml`, textOf(one, choicesAt(at + 1))] as const);
    writeFiles(draft, Object.fromEntries(texts));
    return texts.map(([name]) => name);
  };
  write(adoptedText);
  const workedOut = workOutExamples(read(draft));
  const names = write((template, choices) => indicatorText(template, choices, found(workedOut, template)));
  const { settings, indicators } = read(draft);
  checkExamples(draft, settings, indicators);
  return names;
}

function read(draft: string): ReadSettings {
  return readSettings(draft, { jobs, places: bundledPlaces() });
}

function found(workedOut: ReadonlyMap<string, WorkedOut>, { id }: Template): WorkedOut {
  const one = workedOut.get(id);
  if (one === undefined) throw new Error(`the example of '${id}' was not worked out`);
  return one;
}

function geographyOf(
  own: KnownPlace,
  { id, title, titleEn, regions }: ChosenPeers,
  municipalities: readonly Place[],
  counties: readonly Place[],
): Geography {
  const members = regions.map((one) => ({ id: one.id, name: one.name, members: [one.code] }));
  return {
    own: own.code,
    municipalities,
    counties,
    peerGroups: [{ id, title, titleEn, confirmed: false, regions: members }],
  };
}

/** One sentence for each run of years without a code, with why. */
function leftOutOf(place: Place, thisYear: number): readonly string[] {
  const years = Array.from({ length: thisYear - BUNDLED_FROM }, (_, at) => BUNDLED_FROM + at);
  const byStory = new Map<string, number[]>();
  for (const year of years) {
    const story = leftOutBecause(place, year);
    if (story !== null) byStory.set(story, [...(byStory.get(story) ?? []), year]);
  }
  return [...byStory].map(
    ([story, out]) => `Left out: figures ${inYears(out)}, since ${story}; those years belong to none of them alone.`,
  );
}

function sourceOf({ answer, date }: KlassHeard): string {
  const bundled = `Name, county and codes: Statistics Norway's grouping agg_KommSummerS and Klass 131, as bundled on ${BUNDLED_ON}`;
  const klass = {
    agrees: `Klass agreed on ${date ?? ''}.`,
    differs: `Klass said otherwise on ${date ?? ''}: see regions.yaml.`,
    silent: 'Klass did not answer.',
    'not-asked': 'Klass was not asked.',
  };
  return `${bundled}. ${klass[answer]}`;
}
