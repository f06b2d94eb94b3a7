import { formIn, type Language } from '../../model/language.ts';
import type { Assessment } from '../../model/plan/assessment.ts';
import { type IndicatorDefinition, usedDatasets } from '../../model/plan/indicator.ts';
import { type SourceFinding, sourceRemark } from '../../words/remark/source-remark.ts';
import { readTableConditions, type TableCondition } from '../../store/read/table-condition.ts';
import { readDescriptions, type StoredDescription } from '../../store/read/table-descriptions.ts';
import type { App } from '../open-app.ts';
import { readSayings, type Saying } from './source-sayings.ts';

/** What must be said of its tables beside an indicator, in sentences. */
export type SourceRemarks = (indicator: {
  readonly definition: IndicatorDefinition;
  readonly assessment: Assessment;
}) => readonly string[];

/** What is stored of the tables, whichever language it is told in. */
export interface SourceFacts {
  readonly sayings: ReturnType<typeof readSayings>;
  readonly conditions: ReturnType<typeof readTableConditions>;
  readonly descriptions: ReturnType<typeof readDescriptions>;
}

/** What the remarks are made of, as it stood when `asOf` is given: read once for several languages. */
export function readSourceFacts(app: App, asOf?: string): SourceFacts {
  return {
    sayings: readSayings(app, asOf),
    conditions: readTableConditions(app.store),
    descriptions: readDescriptions(app.store, asOf),
  };
}

/**
 * What to say about the tables now: unread notes, new labels of categories used, a table that is closed,
 * gone or standing still, symbols without a meaning in cells used. Reckoned when it is shown and never stored with an
 * assessment, so that it comes without a new publication and goes when it is over. As it stood when `asOf` is given.
 */
export function createSourceRemarks(app: App, asOf?: string, facts = readSourceFacts(app, asOf)): SourceRemarks {
  const { sayings, conditions, descriptions } = facts;
  const { language } = app.settings.plan;
  return ({ definition, assessment }) => {
    const findings = restsOn(definition, assessment).flatMap((datasetId): readonly SourceFinding[] => {
      const condition = conditions.get(datasetId);
      const described = descriptions.findLast((one) => one.datasetId === datasetId && one.table === condition?.table);
      const used = usedCategories(assessment, described);
      return [
        ...(sayings.get(datasetId) ?? [])
          .filter(({ isToBeRead, read }) => isToBeRead && read === null)
          .filter((saying) => saying.kind === 'note' || used.has(`${saying.variable ?? ''} ${saying.category ?? ''}`))
          .map((saying) => findingOf(saying, language)),
        ...(condition === undefined ? [] : findingsOfCondition(condition, assessment, asOf)),
      ];
    });
    return [...new Set(findings.map((finding) => sourceRemark(finding, language)))];
  };
}

/** The datasets that the assessment took its figures from; all that it may have taken them from where it has none. */
function restsOn(definition: IndicatorDefinition, { evidence }: Assessment): readonly string[] {
  const { publication, fromSecondTable } = evidence;
  const input = definition.inputs.find(
    ({ dataset, secondTable }) => dataset === publication?.datasetId || secondTable === publication?.datasetId,
  );
  if (input === undefined) return usedDatasets(definition);
  const { dataset, secondTable, per } = input;
  const second = fromSecondTable && secondTable !== undefined ? [secondTable] : [];
  return [...new Set([dataset, ...second, ...(per === undefined ? [] : [per.dataset])])];
}

/** Variable and category of every figure used, contents among them. */
function usedCategories({ evidence }: Assessment, described: StoredDescription | undefined): ReadonlySet<string> {
  const variables = (described?.description.variables ?? []).filter(({ categories }) => categories.length > 0);
  // A series is named by its categories in the order of the codes of the variables.
  const codes = variables.map(({ code }) => code).toSorted((a, b) => (a < b ? -1 : 1));
  const used = evidence.observations.flatMap(({ series }) =>
    series.split('|').map((category, position) => `${codes[position] ?? ''} ${category}`),
  );
  return new Set(used);
}

function findingOf(
  { table, kind, words, wordsEn, label, mandatory, category, variableLabel }: Saying,
  language: Language,
) {
  const variable = variableLabel ?? '';
  if (kind === 'label' && label !== null) return { kind, table, code: category ?? '', variable, ...label };
  const on = variableLabel === null ? null : [variable, ...(category === null ? [] : [category])].join(' ');
  const text = formIn(language, { norwegian: words, english: wordsEn ?? words });
  return { kind: 'note' as const, table, text, mandatory, on };
}

function findingsOfCondition(
  { table, standing, unknownSymbols }: TableCondition,
  { evidence }: Assessment,
  asOf: string | undefined,
): readonly SourceFinding[] {
  const cells = [...evidence.observations, ...evidence.missing].map(({ symbol }) => symbol);
  // What is stored of a table that the settings have left says nothing of the one they name now.
  const isSeen = standing !== null && standing.table === table && (asOf === undefined || standing.seenAt <= asOf);
  return [
    ...(isSeen ? [{ kind: 'standing', standing } as const] : []),
    ...unknownSymbols
      .filter(({ symbol }) => cells.includes(symbol))
      .map(({ symbol }) => ({ kind: 'symbol', table: table ?? '', symbol }) as const),
  ];
}
