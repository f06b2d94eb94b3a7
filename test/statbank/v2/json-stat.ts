import { codeListOf } from '../code-lists.ts';
import type { Language, Note, StatbankTable, Variable } from '../table.ts';
import { numberOf, sourceOf, symbolOf } from '../table.ts';
import { cellsOf } from './cells.ts';
import type { SelectedDimension, SelectedValue } from './selection.ts';
import { catalogueLabel, titleOf } from './titles.ts';

/** Whether a dataset is a data answer or the metadata of a table; SSB writes the two a little differently. */
export type DatasetKind = 'data' | 'metadata';

export interface DatasetRequest {
  readonly table: StatbankTable;
  readonly language: Language;
  readonly dimensions: readonly SelectedDimension[];
  readonly kind: DatasetKind;
  /** Base address of the API, for links. */
  readonly base: string;
  /** `codelists`, or `codeLists` as it was spelled until late 2025. */
  readonly codeListsKey: string;
}

/** The dataset as the server's JSON-stat2 writer emits it: same keys, same order, dense values. */
export function buildDataset(request: DatasetRequest): Record<string, unknown> {
  const { table, language, dimensions, kind } = request;
  const variables = dimensions.map(({ variable }) => variable);
  const label = kind === 'data' ? titleOf(table, variables, language) : catalogueLabel(table, language);
  const cells = kind === 'data' ? cellsOf(table, dimensions) : [];
  const symbols = cells.map(symbolOf);
  const status = Object.fromEntries(symbols.flatMap((symbol, index) => (symbol === '' ? [] : [[index, symbol]])));
  return {
    version: '2.0',
    class: 'dataset',
    label,
    source: sourceOf(table)[language],
    updated: kind === 'data' ? updatedOf(table, dimensions) : table.updatedAt,
    ...(kind === 'metadata' ? { link: relatedLink(table) } : {}),
    ...(table.notes.length > 0 ? { note: table.notes.map((note) => note[language]) } : {}),
    role: roles(variables),
    id: variables.map(({ code }) => code),
    size: dimensions.map(({ values }) => new Set(values).size),
    dimension: Object.fromEntries(
      dimensions.map((dimension) => [dimension.variable.code, dimensionOf(dimension, request)]),
    ),
    extension: extensionOf(request),
    value: cells.map(numberOf),
    ...(Object.keys(status).length > 0 ? { status } : {}),
  };
}

/** Which of some notes are mandatory, by position; nothing where none is. */
function mandatoryOf(notes: readonly Note[]): Record<string, unknown> {
  const positions = notes.flatMap(({ mandatory }, position) => (mandatory === true ? [[position, true] as const] : []));
  return positions.length === 0 ? {} : { noteMandatory: Object.fromEntries(positions) };
}

/** The stamp of a data answer is that of the contents in it, which may be older than the table's. */
function updatedOf({ updatedAt }: StatbankTable, dimensions: readonly SelectedDimension[]): string {
  const contents = dimensions.flatMap(({ values }) => values.flatMap((value) => value.contents ?? []));
  const stamps = contents.map((one) => one.updatedAt ?? updatedAt);
  return stamps.toSorted().at(-1) ?? updatedAt;
}

function relatedLink(table: StatbankTable): unknown {
  const name = table.path.at(-1)?.id ?? '';
  const extension = { relation: 'statistics-homepage', metaid: `KORTNAVN:${name}` };
  return { related: [{ extension, href: `https://www.ssb.no/${name}`, label: 'Statistikkside', type: 'text/html' }] };
}

function roles(variables: readonly Variable[]): Record<string, readonly string[]> {
  const codes = (role: string): readonly string[] =>
    variables.filter((variable) => variable.role === role).map(({ code }) => code);
  const geo = codes('geo');
  return { time: codes('time'), ...(geo.length > 0 ? { geo } : {}), metric: codes('metric') };
}

function byCode<T>(
  values: readonly SelectedValue[],
  of: (value: SelectedValue, position: number) => T,
): Record<string, T> {
  return Object.fromEntries(values.map((value, position) => [value.code, of(value, position)]));
}

