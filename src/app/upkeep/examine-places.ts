import type { PlaceFinding } from '../../model/data/place-witness.ts';
import { judgePlaces } from '../../places/judge-places.ts';
import { judgeSettings } from '../../places/judge-settings.ts';
import { findNewestPublication } from '../../store/read/newest-publication.ts';
import { readKlassAnswer, readPlaces } from '../../store/read/place-findings.ts';
import { readStoredRegions } from '../../store/read/read-regions.ts';
import { distinctFindings, geographyText } from '../messages/find-place-troubles.ts';
import type { App } from '../open-app.ts';
import { queryFingerprint } from '../intake/query-fingerprint.ts';

/** What can be found wrong in the settings' places without network access. */
export interface PlacesExamined {
  readonly findings: readonly PlaceFinding[];
  /** Datasets whose stored labels were held against the settings. */
  readonly datasets: readonly string[];
  /** When Klass was last asked about these very settings; `null` when it never was. */
  readonly klassAskedAt: string | null;
}

/**
 * Holds the settings' places against themselves, against the labels stored with the figures, and against what the
 * source and Klass said when they were last asked about these very settings.
 */
export function examinePlaces({ settings, store, clock }: Pick<App, 'settings' | 'store' | 'clock'>): PlacesExamined {
  const { geography, jobs } = settings;
  const stored = jobs
    .flatMap((job) => job.datasets)
    .flatMap((definition) => {
      const regions = readStoredRegions(store, definition.id);
      return regions === null ? [] : [{ definition, ...regions }];
    });
  const labelled = stored.flatMap(
    ({ regions, labels, years }) =>
      judgePlaces({ geography, regions, labels, years, codes: Object.keys(labels), codeList: null }).findings,
  );
  const places = readPlaces(store);
  const remembered = stored.flatMap(({ definition }) => {
    const isOfThese = findNewestPublication(store, definition.id)?.query === queryFingerprint(definition, settings);
    return isOfThese ? (places.get(definition.id)?.findings ?? []) : [];
  });
  const klass = readKlassAnswer(store);
  const isKlassOfThese = klass?.places.witness === geographyText(geography);
  const findings = [
    ...labelled,
    ...remembered,
    ...(isKlassOfThese ? klass.places.findings : []),
    ...judgeSettings(geography, clock.now().getUTCFullYear()),
  ];
  return {
    findings: distinctFindings(findings),
    datasets: stored.map(({ definition }) => definition.id),
    klassAskedAt: isKlassOfThese ? klass.askedAt : null,
  };
}
