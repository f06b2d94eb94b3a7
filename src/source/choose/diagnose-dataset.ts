import type { RegionLayout } from '../../model/data/dataset.ts';
import { PipelineError } from '../../model/errors.ts';
import type { DatasetDefinition } from '../../model/data/job.ts';
import type { Geography } from '../../model/data/place.ts';
import type { RegionWitness } from '../../model/data/place-witness.ts';
import { parseTimePeriod } from '../../model/time-period.ts';
import { type Choice, chooseAlternative } from './choose-alternative.ts';
import { describeMissingPlaces } from './describe-missing-places.ts';
import { locateTable } from '../describe/find-table.ts';
import { readGoneTable } from '../describe/gone-table.ts';
import type { ReadMetadata } from '../describe/metadata-cache.ts';
import type { DataSelection } from '../ask/query-string.ts';
import { type CodeLists, codesOfLists, readCodeLists } from '../describe/read-code-lists.ts';
import { readRegionWitness } from './region-witness.ts';
import { readReply } from '../read-replies.ts';
import type { SsbClient } from '../ask/ssb-client.ts';
import { codesOf, findVariable, sameCode, type TableCategory, type TableMetadata } from '../describe/table-metadata.ts';

/** What is wrong, and what to do about it. */
export interface DatasetFinding {
  readonly problem: string;
  readonly advice: string;
  /** It is to be mended in the settings, and nothing is wrong with the source. */
  readonly isOfSettings?: true;
}

/** What the source says of one configured dataset; a field is `null` when the diagnosis did not get that far. */
export interface DatasetDiagnosis {
  readonly datasetId: string;
  readonly table: string | null;
  readonly label: string | null;
  readonly discontinued: boolean | null;
  readonly lastPeriod: string | null;
  readonly alternative: string | null;
  readonly reason: string | null;
  /** Contents, and the unit each is published in; says so where another was expected. */
  readonly units: string | null;
  /** True when the source answered a query for a single period with a dataset. */
  readonly answered: boolean;
  readonly findings: readonly DatasetFinding[];
}

/** What the table says of the regions asked for. */
export interface RegionTestimony {
  readonly regions: RegionLayout;
  readonly witness: RegionWitness;
  /** Region codes asked for. */
  readonly codes: readonly string[];
  /** Of the table's periods. */
  /** As of a `PlaceQuestion`. */
  readonly lacking: readonly string[];
  readonly years: readonly number[];
}

/**
 * A diagnosis, and the testimony it came across; `null` for a dataset without regions, and where it did not come so
 * far.
 */
export interface Examination {
  readonly diagnosis: DatasetDiagnosis;
  readonly regions: RegionTestimony | null;
  /** Number of its table where the source does not know that any more. */
  readonly gone: string | null;
  /** The failure that ended it before the source had answered; `null` for none. */
  readonly failure: PipelineError | null;
}

export interface DiagnosisOptions {
  readonly readMetadata: ReadMetadata;
  /** Throws a `PipelineError` when the document holds no figures by these variables. */
  readonly checkAnswer: (document: unknown, variables: readonly string[]) => void;
}

type Learnt = Omit<DatasetDiagnosis, 'datasetId' | 'answered' | 'findings'>;

/**
 * Asks the source about a dataset as an ingest would, but for one period only. Never throws a `PipelineError`: what
 * goes wrong is a finding, and what was learnt before it stands.
 */
