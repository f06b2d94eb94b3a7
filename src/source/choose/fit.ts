import type { MissingPlace } from '../../model/data/retrieval.ts';
import type { DataSelection, VariableSelection } from '../ask/query-string.ts';

/** The result of fitting one part of a query to a table. With anything lacking, it must not be sent. */
export interface Fit {
  readonly selections: DataSelection;
  /** Clauses that say what the table does not have. */
  readonly lacks: readonly string[];
  /** Clauses that say what was decided on the way. */
  readonly notes: readonly string[];
  /** Peers that the table lacks: their figures are missing, and the query is sent without them. */
  readonly missing: readonly MissingPlace[];
  /** Is the fault among `lacks` one of places, rather than of what the job asks for? */
  readonly lacksPlace: boolean;
}

const NOTHING: Fit = { selections: [], lacks: [], notes: [], missing: [], lacksPlace: false };

/** Offered in full; `notes` say what a person should know of it. */
export function fitting(selection: VariableSelection, ...notes: readonly string[]): Fit {
  return { ...NOTHING, selections: [selection], notes };
}

/** The variable is not named in the query, and the note says so. */
export function leftOut(note: string): Fit {
  return { ...NOTHING, notes: [note] };
}

/** Not offered; each of `lacks` says what is missing, and what comes nearest. */
export function lacking(...lacks: readonly string[]): Fit {
  return { ...NOTHING, lacks };
}

/** As `lacking`, where it is the settings' places that do not fit the table. */
export function lackingPlace(...lacks: readonly string[]): Fit {
  return { ...NOTHING, lacks, lacksPlace: true };
}

/** The parts of one query: it fits when each part does. */
export function together(fits: readonly Fit[]): Fit {
  return {
    selections: fits.flatMap(({ selections }) => selections),
    lacks: fits.flatMap(({ lacks }) => lacks),
    notes: fits.flatMap(({ notes }) => notes),
    missing: fits.flatMap(({ missing }) => missing),
    lacksPlace: fits.some(({ lacksPlace }) => lacksPlace),
  };
}
