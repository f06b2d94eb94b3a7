import { join, resolve } from 'node:path';
import { jobs } from '../../../jobs/index.ts';
import type { Language } from '../../model/language.ts';
import { bundledPlaces } from '../../places/bundled/bundled-places.ts';
import { systemClock } from '../../platform/clock.ts';
import { writeJsonSchemas } from '../../settings/files/json-schemas.ts';
import { readSettings, type ReadSettings } from '../../settings/load-settings.ts';
import {
  adoptedText,
  indicatorText,
  type IndicatorChoices,
  type WorkedOut,
} from '../../settings/write/indicator-text.ts';
import { peersText } from '../../settings/write/peers-text.ts';
import { planText } from '../../settings/write/plan-text.ts';
import { reportText } from '../../settings/write/report-text.ts';
import { readTemplates, type Template } from '../../settings/write/template.ts';
import { checkExamples, workOutExamples } from '../assess/check-examples.ts';
import { openEnvironment, shippedSettingsFolder } from '../open-settings.ts';
import { chooseMeasures } from './choose-measures.ts';
import { choosePeers, type ChosenPeers } from './choose-peers.ts';
import { exceptions } from './exceptions.ts';
import { findMunicipality } from './find-municipality.ts';
import { hearSources, NOBODY_ASKED } from './hear-sources.ts';
import type { InitOptions, InitReport } from './init-report.ts';
import { leftOutOf } from './left-out.ts';
import { lineSources } from './line-sources.ts';
import { placesToday, weighedOf } from './places-today.ts';
import { type FolderContent, putFolder, refuseTaken, writeFiles } from './put-folder.ts';
import { reportCodeList, reportKlass, sourceOfPlace, sourceOfPlaces } from './source-of-places.ts';

/** How far ahead the year of the ambitions is set until somebody decides. */
const YEARS_AHEAD = 4;

/**
 * Makes a folder of settings for a municipality, which `config check` finds in order: all of it, or nothing. Klass says which
 * municipalities there are and the codes they have had, where it answers, and the bundled table does otherwise; the
 * statistics bank's own sums are held against both. Throws `usage` for a folder, municipality, peer or measure that will not
 * do.
 */
export async function initFolder(folder: string, options: InitOptions): Promise<InitReport> {
  const { language, clock = systemClock } = options;
  refuseTaken(folder);
  const templates = chooseMeasures(
    options.with,
    readTemplates(join(shippedSettingsFolder(), 'indicators', '_neutral')),
  );
  const heard = options.offline ? NOBODY_ASKED : await hearSources({ environment: openEnvironment(), clock });
  const today = placesToday(heard);
  const own = findMunicipality(options.municipality, today.municipalities);
  const compares = templates.some(({ comparedBy }) => comparedBy !== null);
  const asked = compares || options.peers !== undefined ? choosePeers(options.peers, { own, language, today }) : null;
  const peers = compares ? asked : null;
  const weighed = weighedOf(today, own.code);
  const others = (peers?.regions ?? []).map(({ code }) => weighedOf(today, code));
  const inUse = [weighed, ...others];
  const county = today.counties.find(({ code }) => code === own.county);
  const thisYear = clock.now().getUTCFullYear();
  const leftOut = leftOutOf(weighed, thisYear);
  const klass = reportKlass(inUse, heard);
  const sources = {
    own: sourceOfPlace(weighed, heard),
    peers: peers === null ? null : `${peers.source} ${sourceOfPlaces(others, heard)}`,
  };
  const fixed: FolderContent = {
    'plan.yaml': planText({
      ...{ code: own.code, name: own.name, codes: own.codes, county: county?.name ?? '' },
      ...{ leftOut, source: `Name and codes: ${sources.own}`, language, horizonYear: thisYear + YEARS_AHEAD },
    }),
    ...(peers === null ? {} : { 'peers.yaml': peersText({ ...peers, source: sources.peers ?? '' }) }),
    'report.yaml': reportText(),
    ...exceptions(klass.differences, inUse, today.counties),
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
    ...{ leftOut, peers, language, klass, codeList: reportCodeList(inUse, heard) },
    sources: lineSources(Object.keys(fixed), sources),
    indicators: templates.map(({ id }) => id),
    files: [...Object.keys(fixed), ...names],
  };
}

type ChoicesFor = (position: number) => IndicatorChoices;

function choicesFor(language: Language, chosen: ChosenPeers | null): ChoicesFor {
  const peers = chosen === null ? null : { id: chosen.id, regions: chosen.regions.map((one) => one.id) };
  return (position) => ({ position, language, peers });
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
