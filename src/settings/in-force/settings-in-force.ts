import type { Geography } from '../../model/data/place.ts';
import { completedFile, languageOfPlan } from './completed-files.ts';
import { leavesOf } from '../leaves.ts';
import type { Path } from '../problem.ts';
import type { ConfigFile, Config } from '../read-config.ts';

/** One value that holds, and where it comes from: a file and line, the defaults, or the table of places. */
export interface ValueInForce {
  /** From the folder of settings. */
  readonly file: string;
  readonly key: string;
  /** As YAML would have it on one line. */
  readonly value: string;
  /** The line of the file; `null` for what does not stand there. */
  readonly line: number | null;
  readonly origin: 'file' | 'default' | 'bundled';
}

/** As they are listed: first what is said of the plan, then of what is asked, then of who is told. */
const FILES = [
  ...(['plan', 'peers', 'datasets', 'alerts', 'report', 'backup'] as const),
  ...(['corrections', 'annotations', 'symbols'] as const),
];

/** Every value of settings without a fault that holds, file by file, with the places in use. */
export function settingsInForce(config: Config, geography: Geography): readonly ValueInForce[] {
  const language = languageOfPlan(config.plan.content);
  const holding = (name: string, { content }: ConfigFile<unknown>) => completedFile(name, content, language) ?? content;
  return [
    ...FILES.flatMap((name) => {
      const [file, shown] = [config[name], `${name}.yaml`];
      return valuesOf(shown, file, holding(shown, file));
    }),
    ...config.indicators.flatMap((file) => {
      const shown = `indicators/${file.content?.id ?? ''}.yaml`;
      // Figures that were made up to try a rule hold for nothing.
      return valuesOf(shown, file, holding(shown, file)).filter(({ key }) => !key.startsWith('workedExample.'));
    }),
    ...valuesOfPlaces(config, geography),
  ];
}

function valuesOf(name: string, file: ConfigFile<unknown>, inForce: unknown): readonly ValueInForce[] {
  return leavesOf(inForce).map(({ key, path, text }) => {
    const isWritten = file.isThere && valueAt(file.content, path) !== undefined;
    const line = isWritten ? file.locate(path).line : null;
    return { file: name, key, value: text, line, origin: isWritten ? 'file' : 'default' };
  });
}

function valuesOfPlaces({ regions }: Config, { municipalities, counties }: Geography): readonly ValueInForce[] {
  const levels = [
    ['municipalities', municipalities],
    ['counties', counties],
  ] as const;
  return levels.flatMap(([level, places]) =>
    places.map(({ code, name, codes }) => {
      const index = (regions.content?.[level] ?? []).findIndex((place) => place.code === code);
      const value = `${name}: ${codes.map(({ code: one }) => one).join(', ')}`;
      const at = { file: 'regions.yaml', key: `${level}.${code}`, value };
      if (index < 0) return { ...at, line: null, origin: 'bundled' };
      return { ...at, line: regions.locate([level, index]).line, origin: 'file' };
    }),
  );
}

function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    document,
  );
}
