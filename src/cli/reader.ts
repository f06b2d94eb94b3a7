import type { App } from '../app/open-app.ts';
import type { Status } from '../model/plan/assessment.ts';
import { terminalTextsOf } from '../words/terminal/language.ts';
import type { Clock } from '../words/terminal/moment.ts';
import type { TerminalTexts } from '../words/terminal/texts.ts';
import type { Output } from './print.ts';

/** For whom a command prints: language and clock of the plan, width and colours of the terminal. */
export interface Reader extends Clock {
  readonly texts: TerminalTexts;
  readonly columns: number | undefined;
  readonly hasColours: boolean;
}

/** Who reads what the command prints about an open application. */
export function readerOf({ settings }: Pick<App, 'settings'>, { columns, hasColours = false }: Output): Reader {
  const { language } = settings.plan;
  const { timeZone } = settings.alerts;
  return { language, timeZone, texts: terminalTextsOf(language), columns, hasColours };
}

/** What a colour says; never without a word or a symbol beside it that says the same. */
export type Tone = 'good' | 'middling' | 'bad' | 'unknown';

const CODES: Readonly<Record<Tone, readonly [begin: number, end: number]>> = {
  good: [32, 39],
  middling: [33, 39],
  bad: [31, 39],
  unknown: [90, 39],
};

/** A text in the colour of its tone; as it is where there are no colours. */
export function toned(text: string, tone: Tone | null, { hasColours }: Pick<Reader, 'hasColours'>): string {
  if (tone === null || !hasColours || text.trim() === '') return text;
  const [begin, end] = CODES[tone];
  return `\u001B[${begin}m${text}\u001B[${end}m`;
}

const TONES: Readonly<Record<Status, Tone>> = {
  'on-track': 'good',
  'partly-met': 'middling',
  stable: 'middling',
  'off-track': 'bad',
  'ambition-not-set': 'unknown',
  'not-measured': 'unknown',
  insufficient: 'unknown',
  break: 'unknown',
};

/** Red only for an ambition that is not met, grey for what cannot be judged. */
export function toneOf(status: Status): Tone {
  return TONES[status];
}
