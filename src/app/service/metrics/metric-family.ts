/** One value of a metric, and the labels that tell it from the others. */
export type MetricSample = readonly [labels: Readonly<Record<string, string>>, value: number];

/** A metric with all its values. */
export interface Family {
  /** Without the name of the program. */
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
  readonly samples: readonly MetricSample[];
}

/** A family without labels; without a sample when there is nothing to report. */
export function single(value: number | null): Pick<Family, 'labels' | 'samples'> {
  return { labels: [], samples: value === null ? [] : [[{}, value]] };
}
