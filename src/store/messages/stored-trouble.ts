import { type Trouble, TROUBLE_KINDS } from '../../model/trouble.ts';

/** What an alert of trouble holds in place of a sentence. */
interface StoredTrouble {
  /** As it was said when it was recorded: for those who read the table itself. */
  readonly said: string;
  readonly trouble: Trouble;
}

/** The text of an alert about trouble: its facts, and what is `said` of them now. */
export function storedTrouble(trouble: Trouble, said: string): string {
  return JSON.stringify({ said, trouble } satisfies StoredTrouble);
}

/** The facts in the text of an alert; `null` for a sentence, which is what earlier versions stored. */
export function readStoredTrouble(text: string): Trouble | null {
  if (!text.startsWith('{')) return null;
  try {
    const read: unknown = JSON.parse(text);
    return isStoredTrouble(read) ? read.trouble : null;
  } catch {
    return null;
  }
}

/** A kind that is not known is of another version. */
function isStoredTrouble(read: unknown): read is StoredTrouble {
  if (typeof read !== 'object' || read === null || !('trouble' in read)) return false;
  const { trouble } = read;
  if (typeof trouble !== 'object' || trouble === null || !('kind' in trouble)) return false;
  return TROUBLE_KINDS.some((kind) => kind === trouble.kind);
}

/** What was said of the trouble when it was recorded, for a text whose facts cannot be read. */
export function saidThen(text: string): string {
  const said = /^\{"said":("(?:[^"\\]|\\.)*")/.exec(text)?.[1];
  return said === undefined ? text : String(JSON.parse(said));
}
