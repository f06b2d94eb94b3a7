import type { RegionLayout } from '../../model/data/dataset.ts';
import { PipelineError } from '../../model/errors.ts';
import type { MissingPlace } from '../../model/data/retrieval.ts';
import type { ContentsRules, DatasetAlternative, DatasetDefinition, Quantity } from '../../model/data/job.ts';
import type { Geography } from '../../model/data/place.ts';
import { fitOther, fitSelected, fitTime } from './fit-categories.ts';
import { fitContents } from './fit-contents.ts';
import { fitRegions } from './fit-regions.ts';
import { type Fit, together } from './fit.ts';
import type { DataSelection, VariableSelection } from '../ask/query-string.ts';
import { codesOf, findVariable, type Offer, sameCode, type TableMetadata } from '../describe/table-metadata.ts';

/** The query to send, and everything that must be stored with its answer. */
export interface Choice {
  readonly alternative: DatasetAlternative;
  readonly selection: DataSelection;
  readonly regions: RegionLayout | null;
  readonly quantities: Readonly<Record<string, Quantity>>;
  /** Contents code → what the job demands of its figures. */
  readonly contentsRules: Readonly<Record<string, ContentsRules>>;
  /** Variable → codes the answer must have; `null` for time, where the table decides. */
  readonly expected: Readonly<Record<string, readonly string[] | null>>;
  /** A sentence without its full stop: what was taken, and what the alternatives before it lacked. */
  readonly reason: string;
  /** Peers that are left out of the query, since the table lacks them. */
  readonly missingPlaces: readonly MissingPlace[];
}

interface FittedAlternative extends Fit {
  readonly alternative: DatasetAlternative;
}

/**
 * Takes the first alternative of a dataset that the table offers, but for peers that it lacks; of alternatives that reach as
 * far, the one that has most of the counties and the country asked for. `codeLists` holds the codes of every list that
 * could be read, by id. Throws `query-misfit`, naming for each
 * alternative what is missing and the nearest thing the table has, when it offers none.
 */
export function chooseAlternative(
  definition: DatasetDefinition,
  metadata: TableMetadata,
  codeLists: ReadonlyMap<string, readonly string[]>,
  geography: Geography,
): Choice {
  const offer = { metadata, codeLists };
  const contents = fitContents(definition.contents, metadata);
  const fits = definition.alternatives.map((alternative): FittedAlternative => {
    return { ...fitAlternative(alternative, contents, { offer, geography }), alternative };
  });
  const chosen = bestOf(fits);
  if (chosen === undefined) throw misfit(definition, metadata, fits);
  return {
    alternative: chosen.alternative,
    selection: chosen.selections,
    regions: regionLayout(chosen.alternative, metadata),
    quantities: contents.quantities,
    contentsRules: contents.contentsRules,
    expected: expectedCodes(chosen.selections, metadata),
    reason: describeChoice(chosen, fits.slice(0, fits.indexOf(chosen))),
    missingPlaces: chosen.missing,
  };
}

/** Of those that fit and reach as far as the first of them, the first that lacks the fewest counties, the country counted. */
function bestOf(fits: readonly FittedAlternative[]): FittedAlternative | undefined {
  const fitting = fits.filter(({ lacks }) => lacks.length === 0);
  const reaching = fitting.filter(({ alternative }) => alternative.coverage === fitting[0]?.alternative.coverage);
  const lacking = ({ missing }: Fit) => missing.filter(({ isWider = false }) => isWider).length;
  const fewest = Math.min(...reaching.map(lacking));
  return reaching.find((fit) => lacking(fit) === fewest);
}

interface World {
  readonly offer: Offer;
  readonly geography: Geography;
}

