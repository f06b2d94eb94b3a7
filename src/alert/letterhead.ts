import type { Language } from '../model/language.ts';
import type { UnsettledLimit } from '../model/plan/alert.ts';

/** What a message needs beside what it tells. */
export interface Letterhead {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly planTitle: string;
  readonly language: Language;
  readonly greeting: string;
  readonly timeZone: string;
  /** Of the page for staff; `null` while it has none. */
  readonly address: string | null;
  readonly unsettled: UnsettledLimit;
}
