import { createHash } from 'node:crypto';
import type { Geography } from '../../model/data/place.ts';
import type { PlaceFinding } from '../../model/data/place-witness.ts';
import { placeRemedy } from '../../places/write-line.ts';
import { readKlassAnswer, readPlaces } from '../../store/read/place-findings.ts';
import type { App } from '../open-app.ts';
import { recordTrouble } from './raise-notices.ts';

const SUBJECT = 'service:places';

/** Identifies the settings of places: what Klass said of earlier ones says nothing of these. */
export function geographyText({ municipalities, peerGroups, own }: Geography): string {
  return createHash('sha256')
    .update(JSON.stringify([own, municipalities, peerGroups]))
    .digest('hex')
    .slice(0, 16);
}

/**
 * What the source and Klass contradict of the settings' places, each as it stood when it was last asked: of the
 * datasets in use, and of Klass where it was asked about these settings. Each sentence once.
 */
export function readPlaceFindings({ settings, store }: Pick<App, 'settings' | 'store'>): readonly PlaceFinding[] {
  const stored = readPlaces(store);
  const klass = readKlassAnswer(store);
  const isOfThese = klass?.places.witness === geographyText(settings.geography);
  const datasets = settings.jobs.flatMap((job) => job.datasets.flatMap(({ id }) => stored.get(id)?.findings ?? []));
  return distinctFindings([...datasets, ...(isOfThese ? klass.places.findings : [])]);
}

/** Findings by what they are about; of several the one that makes figures missing, else the first. */
export function distinctFindings(findings: readonly PlaceFinding[]): readonly PlaceFinding[] {
  const found = new Map<string, PlaceFinding>();
  for (const finding of findings) {
    const key = `${finding.place} ${finding.code}`;
    const known = found.get(key);
    if (known === undefined || (finding.weight === 'missing' && known.weight !== 'missing')) found.set(key, finding);
  }
  return [...found.values()];
}

/** A finding as a person reads it: what is contradicted, and how it is corrected. A spelling needs no correction. */
export function describeFinding({ sentence, write, weight }: PlaceFinding): string {
  return weight === 'note' ? sentence : [sentence, placeRemedy(write), ...write].join(' ');
}

function nameOf(place: string, { settings }: App): string {
  const { counties, municipalities } = settings.geography;
  return [...municipalities, ...counties].find(({ code }) => code === place)?.name ?? place;
}

/**
 * Notifies operations what the settings of places get wrong, all of it at once, when it begins, when it differs from
 * what was notified, and when it is over. A spelling is not trouble.
 */
export function reportPlaces(app: App): void {
  const findings = readPlaceFindings(app).filter(({ weight }) => weight !== 'note');
  const named = findings.map(({ place, about = null, write }) => ({ place: nameOf(place, app), about, write }));
  recordTrouble(app, SUBJECT, named.length === 0 ? null : { kind: 'places', findings: named }, { notifyChanges: true });
}