function dimensionOf({ variable, values }: SelectedDimension, request: DatasetRequest): unknown {
  const { language } = request;
  const noted = values.filter(({ note }) => note !== undefined);
  const measured = values.filter(({ contents }) => contents !== undefined);
  const notes = variable.notes ?? [];
  return {
    label: variable.label[language],
    ...(notes.length > 0 ? { note: notes.map((note) => note[language]) } : {}),
    category: {
      index: byCode(values, (_, position) => position),
      label: byCode(values, ({ label }) => label[language]),
      ...(noted.length > 0 ? { note: byCode(noted, ({ note }) => [note?.[language]]) } : {}),
      ...(measured.length > 0
        ? {
            unit: byCode(measured, ({ contents }) => ({
              base: contents?.unit.base[language],
              decimals: contents?.unit.decimals,
            })),
          }
        : {}),
    },
    extension: dimensionExtension(variable, values, request),
    ...(variable.urn === undefined
      ? {}
      : { link: { describedby: [{ extension: { [variable.code]: variable.urn } }] } }),
  };
}

/** `elimination` means "may be left out" in metadata, and "the total is among the values" in data. */
function dimensionExtension(variable: Variable, values: readonly SelectedValue[], request: DatasetRequest): unknown {
  const { kind, language, codeListsKey } = request;
  const holdsTotal = variable.elimination && values.some(({ code }) => code === variable.total);
  const elimination = kind === 'metadata' ? variable.elimination : holdsTotal;
  const details = values.filter(({ contents }) => contents !== undefined);
  const mandatory = values.filter(({ note }) => note?.mandatory === true);
  return {
    elimination,
    ...mandatoryOf(variable.notes ?? []),
    ...(mandatory.length > 0 ? { categoryNoteMandatory: byCode(mandatory, () => ({ 0: true })) } : {}),
    ...(holdsTotal ? { eliminationValueCode: variable.total } : {}),
    ...(details.length > 0
      ? { refperiod: byCode(details, ({ contents }) => contents?.referencePeriod[language]) }
      : {}),
    show: variable.show,
    ...(kind === 'metadata' ? { [codeListsKey]: variable.codeLists.map((id) => codeListEntry(id, request)) } : {}),
    ...(details.length > 0
      ? {
          measuringType: byCode(details, ({ contents }) => contents?.measuringType),
          priceType: byCode(details, () => 'NotApplicable'),
          adjustment: byCode(details, () => 'None'),
          alternativeText: byCode(details, ({ label }) => label[language]),
        }
      : {}),
  };
}

function codeListEntry(id: string, { table, language, base }: DatasetRequest): unknown {
  const label = codeListOf(table, id)?.label;
  const links = [{ rel: 'metadata', hreflang: language, href: `${base}/codeLists/${id}?lang=${language}` }];
  return { id, label: label?.[language] ?? id, type: id.startsWith('vs_') ? 'Valueset' : 'Aggregation', links };
}

function extensionOf({ table, language, dimensions, kind }: DatasetRequest): unknown {
  const codes = dimensions.map(({ variable }) => variable.code);
  const subject = table.path[0];
  const decimals = dimensions.flatMap(({ values }) => values.flatMap(({ contents }) => contents?.unit.decimals ?? []));
  return {
    ...mandatoryOf(table.notes),
    px: {
      infofile: 'None',
      tableid: table.id,
      decimals: Math.max(0, ...decimals),
      'official-statistics': !table.madeUp,
      aggregallowed: true,
      copyright: false,
      language,
      contents: `${table.id}: ${table.contents[language]},`,
      descriptiondefault: false,
      heading: codes.slice(-2),
      stub: codes.slice(0, -2),
      matrix: table.id,
      'subject-code': subject?.id ?? '',
      'subject-area': subject?.label[language] ?? '',
    },
    ...(table.discontinued ? { discontinued: true } : kind === 'data' ? { discontinued: null } : {}),
    contact: [{ raw: 'Oppdiktet kontakt, ikke Statistisk sentralbyrå# #ingen@example.org' }],
  };
}
