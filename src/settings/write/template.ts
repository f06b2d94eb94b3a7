import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PipelineError } from '../../model/errors.ts';
import type { Language } from '../../model/language.ts';

/** A measure that fits the plan of any municipality, with the rule that is proposed for it. */
export interface Template {
  readonly id: string;
  readonly position: number;
  /** Top-level key → its lines, with the comments above it, in the order of the file. */
  readonly blocks: ReadonlyMap<string, string>;
  /** The rule compares with a group, and so does the measure where that is a gap. */
  readonly comparedBy: 'measure' | 'rule' | null;
  /** The figures are those of a file that the municipality hands in, and of nothing else. */
  readonly isFromSurvey: boolean;
}

/**
 * The templates of a folder, in their order. Throws `settings-invalid` where the folder is not there: an installation that
 * is not whole.
 */
export function readTemplates(folder: string): readonly Template[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  } catch {
    throw new PipelineError('settings-invalid', `The measures for a new plan are missing: ${folder} cannot be read.`, {
      hint: 'They come with the program: install it again with its whole folder.',
    });
  }
  return names
    .map((name) => toTemplate(readFileSync(join(folder, name), 'utf8')))
    .sort((a, b) => a.position - b.position);
}

/** Does the text in nynorsk become the plan's own? */
const IS_NYNORSK: Readonly<Record<Language, boolean>> = { nb: false, nn: true, en: false };

/** A template's blocks with its texts in the language of a plan: the keys in nynorsk become the plan's own, or go. */
export function inPlanLanguage(block: string, language: Language): string {
  const kept: string[] = [];
  let dropping: string | null = null;
  for (const line of block.split('\n')) {
    const indent = /^ */.exec(line)?.[0] ?? '';
    if (dropping !== null && line.trim() !== '' && indent.length > dropping.length) continue;
    dropping = null;
    const nynorsk = /^ *(?<key>[a-z]\w*)Nn:/.exec(line)?.groups?.['key'];
    if (nynorsk === undefined) {
      kept.push(line);
      continue;
    }
    if (!IS_NYNORSK[language]) {
      dropping = indent;
      continue;
    }
    const first = kept.findLastIndex((one) => one.startsWith(`${indent}${nynorsk}:`));
    kept.splice(first, kept.length - first, line.replace(`${nynorsk}Nn:`, `${nynorsk}:`));
  }
  return kept.join('\n');
}

function toTemplate(text: string): Template {
  const blocks = new Map<string, string>();
  let lines: string[] = [];
  let key = '';
  const end = () => {
    if (key !== '') blocks.set(key, lines.join('\n'));
  };
  let comments: string[] = [];
  for (const line of text.trimEnd().split('\n')) {
    if (line.startsWith('#')) comments.push(line);
    else if (/^[a-z]/i.test(line)) {
      end();
      key = /^\w+/.exec(line)?.[0] ?? '';
      lines = [...comments, line];
      comments = [];
    } else lines.push(line);
  }
  end();
  const valueOf = (name: string) => /: (.+)$/.exec(blocks.get(name) ?? '')?.[1] ?? '';
  const isGap = blocks.get('measure')?.endsWith('measure: gap') ?? false;
  return {
    id: valueOf('id'),
    position: Number(valueOf('position')),
    blocks,
    comparedBy: blocks.has('peers') ? (isGap ? 'measure' : 'rule') : null,
    isFromSurvey: /dataset: survey$/m.test(blocks.get('inputs') ?? ''),
  };
}
