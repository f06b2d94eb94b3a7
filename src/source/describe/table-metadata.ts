import type { DimensionRole } from '../../model/data/cube.ts';

export interface TableCategory {
  readonly code: string;
  readonly label: string;
  /** Only on the contents variable. */
  readonly unit: string | null;
}

export interface TableVariable {
  readonly code: string;
  readonly label: string;
  readonly role: DimensionRole;
  /** In the table's order. */
  readonly categories: readonly TableCategory[];
  /** May be left out, and the figures are then the total. */
  readonly eliminable: boolean;
  readonly codeLists: readonly string[];
}

/** What a table offers. */
export interface TableMetadata {
  readonly table: string;
  readonly label: string;
  readonly variables: readonly TableVariable[];
  /** As SSB sent it. */
  readonly document: unknown;
}

/** One line of SSB's list of tables. */
export interface TableSummary {
  readonly id: string;
  readonly label: string;
  /** As SSB wrote it; some are impossible. */
  readonly updated: string | null;
  readonly lastPeriod: string | null;
  readonly discontinued: boolean;
  /** Labels of its variables. */
  readonly variableNames: readonly string[];
  /** Ids on the ways to the table in the subject tree. */
  readonly pathIds: readonly string[];
}

/** A table and the code lists it offers that could be read, by id. */
export interface Offer {
  readonly metadata: TableMetadata;
  readonly codeLists: ReadonlyMap<string, readonly string[]>;
}

/** SSB matches variable and value codes without regard to case. */
export function sameCode(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The variable of that code, in whatever case it is written; `undefined` when there is none. */
export function findVariable(metadata: TableMetadata, code: string): TableVariable | undefined {
  return metadata.variables.find((variable) => sameCode(variable.code, code));
}

/** The codes of a variable, in the table's order. */
export function codesOf(variable: TableVariable): readonly string[] {
  return variable.categories.map(({ code }) => code);
}
