import type { Language } from '../../../model/language.ts';

/** Texts that a warning gives a line for. */
export type SampledText = 'meaning' | 'shortTitle' | 'notMeasured' | 'unitInWords';

/** What stands in a line to be pasted until somebody writes it: what the text is to say. */
export const SAMPLES: Readonly<Record<SampledText, Readonly<Record<Language, string>>>> = {
  meaning: {
    nb: 'Hva tallet er, i én eller to setninger.',
    nn: 'Kva talet er, i éi eller to setningar.',
    en: 'What the number is, in one or two sentences.',
  },
  shortTitle: { nb: 'En kort tittel', nn: 'Ein kort tittel', en: 'A short title' },
  notMeasured: {
    nb: 'Hva ambisjonen gjelder som tallet ikke måler.',
    nn: 'Kva ambisjonen gjeld som talet ikkje måler.',
    en: 'What the ambition is about that the number does not measure.',
  },
  unitInWords: {
    nb: 'prosent av det som telles',
    nn: 'prosent av det som blir talt',
    en: 'per cent of what is counted',
  },
};
