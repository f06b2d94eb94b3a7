import type { FigureMark } from '../../model/plan/indicator-series.ts';
import type { Language } from '../../model/language.ts';

/** What is said of the files beside the page, and in them. */
export interface DownloadTexts {
  readonly link: (title: string) => string;
  readonly feed: string;
  readonly document: string;
  /** The first row of a file of figures. */
  readonly columns: readonly [period: string, value: string, unit: string, level: string, status: string, note: string];
  readonly marks: Readonly<Record<FigureMark, string>>;
  /** How spreadsheets of readers of the language read a file. */
  readonly separator: ';' | ',';
  readonly decimalMark: ',' | '.';
}

const TEXTS: Readonly<Record<Language, DownloadTexts>> = {
  nb: {
    link: (title) => `Last ned tallene for ${title} (CSV)`,
    feed: 'Følg endringene i en nyhetsleser (Atom)',
    document: 'Last ned alt som er vurdert (JSON)',
    columns: ['Periode', 'Verdi', 'Enhet', 'Tallet det er regnet av', 'Status', 'Merknad'],
    marks: { provisional: 'foreløpig', revised: 'rettet av kilden', corrected: 'rettet av kommunen' },
    separator: ';',
    decimalMark: ',',
  },
  nn: {
    link: (title) => `Last ned tala for ${title} (CSV)`,
    feed: 'Følg endringane i ein nyhendelesar (Atom)',
    document: 'Last ned alt som er vurdert (JSON)',
    columns: ['Periode', 'Verdi', 'Eining', 'Talet det er rekna av', 'Status', 'Merknad'],
    marks: { provisional: 'førebels', revised: 'retta av kjelda', corrected: 'retta av kommunen' },
    separator: ';',
    decimalMark: ',',
  },
  en: {
    link: (title) => `Download the figures for ${title} (CSV)`,
    feed: 'Follow the changes in a feed reader (Atom)',
    document: 'Download all that is assessed (JSON)',
    columns: ['Period', 'Value', 'Unit', 'Figure it is worked out from', 'Status', 'Note'],
    marks: { provisional: 'provisional', revised: 'revised by the source', corrected: 'corrected by the municipality' },
    separator: ',',
    decimalMark: '.',
  },
};

/** The texts of the files beside the page in a language. */
export function downloadTextsOf(language: Language): DownloadTexts {
  return TEXTS[language];
}
