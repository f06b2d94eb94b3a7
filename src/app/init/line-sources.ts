import type { LineSource } from './init-report.ts';

/** Whole sentences on the own municipality, and on the group; the group's is `null` where there is none. */
interface PlaceSources {
  readonly own: string;
  readonly peers: string | null;
}

/** From where the lines are of each file that was written. */
export function lineSources(files: readonly string[], { own, peers }: PlaceSources): readonly LineSource[] {
  const all: readonly LineSource[] = [
    { file: 'plan.yaml', lines: 'municipality', source: own },
    { file: 'plan.yaml', lines: 'title, horizonYear', source: 'Proposals of the program, to be decided by people.' },
    { file: 'plan.yaml', lines: 'language', source: 'What --language says; bokmål without it.' },
    { file: 'peers.yaml', lines: 'groups', source: peers ?? '' },
    {
      file: 'regions.yaml',
      lines: 'municipalities, counties',
      source: 'Klass 131 where it knows the place, else the program’s own table; the comments there have both.',
    },
    { file: 'report.yaml', lines: 'contact, planDocument', source: 'Empty, to be decided by people.' },
    {
      file: 'indicators/',
      lines: 'all',
      source:
        'Texts, measures and proposed rules come with the program; the figures of worked examples are made up, and what is expected of them is worked out by it.',
    },
    { file: 'schema/', lines: 'all', source: 'Made by the program, for editors.' },
  ];
  return all.filter(({ file }) => file.endsWith('/') || files.includes(file));
}