function fitAlternative(alternative: DatasetAlternative, contents: Fit, { offer, geography }: World): Fit {
  const { coverage, regions } = alternative;
  const { metadata } = offer;
  const named = [...(regions === undefined ? [] : [regions.variable]), ...Object.keys(alternative.select)];
  const others = metadata.variables.filter(
    ({ code, role }) => role !== 'time' && role !== 'metric' && !named.some((name) => sameCode(name, code)),
  );
  return together([
    ...(regions === undefined ? [] : [fitRegions({ selection: regions, coverage, geography }, offer)]),
    ...Object.entries(alternative.select).map(([name, wanted]) => fitSelected(name, wanted, offer)),
    ...others.map((variable) => fitOther(variable, alternative.otherVariables)),
    contents,
    fitTime(alternative.time, metadata),
  ]);
}

function regionLayout({ regions }: DatasetAlternative, metadata: TableMetadata): RegionLayout | null {
  if (regions === undefined) return null;
  const dimension = findVariable(metadata, regions.variable)?.code ?? regions.variable;
  return regions.codeList === undefined
    ? { dimension, form: 'divisions', prefix: '' }
    : { dimension, form: 'grouped', prefix: regions.codeList.prefix };
}

function expectedCodes(selection: DataSelection, metadata: TableMetadata): Choice['expected'] {
  return Object.fromEntries(selection.map((one) => [one.variable, codesFor(one, metadata)]));
}

function codesFor({ variable, codes }: VariableSelection, metadata: TableMetadata): readonly string[] | null {
  const described = findVariable(metadata, variable);
  if (described?.role === 'time') return null;
  return codes.includes('*') && described !== undefined ? codesOf(described) : codes;
}

function describeChoice(chosen: FittedAlternative, passedOver: readonly FittedAlternative[]): string {
  const clauses = [
    `"${chosen.alternative.id}" was taken, since the table offers all of it${chosen.missing.length === 0 ? '' : ' but peers'}`,
    ...chosen.missing.map(({ name, lack }) => `without ${name}: ${lack}`),
    ...chosen.notes,
    ...passedOver.map(
      ({ alternative, lacks, missing }) =>
        `"${alternative.id}" was passed over: ${(lacks.length > 0 ? lacks : missing.map(({ lack }) => lack)).join(', ')}`,
    ),
  ];
  return clauses.join('; ');
}

function misfit(
  definition: DatasetDefinition,
  metadata: TableMetadata,
  passedOver: readonly FittedAlternative[],
): PipelineError {
  const lacks = passedOver.map(({ alternative, lacks }) => `"${alternative.id}": ${lacks.join(', ')}`).join('; ');
  return new PipelineError(
    'query-misfit',
    `Table ${metadata.table} offers no alternative of dataset ${definition.id}. What is missing: ${lacks}.`,
    {
      hint: placeToMend(definition, metadata.table, passedOver),
      context: {
        ...{ datasetId: definition.id, table: metadata.table },
        ...(passedOver.some(({ lacksPlace }) => lacksPlace) ? { lacks: 'place' } : {}),
      },
    },
  );
}

/** The file where the fault is: an alternative that lacks the own place alone is as the job has it. */
function placeToMend(
  { fromSettings = [] }: DatasetDefinition,
  table: string,
  passedOver: readonly FittedAlternative[],
): string {
  const file = fromSettings.length === 0 ? 'jobs/' : 'datasets.yaml of the settings';
  const where = fromSettings.length === 0 ? ' in datasets.yaml of the settings' : '';
  const places = passedOver.some(({ lacksPlace }) => lacksPlace)
    ? [`look for the code of the place in config/regions.yaml, and compare it with the regions of table ${table}`]
    : [];
  const dataset = passedOver.some(({ lacksPlace, lacks }) => !lacksPlace || lacks.length > 1)
    ? [`compare the dataset in ${file} with the metadata of table ${table}, and correct or add an alternative${where}`]
    : [];
  const [first = '', ...more] = [...places, ...dataset];
  return `${first.charAt(0).toUpperCase()}${first.slice(1)}${more.map((one) => `; ${one}`).join('')}.`;
}
