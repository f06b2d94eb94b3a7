import type { HandlingTexts } from './handling.ts';

/** Plain English. */
export const handlingEn: HandlingTexts = {
  changes: ({ inserted, revised, withdrawn, unchanged }) =>
    inserted + revised + withdrawn === 0
      ? `Unchanged: all ${unchanged} figures are as they were.`
      : `${inserted} new figures, ${revised} revised, ${withdrawn} withdrawn, ${unchanged} unchanged.`,
  unreadable: (path) => `The file ${path} cannot be read.`,
  unreadableHint: 'Check the path, and that this user may read the file.',
  sameFile: (date, name) => `Unchanged: this very file was taken in on ${date} as ${name}.`,
  held: (name) => `The file «${name}» is held back, and nothing of it was taken in:`,
  heldHint: (name) =>
    `See what it would give with «import show ${name}». Take it in all the same with «import accept ${name}», or put it away with «import drop ${name}».`,
  notWaiting: (reference) => `No file «${reference}» is held back.`,
  notTaken: (reference) => `No file «${reference}» has been taken in and is in force.`,
  severalNamed: (reference, numbers) => `Several files named «${reference}» are in force: numbers ${numbers}.`,
  numberHint: 'Write the number instead of the name.',
  listHint: 'See the files with «import list».',
  dropped: (name) => `The file «${name}» has been put away. No figure has changed.`,
  undone: (name, gone, other) =>
    `The file «${name}» has been taken back: ${gone} figures are gone, and ${other} have the value again that they had without it. What was in force before stands in the history.`,
  noSuchFigure: (indicator, year) => `The survey has no figure for «${indicator}» in ${year}.`,
};
