import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { App } from '../../src/app/open-app.ts';
import { reassess } from '../../src/app/assess/reassess.ts';
import type { IndicatorDefinition, Step } from '../../src/model/plan/indicator.ts';
import type { Rule } from '../../src/model/plan/rule.ts';
import type { CodeValidity } from '../../src/model/data/place.ts';
import type { Settings } from '../../src/model/plan/settings.ts';
import { startRun } from '../../src/store/runs/runs.ts';
import { storePublication } from '../../src/store/intake/store-publication.ts';
import { appAt } from '../queries/support/worked-database.ts';
import { buildPublication, type TestCell } from '../store/support/build-publication.ts';
import { temporaryStore } from '../store/support/temporary-database.ts';
import { buildDefinition, buildMunicipality, buildPeerGroup, INPUT, OWN } from '../support/builders.ts';
import { ROOT } from '../support/cli.ts';

const NOW = '2026-03-02T08:00:00.000Z';
const DATASET = 'figures';

/** A number, or a symbol of the source. */
type Figures = Readonly<Record<string, number | '.' | '..' | ':'>>;

/** A case of `cases.yaml`. */
export interface WorkedCase {
  readonly case: string;
  readonly rule: Rule;
  readonly step?: Step;
  readonly requiredPeers?: number;
  readonly percentage?: boolean;
  readonly breaks?: readonly string[];
  /** The codes that together were the own place until a year. */
  readonly merger?: { readonly codes: readonly string[]; readonly until: number };
  /** By period, or where there was a merger by code and period. */
  readonly own?: Figures | Readonly<Record<string, Figures>>;
  readonly peers?: Readonly<Record<string, readonly Figures[]>>;
  /** The groups of a diversity index. */
  readonly groups?: Readonly<Record<string, Figures>>;
  readonly working: string;
  readonly expect: { readonly status: string; readonly value: number | null; readonly compared?: number };
}

export function readCases(): readonly WorkedCase[] {
  return parse(readFileSync(join(ROOT, 'test', 'recount', 'cases.yaml'), 'utf8')) as WorkedCase[];
}

/** A database in which the figures of the case have been taken in and judged by the program. */
export function databaseOf(worked: WorkedCase) {
  const store = temporaryStore();
  const runId = startRun(store, { trigger: 'command', jobs: [], startedAt: NOW });
  const { series, members } = seriesOf(worked);
  const quantity = worked.percentage === true ? 'percentage' : 'count';
  const publication = buildPublication(cubeOf(worked, series), {
    ...{ datasetId: DATASET, retrievedAt: NOW, alternative: 'divisions', quantities: { n: quantity } },
    regions: { dimension: 'Region', form: 'divisions', prefix: '' },
  });
  storePublication(store, publication, () => 'keep', runId);
  const app: App = { ...appAt(store, NOW), settings: settingsOf(worked, appAt(store, NOW).settings, members) };
  const [result] = reassess(app, runId);
  return { sqlite: store.sqlite, indicator: 'worked', evidence: result!.next.evidence };
}

/** Figures by the key of their series, and the codes of the members of each peer. */
function seriesOf({ own = {}, peers = {}, groups, merger }: WorkedCase) {
  const members = Object.entries(peers).map(
    ([name, each], region) => [name, each.map((_, at) => `02${region}${at}`)] as const,
  );
  const ofPeers = Object.values(peers).flatMap((each, region) =>
    each.map((one, at) => [`02${region}${at}`, one] as const),
  );
  const ofOwn =
    merger === undefined ? [[OWN, own as Figures] as const] : Object.entries(own as Record<string, Figures>);
  const series =
    groups === undefined
      ? [...ofOwn, ...ofPeers].map(([code, figures]) => [`n|${code}`, figures] as const)
      : Object.entries(groups).map(([group, figures]) => [`n|${OWN}|${group}`, figures] as const);
  return { series: Object.fromEntries(series), members: Object.fromEntries(members) };
}

function cubeOf({ groups }: WorkedCase, series: Readonly<Record<string, Figures>>) {
  const periods = [...new Set(Object.values(series).flatMap((figures) => Object.keys(figures)))].sort();
  const cells = Object.entries(series).map(([key, figures]): [string, TestCell[]] => [
    key,
    periods.map((period) => figures[period]),
  ]);
  const regions = [...new Set(Object.keys(series).map((key) => key.split('|')[1] ?? ''))];
  const ofGroups = groups === undefined ? {} : { Trade: Object.keys(groups) };
  const dimensions = { ContentsCode: ['n'], Region: regions, ...ofGroups };
  return { dimensions, cells: Object.fromEntries(cells), periods };
}

function settingsOf(worked: WorkedCase, standard: Settings, members: Readonly<Record<string, string[]>>): Settings {
  const group = buildPeerGroup(members);
  const codes = Object.values(members).flat();
  return {
    ...standard,
    geography: {
      own: OWN,
      municipalities: [
        buildMunicipality(OWN, { codes: historyOf(worked) }),
        ...codes.map((code) => buildMunicipality(code)),
      ],
      counties: [],
      peerGroups: [group],
    },
    indicators: [definitionOf(worked)],
    breaks: (worked.breaks ?? []).map((period) => ({ dataset: DATASET, period, reason: 'Ny kilde.', reference: 'x' })),
  };
}

function historyOf({ merger }: WorkedCase): readonly CodeValidity[] {
  if (merger === undefined) return [{ code: OWN }];
  const before = merger.codes.map((code) => ({ code, toYear: merger.until }));
  return [...before, { code: OWN, fromYear: merger.until + 1 }];
}

function definitionOf({ rule, step, peers, requiredPeers, groups }: WorkedCase): IndicatorDefinition {
  const measure = rule.id === 'growth-lead' ? 'growth' : rule.id === 'relative-position' ? 'gap' : 'level';
  const overGroups = groups && { terms: [{ Trade: Object.keys(groups) }], over: 'Trade' };
  return buildDefinition({
    ...{ id: 'worked', rule, measure: groups === undefined ? measure : 'diversity' },
    inputs: [{ ...INPUT, dataset: DATASET, ...overGroups }],
    ...(step && { step }),
    ...(peers && { peers: 'rivals' }),
    ...(requiredPeers !== undefined && { requiredPeers }),
  });
}
