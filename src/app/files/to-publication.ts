import { gzipSync } from 'node:zlib';
import type { NewPublication } from '../../model/data/publication.ts';
import { latestPublishedPeriod } from '../../normalise/latest-period.ts';
import type { App } from '../open-app.ts';
import type { ReadFile } from './read-handed-in.ts';

/**
 * A file as a publication. What the workbook lacks its publisher has withdrawn; what the survey lacks a person has
 * withdrawn, for its publication holds all the figures of the files in force.
 */
export function toPublication(
  app: App,
  file: Pick<ReadFile, 'kind' | 'name' | 'bytes' | 'sha256' | 'cube' | 'action'>,
): NewPublication {
  const { kind, name, bytes, sha256, cube, action } = file;
  const { plan } = app.settings;
  const source = kind === 'survey' ? plan.survey : plan.municipalEmissions;
  const geo = cube.dimensions.find(({ role }) => role === 'geo');
  const contents = cube.dimensions.find(({ role }) => role === 'metric')?.categories ?? [];
  return {
    datasetId: kind,
    table: null,
    cube,
    licence: source.licence,
    retrievedAt: app.clock.now().toISOString(),
    sha256,
    body: gzipSync(bytes),
    request: [name],
    query: kind,
    completeness: kind === 'survey' || action === 'withdraw' ? 'taken-back' : 'whole',
    alternative: 'file',
    alternativeReason: `Handed in as ${name}.`,
    coverage: 'municipality',
    // Miljødirektoratet restates every year to today's municipalities.
    regions: geo === undefined ? null : { dimension: geo.code, form: 'grouped', prefix: '' },
    quantities: Object.fromEntries(contents.map(({ code }) => [code, 'count' as const])),
    latestPeriod: latestPublishedPeriod(cube),
    corrections: [],
  };
}
