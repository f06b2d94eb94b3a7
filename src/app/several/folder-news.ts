import { randomUUID } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { describeFailure } from '../intake/dataset-result.ts';
import { type DirectNews, tellDirectly } from './tell-directly.ts';
import { openAlerts } from '../open-settings.ts';
import { findMunicipalityName } from '../../settings/alerts-alone.ts';
import { brokenFolder } from './broken-folder.ts';
import type { Concern, FolderProblem, Municipality } from './municipality.ts';
import { endForgotten, endTrouble, hearsTrouble, othersToTell, recordAndDeliver } from './told-by-outbox.ts';

/** Tells operations of folders: once when something is wrong for one, and once when all is well again. */
export interface FolderNews {
  /** Something is wrong; `problem` is the error. Told where it has not been, however often it is said. */
  readonly broken: (one: Municipality, concern: Concern, problem: unknown) => void;
  readonly well: (one: Municipality, concern: Concern) => void;
  /** Resolves once all is told that can be told now. */
  readonly settled: () => Promise<void>;
}

/** Whom a process serves, and until when. */
export interface FolderReporters {
  readonly municipalities: () => readonly Municipality[];
  /** Resolves once every folder has been tried for the first time: others can be told then. */
  readonly opened: () => Promise<void>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly stop: AbortSignal;
}

/**
 * Tells of folders by the first of these that can: the outbox of the municipality, while it is served and its database can
 * be written; its channels alone, with the settings it was last served with, or its alerts and variables where those hold;
 * and the outboxes of the others, each receiver once. What none of them takes is tried again the next time it is said.
 */
export function tellOfFolders({ municipalities, opened, clock, logger, stop }: FolderReporters): FolderNews {
  let last: Promise<void> = Promise.resolve();
  const inOrder = (work: () => Promise<void>) => {
    last = last
      .then(opened)
      .then(work)
      .catch((error: unknown) => {
        if (!stop.aborted) logger.error({ event: 'folder-untold', err: error }, describeFailure(error).sentence);
      });
  };
  const served = () => municipalities().flatMap((one) => one.served ?? []);

  const tell = async (one: Municipality, concern: Concern): Promise<void> => {
    const problem = one.problems.get(concern);
    // Over before it was told, or told.
    if (problem === undefined || problem.telling.by !== null) return;
    problem.telling.by = await firstToTell(one, concern, problem);
    const { by } = problem.telling;
    const fields = { folder: one.folder, about: concern, by };
    if (by !== null) logger.info({ event: 'folder-told', ...fields }, 'Operations have been told of a folder.');
  };

  const firstToTell = async (one: Municipality, about: Concern, { error, telling }: FolderProblem) => {
    const subject = `${about}:${one.folder}` as const;
    const facts = { folder: one.folder, municipality: nameOf(one), isServed: one.served !== null };
    const trouble = brokenFolder(about, error, { ...facts, isToldToOthers: false });
    if (one.served !== null && hearsTrouble(one.served.app, subject)) {
      if (await recordAndDeliver(one.served, { subject, trouble }, stop)) return 'outbox';
    }
    const tools = one.lastTools ?? openAlerts(one.folder);
    const news: DirectNews = { kind: 'trouble', about, trouble, key: telling.key, takenBy: telling.takenBy };
    const told = tools === null ? 'nobody-hears' : await tellDirectly({ ...tools, logger, clock }, news, stop);
    if (told !== 'nobody-hears') return told === 'told' ? 'channels' : null;
    const toOthers = brokenFolder(about, error, { ...facts, isToldToOthers: true });
    const others = othersToTell(
      served().filter((other) => other !== one.served),
      subject,
    );
    let isTold = false;
    for (const other of others) {
      isTold = (await recordAndDeliver(other, { subject, trouble: toOthers }, stop)) || isTold;
    }
    return isTold ? 'others' : null;
  };

  const end = async (one: Municipality, about: Concern, problem: FolderProblem | undefined): Promise<void> => {
    const subject = `${about}:${one.folder}` as const;
    if (problem?.telling.by === 'channels') {
      const facts = { folder: one.folder, municipality: nameOf(one), isServed: one.served !== null };
      const trouble = brokenFolder(about, problem.error, { ...facts, isToldToOthers: false });
      const news: DirectNews = { kind: 'trouble-over', about, trouble, key: newKey(), takenBy: new Set() };
      const tools = one.lastTools ?? openAlerts(one.folder);
      if (one.served !== null) await recordAndDeliver(one.served, { subject, trouble, wasTold: true }, stop);
      else if (tools !== null) await tellDirectly({ ...tools, logger, clock }, news, stop);
    }
    for (const other of served()) await endTrouble(other, subject, stop);
  };

  const tellAll = async (one: Municipality): Promise<void> => {
    for (const concern of one.problems.keys()) await tell(one, concern);
  };

  // What was told by a process before this one, of folders that are served no more.
  inOrder(async () => {
    const folders = new Set(municipalities().map(({ folder }) => folder));
    for (const one of served()) await endForgotten(one, folders, stop);
  });
  return {
    broken: (one, concern, error) => {
      const telling = one.problems.get(concern)?.telling ?? { by: null, key: newKey(), takenBy: new Set<string>() };
      one.problems.set(concern, { sentence: describeFailure(error).sentence, error, telling });
      inOrder(() => tellAll(one));
    },
    well: (one, concern) => {
      const problem = one.problems.get(concern);
      one.problems.delete(concern);
      inOrder(async () => {
        await end(one, concern, problem);
        await tellAll(one);
      });
    },
    settled: () => last,
  };
}

function nameOf({ lastTools, folder }: Municipality): string | null {
  return lastTools?.settings.plan.municipality.name ?? findMunicipalityName(folder);
}

function newKey(): string {
  return randomUUID().replaceAll('-', '');
}
