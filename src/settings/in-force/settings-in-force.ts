import type { Geography } from '../../model/data/place.ts';
import {
  completeAlerts,
  completeBackup,
  completeCorrections,
  completePeers,
  completeReport,
  completeTexts,
  planInForce,
} from './defaults.ts';
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

type Files = Omit<Config, 'indicators' | 'regions'>;

/** Every value of settings without a fault that holds, file by file, with the places in use. */
export function settingsInForce(config: Config, geography: Geography): readonly ValueInForce[] {
  const { plan, peers, alerts, backup, report, corrections, annotations, symbols, datasets } = config;
  const whole = planInForce(contentOf(plan));
  const files: readonly (readonly [name: keyof Files, file: ConfigFile<unknown>, inForce: unknown])[] = [
    ['plan', plan, whole],
    ['peers', peers, { groups: completePeers(contentOf(peers)) }],
    ['datasets', datasets, datasets.content],
    ['alerts', alerts, completeAlerts(contentOf(alerts), whole.language)],
    ['report', report, completeReport(contentOf(report))],
    ['backup', backup, completeBackup(contentOf(backup))],
    ['corrections', corrections, completeCorrections(contentOf(corrections))],
    ['annotations', annotations, annotations.content],
    ['symbols', symbols, symbols.content],
  ];
  return [
    ...files.flatMap(([name, file, inForce]) => valuesOf(`${name}.yaml`, file, inForce)),
    ...config.indicators.flatMap((file) => {
      const indicator = completeTexts(contentOf(file));
      const values = valuesOf(`indicators/${indicator.id}.yaml`, file, indicator);
      // Figures that were made up to try a rule hold for nothing.
      return values.filter(({ key }) => !key.startsWith('workedExample.'));
    }),
    ...placesInForce(config, geography),
  ];
}

function valuesOf(name: string, file: ConfigFile<unknown>, inForce: unknown): readonly ValueInForce[] {
  return leavesOf(inForce).map(({ key, path, text }) => {
    const isWritten = valueAt(file.content, path) !== undefined;
    const line = isWritten ? file.locate(path).line : null;
    return { file: name, key, value: text, line, origin: isWritten ? 'file' : 'default' };
  });
}

function placesInForce({ regions }: Config, { municipalities, counties }: Geography): readonly ValueInForce[] {
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

function contentOf<Content>({ file, content }: ConfigFile<Content>): Content {
  if (content === null) throw new TypeError(`${file} has no content, and no problem says why`);
  return content;
}

function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    document,
  );
}