export async function diagnoseDataset(
  client: SsbClient,
  definition: DatasetDefinition,
  geography: Geography,
  { readMetadata, checkAnswer }: DiagnosisOptions,
): Promise<Examination> {
  const datasetId = definition.id;
  const unknown = { table: null, label: null, discontinued: null, lastPeriod: null };
  let regions: RegionTestimony | null = null;
  let learnt: Learnt = { ...unknown, alternative: null, reason: null, units: null };
  try {
    const { id } = await locateTable(client, definition, readMetadata);
    learnt = { ...learnt, table: id };
    const metadata = await readMetadata(id, 'no');
    const { label, lastPeriod, discontinued } = await client.table(id);
    learnt = { ...learnt, label, lastPeriod, discontinued };
    const codeLists = await readCodeLists(client, definition, metadata);
    const choice = chooseAlternative(definition, metadata, codesOfLists(codeLists), geography);
    const { alternative, reason } = choice;
    learnt = { ...learnt, alternative: alternative.id, reason, units: unitsOf(definition, choice, metadata) };
    regions = await readTestimony(client, choice, { metadata, codeLists });
    checkAnswer(readReply(await client.data(id, smallest(choice.selection, metadata))), Object.keys(choice.expected));
    const { missingPlaces } = choice;
    const findings = [
      ...(discontinued ? [closedTable(id)] : []),
      ...(missingPlaces.length === 0
        ? []
        : [{ ...describeMissingPlaces({ datasetId, table: id }, missingPlaces), isOfSettings: true } as const]),
    ];
    return { diagnosis: { datasetId, ...learnt, answered: true, findings }, regions, gone: null, failure: null };
  } catch (failure) {
    if (!(failure instanceof PipelineError)) throw failure;
    const findings = [{ problem: failure.message, advice: failure.hint }];
    const diagnosis = { datasetId, ...learnt, answered: false, findings };
    return { diagnosis, regions, gone: readGoneTable(failure), failure };
  }
}

async function readTestimony(
  client: SsbClient,
  choice: Choice,
  table: { readonly metadata: TableMetadata; readonly codeLists: CodeLists },
): Promise<RegionTestimony | null> {
  const witness = await readRegionWitness(client, choice, table);
  const { regions } = choice;
  if (witness === null || regions === null) return null;
  const time = table.metadata.variables.find(({ role }) => role === 'time');
  const years = time === undefined ? [] : codesOf(time).flatMap((code) => parseTimePeriod(code)?.year ?? []);
  const codes = choice.selection.find(({ variable }) => sameCode(variable, regions.dimension))?.codes ?? [];
  const lacking = choice.missingPlaces.map(({ code }) => code);
  return { regions, witness, codes, lacking, years: [...new Set(years)] };
}

function unitsOf(definition: DatasetDefinition, { quantities }: Choice, metadata: TableMetadata): string {
  const contents = metadata.variables.find(({ role }) => role === 'metric');
  const chosen = contents?.categories.filter(({ code }) => Object.hasOwn(quantities, code)) ?? [];
  return chosen.map((category) => describeUnit(category, definition)).join(', ');
}

function describeUnit({ code, label, unit }: TableCategory, { contents }: DatasetDefinition): string {
  const wanted = contents.find((one) =>
    one.code === undefined ? new RegExp(one.labelled ?? '', 'i').test(label) : sameCode(one.code, code),
  );
  if (unit === null) return `${code}: no unit`;
  const isExpected = wanted !== undefined && new RegExp(wanted.unit, 'i').test(unit);
  return `${code}: ${unit}${isExpected ? '' : ` (expected /${wanted?.unit ?? ''}/)`}`;
}

/** One code of each variable and the newest period: a real query that asks little of the source. */
function smallest(selection: DataSelection, metadata: TableMetadata): DataSelection {
  return selection.map((one) => {
    const variable = findVariable(metadata, one.variable);
    if (variable?.role === 'time') return { ...one, codes: ['top(1)'] };
    const codes = one.codes.includes('*') && variable !== undefined ? codesOf(variable) : one.codes;
    return { ...one, codes: codes.slice(0, 1) };
  });
}

function closedTable(id: string): DatasetFinding {
  return {
    problem: `Table ${id} is marked as discontinued: it will get no new figures.`,
    advice: 'Name the table that goes on from it in datasets.yaml of the settings.',
  };
}
