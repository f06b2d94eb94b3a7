/** How the service stood at one moment. */
export interface Sample {
  /** Since the first run was finished. */
  readonly seconds: number;
  readonly rssMib: number;
  /** Of the main thread, as the service tells it; `null` when it did not answer in time. */
  readonly heapMib: number | null;
  readonly openFiles: number;
}

/** What happened from the first sample to the last. */
export interface Course {
  readonly samples: readonly Sample[];
  readonly publications: number;
  /** Of these, those the service has taken in. */
  readonly takenIn: number;
  /** Outcome of each run → how many. */
  readonly runs: Readonly<Record<string, number>>;
  /** Refusals because of a lock that the readers met. */
  readonly lockedReaders: number;
  /** Lines of the service's log that speak of one. */
  readonly lockedService: number;
  /** What else went wrong, of the readers or the service. */
  readonly problems: readonly string[];
}

export interface Goal {
  readonly goal: string;
  readonly seen: string;
  readonly met: boolean;
}

/** How much the mean of the memory may differ from the second quarter to the last. */
const FLAT_WITHIN = 0.05;

const RUNS_THAT_WENT_WELL = ['succeeded', 'unchanged'];

/** What a soak is for, and whether it was reached. */
export function judge({ samples, publications, takenIn, runs, ...course }: Course): readonly Goal[] {
  const [second, last] = [quarter(samples, 1), quarter(samples, 3)];
  const [before, after] = [second, last].map((part) => mean(part.map(({ rssMib }) => rssMib)));
  const change = (after ?? NaN) / (before ?? NaN) - 1;
  const [openBefore, openAfter] = [second, last].map((part) => Math.min(...part.map(({ openFiles }) => openFiles)));
  const locks = course.lockedReaders + course.lockedService;
  const failed = Object.keys(runs).filter((outcome) => !RUNS_THAT_WENT_WELL.includes(outcome));
  return [
    {
      goal: 'memory flat: the last quarter within 5 % of the second',
      seen: `${before?.toFixed(1)} and ${after?.toFixed(1)} MiB, ${(change * 100).toFixed(1)} %`,
      met: Math.abs((after ?? NaN) - (before ?? NaN)) <= FLAT_WITHIN * (before ?? NaN),
    },
    {
      goal: 'no more open files when at rest',
      seen: `${openBefore} in the second quarter, ${openAfter} in the last`,
      met: (openAfter ?? NaN) <= (openBefore ?? NaN),
    },
    {
      goal: 'no lock error',
      seen: `${course.lockedReaders} among the readers, ${course.lockedService} in the service`,
      met: locks === 0,
    },
    {
      goal: 'every publication taken in, no run failed, nothing else went wrong',
      seen: [
        `${takenIn} of ${publications} publications`,
        Object.entries(runs)
          .map(([outcome, count]) => `${count} ${outcome}`)
          .join(', '),
        ...course.problems,
      ].join('; '),
      met: publications > 0 && takenIn === publications && failed.length === 0 && course.problems.length === 0,
    },
  ];
}

/** The samples of one quarter of the time, 0 for the first. */
export function quarter(samples: readonly Sample[], which: number): readonly Sample[] {
  const length = (samples.at(-1)?.seconds ?? 0) / 4;
  return samples.filter(({ seconds }) => seconds > which * length && seconds <= (which + 1) * length);
}

function mean(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
}
