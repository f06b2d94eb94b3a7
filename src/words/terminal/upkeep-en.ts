import type { UpkeepWords } from './upkeep.ts';

/** Plain English. */
export const upkeepEn: UpkeepWords = {
  schedule: {
    zone: (timeZone) => `Times are those of ${timeZone}.`,
    jobHeading: ['Job and schedule', 'Next runs', 'Last success', 'Last run'],
    datasetsTitle: 'Figures',
    datasetHeading: ['Dataset', 'State', 'Published', 'Source answered', 'Stale from'],
    neverRun: 'never run',
    outcomes: {
      running: 'going on',
      succeeded: 'succeeded',
      unchanged: 'nothing new',
      partial: 'partly',
      failed: 'failed',
      interrupted: 'interrupted',
      postponed: 'postponed',
    },
    states: {
      fresh: 'fresh',
      'publication-late': 'new figures are late',
      'fetch-failed': 'no answer from the source',
      'never-read': 'never fetched',
      'not-used': 'not used',
    },
  },
  notes: {
    none: 'No table in use has a note.',
    heading: ['Table', 'Kind', 'On', "The source's words", 'Since', 'Read'],
    kinds: { label: 'new name of a code', mandatory: 'note that must be read', note: 'note' },
    marked: (count) => `${count} marked as read:`,
    readBy: (who, day) => `${who}, ${day}`,
  },
  backup: {
    made: (file, size) => `The backup of the database is in ${file} (${size}).`,
    heading: ['', 'What', 'Finding'],
    rowsHeading: ['Table', 'Rows'],
    statusHeading: ['Indicator', 'Assessed', 'Stored', 'Again'],
    topics: {
      integrity: 'integrity',
      references: 'references',
      program: 'program',
      version: 'version',
      rows: 'rows',
      statuses: 'statuses',
    },
    whole: 'SQLite finds the whole file sound.',
    referencesHold: 'Every row has what it refers to.',
    program: (isOwn) => (isOwn ? 'It is a database of this program.' : 'It is a database of another program.'),
    version: (version, known) =>
      version < known
        ? `Version ${version}; it is brought up to ${known} when it takes the place of the database.`
        : `Version ${version}, and this program knows versions up to ${known}${version > known ? ': install a newer one first' : ''}.`,
    rows: (rows, tables) => `${rows} rows in ${tables} tables.`,
    differ: (indicators) => `Assessed again, ${indicators} differ from what is stored.`,
    asStored: (indicators) => `${indicators} indicators, assessed again, are as stored.`,
    asStoredBut: (indicators, others) =>
      `${indicators} indicators, assessed again, are as stored, but for this: ${others} were judged by an earlier version, and this one judges otherwise; the next run says so.`,
    verdict: (file, ok) => `${file} ${ok ? 'can' : 'cannot'} take the place of the database.`,
    restored: (file, database) => `${file} is now the database ${database}.`,
    startService:
      'Start the service: `systemctl start naeringspuls`, or start the container. Page and copy follow at the first run.',
    same: 'the same',
    otherFigure: 'another figure',
    noRule: 'no rule',
    earlierVersion: '(earlier version)',
    noted: (sentence) => sentence,
  },
  exported: (rows, folder) => `${rows} rows are in ${folder}.`,
  exportHeading: ['View', 'Files', 'Rows', 'Size'],
  reported: (indicators, file) =>
    `The page with ${indicators === 1 ? 'one indicator' : `${indicators} indicators`} is in ${file}.`,
  repaired: (moment, rows) => {
    const moved =
      rows === 1 ? 'One row bore a time to come and was moved' : `${rows} rows bore a time to come and were moved`;
    return `The clock says ${moment}. ${rows === 0 ? 'Nothing in the database bore a time to come' : moved}.`;
  },
  keptBefore: (file) => `The database as it was is in ${file}.`,
  newDatabase: (file, nearest) =>
    `There was no database at ${file}: a new one has been made.${nearest === null ? '' : ` There is one at ${nearest}; if that was meant, set DATABASE_FILE to it and remove the new one.`}`,
};
