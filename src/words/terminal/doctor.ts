/** What is looked at in an installation. */
export type DoctorTopic =
  | 'settings'
  | 'database'
  | 'last run'
  | 'region codes'
  | 'categories'
  | 'notes'
  | 'clock'
  | 'channels'
  | 'storage'
  | 'backup';

/** What the examination of an installation, and of a backup, says. */
export interface DoctorWords {
  /** How each topic is named; JSON has the key. */
  readonly topics: Readonly<Record<DoctorTopic, string>>;
  readonly heading: readonly [mark: string, topic: string, finding: string];
  readonly settingsFit: (folder: string) => string;
  /** The service runs on those in another folder. */
  readonly otherSettings: (folder: string) => string;
  readonly asTheService: string;
  /** Lines that could be written. */
  readonly lines: (count: number, files: string) => string;
  /** Lines that are written, and may not say what was meant. */
  readonly doubts: (count: number, files: string) => string;
  readonly sound: (file: string) => string;
  readonly damaged: (problems: string) => string;
  readonly putBack: string;
  readonly noRun: string;
  readonly runIngest: string;
  readonly lastRun: (run: { readonly outcome: string; readonly moment: string; readonly message: string }) => string;
  readonly readWhatItSays: string;
  readonly codesEnded: (codes: string) => string;
  readonly newCodes: string;
  readonly compareFirst: string;
  readonly noLabels: string;
  readonly labelsAgree: (datasets: number) => string;
  /** `day` of the answer; `null` where it was never asked. */
  readonly klass: (day: string | null) => string;
  readonly noCategories: string;
  readonly categories: (of: {
    readonly counted: string;
    readonly leftOut: string;
    readonly countedGone: string;
    readonly leftOutGone: string;
  }) => string;
  readonly none: string;
  readonly undecided: (names: string) => string;
  readonly decide: string;
  readonly notesRead: string;
  readonly notesUnread: (said: string) => string;
  readonly markRead: (commands: string) => string;
  readonly clockRight: string;
  readonly setClock: string;
  readonly channels: (names: string) => string;
  /** Trouble reaches the log alone. */
  readonly nobodyHears: string;
  readonly unusedVariables: (names: readonly string[]) => string;
  readonly giveRecipients: string;
  readonly localDisk: string;
  readonly networkDisk: (filesystem: string) => string;
  readonly moveToDisk: string;
  readonly noBackupsWanted: string;
  readonly noBackup: (folder: string) => string;
  readonly newestBackup: (day: string, folder: string) => string;
  readonly neverTried: string;
  readonly lastTried: (day: string, ok: boolean) => string;
  readonly onOneDisk: string;
  readonly seeToBackups: string;
  readonly storedTitle: string;
  readonly notStored: string;
  /** Of a dataset that is not fetched. */
  readonly notUsed: string;
  readonly storedLine: (facts: {
    readonly alternative: string;
    readonly day: string;
    readonly asked: string;
  }) => string;
  /** Before what is told in the words of the log or of the source. */
  readonly noted: (sentence: string) => string;
  readonly live: LiveWords;
}

/** Of the answers of the source and of Klass. */
export interface LiveWords {
  readonly requests: (source: string, count: number) => string;
  readonly heading: readonly string[];
  readonly notFound: string;
  readonly states: Readonly<Record<'closed' | 'live', string>>;
  readonly yes: string;
  readonly no: string;
  readonly toDo: string;
  readonly toSwitch: (datasets: string) => string;
  readonly breaks: (dataset: string, isAny: boolean) => string;
  readonly restingOn: (indicators: string) => string;
  readonly placesUnknown: string;
  readonly placesAgree: string;
  readonly places: string;
  /** Of the list of places that comes with the program, by the day it was made. */
  readonly bundledAgrees: (day: string) => string;
  readonly bundledDiffers: (day: string) => string;
  readonly changesUnknown: string;
  readonly noChanges: string;
  readonly changes: string;
}
