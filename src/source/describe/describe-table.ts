import type {
  DescribedCategory,
  DescribedVariable,
  SourceDescription,
  SourceNote,
} from '../../model/data/source-description.ts';
import type { Choice } from '../choose/choose-alternative.ts';
import { type DescribedDocument, readDescribedDocument } from './described-document.ts';
import type { CodeLists } from './read-code-lists.ts';
import { codesOf, sameCode, type TableMetadata, type TableVariable } from './table-metadata.ts';

/** How closed tables are marked in their titles. */
const CLOSED = /\((?:avslutt(?:a|et)|closed|discontinued) (?:serie|series|tidsserie|table|tabell)\)/i;

export interface AskedTable {
  readonly metadata: TableMetadata;
  readonly codeLists: CodeLists;
  /** The metadata in English; `null` when it could not be retrieved. */
  readonly metadataEn: unknown;
  readonly selection: Choice['selection'];
}

/**
 * What a table says about itself, from its metadata: title, whether it is closed, last period, labels, units and
 * decimals of what was asked for, notes on the table, on variables and on the categories asked for. Never throws.
 */
export function describeTable({ metadata, codeLists, metadataEn, selection }: AskedTable): SourceDescription {
  const document = readDescribedDocument(metadata.document);
  const time = metadata.variables.find(({ role }) => role === 'time');
  const variables = metadata.variables.map((variable) =>
    describeVariable(variable, { codeLists, selection, document }),
  );
  return {
    title: metadata.label,
    discontinued: document.extension?.discontinued === true || CLOSED.test(metadata.label),
    lastPeriod: (time === undefined ? undefined : codesOf(time).at(-1)) ?? null,
    source: document.source ?? null,
    nextUpdate: document.extension?.nextUpdate ?? document.extension?.px?.nextUpdate ?? null,
    variables,
    notes: notesOf(variables, document, { english: readDescribedDocument(metadataEn), time: time?.code }),
  };
}

interface SelectionContext extends Pick<AskedTable, 'codeLists' | 'selection'> {
  readonly document: DescribedDocument;
}

function describeVariable(
  variable: TableVariable,
  { codeLists, selection, document }: SelectionContext,
): DescribedVariable {
  const { code, label, role } = variable;
  const asked = selection.find((one) => sameCode(one.variable, code));
  if (asked === undefined || role === 'time') return { code, label, isWhole: false, categories: [] };
  const isWhole = asked.codes.includes('*');
  const listed = asked.codeList === undefined ? [] : (codeLists.get(asked.codeList) ?? []);
  const labels = new Map([...listed, ...variable.categories].map((one) => [one.code, one.label]));
  const units = new Map(variable.categories.map((one) => [one.code, one.unit]));
  const decimals = document.dimension?.[code]?.category?.unit;
  const categories = (isWhole ? codesOf(variable) : asked.codes).map((one): DescribedCategory => {
    return {
      code: one,
      label: labels.get(one) ?? one,
      unit: units.get(one) ?? null,
      decimals: decimals?.[one]?.decimals ?? null,
    };
  });
  return { code, label, isWhole, categories };
}

function notesOf(
  variables: readonly DescribedVariable[],
  document: DescribedDocument,
  { english, time }: { readonly english: DescribedDocument; readonly time: string | undefined },
): readonly SourceNote[] {
  return [
    ...notesAt({ variable: null, category: null }, document, english, document.extension?.noteMandatory),
    ...variables.flatMap(({ code, categories }) => {
      const [own, ownEn] = [document.dimension?.[code], english.dimension?.[code]];
      return [
        ...notesAt({ variable: code, category: null }, own, ownEn, own?.extension?.noteMandatory),
        // Of time an expression asks for whatever there is.
        ...(code === time ? Object.keys(own?.category?.note ?? {}) : codesIn(categories)).flatMap((category) => {
          const mandatory = own?.extension?.categoryNoteMandatory?.[category];
          const [said, saidEn] = [own, ownEn].map((one) => ({ note: one?.category?.note?.[category] }));
          return notesAt({ variable: code, category }, said, saidEn, mandatory);
        }),
      ];
    }),
  ];
}

function codesIn(categories: readonly DescribedCategory[]): readonly string[] {
  return categories.map(({ code }) => code);
}

type Noted = { readonly note?: readonly string[] | null | undefined } | undefined;

/** English notes are the same ones where there are as many of them. */
function notesAt(
  place: Pick<SourceNote, 'variable' | 'category'>,
  said: Noted,
  english: Noted,
  mandatory: Readonly<Record<string, boolean>> | null | undefined,
): readonly SourceNote[] {
  const texts = said?.note ?? [];
  const textsEn = english?.note?.length === texts.length ? english.note : [];
  return texts.map((text, position) => ({
    text,
    textEn: textsEn[position] ?? null,
    mandatory: mandatory?.[String(position)] === true,
    ...place,
  }));
}
