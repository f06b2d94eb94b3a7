/** How far down the figures of a query reach. */
export type Coverage = 'municipality' | 'county' | 'national';

/** `percentage` figures are never summed over merged municipalities; `count` figures are. */
export type Quantity = 'count' | 'percentage';

/** One subject's tables and when to ask for them. Plain data: a definition survives a round trip through JSON. */
export interface JobDefinition {
  readonly id: string;
  readonly title: string;
  /** Cron expression with five fields, read in `timeZone`. */
  readonly schedule: string;
  readonly timeZone: 'Europe/Oslo';
  readonly datasets: readonly DatasetDefinition[];
}

/** A named query on one table of Statistics Norway. */
export interface DatasetDefinition {
  readonly id: string;
  readonly title: string;
  /** Left out where the settings give a title of their own. */
  readonly titleEn?: string;
  readonly table: string | TableSearch;
  /** Days after the newest publication until what rests on it is flagged `stale`. */
  readonly allowedAgeDays: number;
  readonly contents: readonly ContentsSelection[];
  /** In order of preference; the first that the table's metadata offers is taken. */
  readonly alternatives: readonly DatasetAlternative[];
  /** Which of the table's periods are the dataset's; all of them when left out. */
  readonly years?: TableYears;
  /** Categories of the table that are the same quantity as one the dataset holds already, and are kept as that. */
  readonly sameAs?: readonly SameCategory[];
  /** The tables it was read from before this one, oldest first, each with its years; none when left out. */
  readonly earlier?: readonly DatasetDefinition[];
  /** What `datasets.yaml` says of it in place of the job, by name of the field; nothing when left out. */
  readonly fromSettings?: readonly string[];
  /** Which codes make up which total. Written down and never guessed, since codes nest. */
  readonly parts?: readonly PartsOfWhole[];
}

/** First and last period, by code and both included, that a dataset takes from a table. */
export interface TableYears {
  readonly from?: string;
  readonly to?: string;
}

/** The category `code` of a table's `variable`, kept as the category `keptAs` of the dataset's `dimension`. */
export interface SameCategory {
  readonly dimension: string;
  readonly keptAs: string;
  readonly variable: string;
  readonly code: string;
}

/** Codes of one variable that together make its total, in whatever publication holds that. */
export interface PartsOfWhole {
  readonly variable: string;
  readonly total: string;
  readonly parts: readonly string[];
  /** Contents codes it holds for; all of them when left out. Shares of something else do not add up. */
  readonly contents?: readonly string[];
  /** How far each published figure may be from the true one; half a unit of its last decimal when left out. */
  readonly within?: number;
}

/** How to find a table whose id changes from one survey to the next. */
export interface TableSearch {
  /** Search phrases, tried in order until one gives a table that fits. */
  readonly queries: readonly string[];
  /** Subject or short name that must stand in one of the table's paths. */
  readonly subject: string;
}

/** A contents variable category, by code or by a pattern (case-insensitive regular expression) on its label. */
export interface ContentsSelection {
  readonly code?: string;
  readonly labelled?: string;
  /** Pattern (case-insensitive) the published unit is expected to match, in Norwegian or English. */
  readonly unit: string;
  readonly quantity: Quantity;
  /** `impossible`: a 0 is never a figure, such as a share of employed people. */
  readonly zero?: 'impossible';
  /** `counts`: the symbol for nil (`-`) is a published 0; without it a nil is missing. */
  readonly nil?: 'counts';
}

/** What a job demands of the figures of one contents category. */
export type ContentsRules = Pick<ContentsSelection, 'unit' | 'zero' | 'nil'>;

export interface DatasetAlternative {
  readonly id: string;
  readonly coverage: Coverage;
  readonly regions?: RegionSelection;
  /** Every variable but regions, contents and time. */
  readonly select: Readonly<Record<string, CategorySelection>>;
  /** What to do with variables that `select` does not name: refuse the alternative, or take their total. */
  readonly otherVariables: 'refuse' | 'total';
  /** Time selection expression of PxWebApi: `*`, `from(2008)`, `top(5)`. */
  readonly time: string;
}

/** Which places, and whether the table's own code list sums them to today's borders or every division is asked for. */
export interface RegionSelection {
  readonly variable: string;
  readonly places: 'own' | 'own-and-peers';
  /** Code list whose codes are `prefix` + today's code. Without it: the raw codes of every division. */
  readonly codeList?: { readonly id: string; readonly prefix: string };
  /** Also the country, code `0`, where the variable or the code list offers it. */
  readonly country?: boolean;
  /** Today's codes of counties that are asked for too, where they are offered. */
  readonly counties?: readonly string[];
}

/**
 * The codes of a variable: exactly these (all must be offered), all there are (`*`), or those whose label matches a
 * pattern; `orLeftOut` lets the variable be left out, where the table allows that, when no label matches.
 */
export type CategorySelection =
  readonly string[] | '*' | ListedCodes | { readonly labelled: string; readonly orLeftOut?: boolean };

/** Exactly these codes: the variable's own, or those of one of its code lists where the variable itself lacks any. */
export interface ListedCodes {
  readonly codes: readonly string[];
  readonly codeList: string;
}
