import { bareCode, createPlaceFinder } from '../../normalise/series-of-places.ts';
import type { Trouble } from '../../model/trouble.ts';
import { readFalseZeros, type StoredFalseZero } from '../../store/read/false-zeros.ts';
import { readLastTroubles } from '../../store/messages/outbox.ts';
import type { ZerosToAccept } from './acceptance-gate.ts';
import type { TroubleSubject } from '../messages/trouble-subject.ts';
import type { App } from '../open-app.ts';

const PREFIX = 'zero:';

/** The place of a dataset without regions. */
const COUNTRY = { code: '0', label: 'the whole country' };

/** Zeros of one place in one period that are taken as missing until a person accepts them. */
export interface FalseZeros extends ZerosToAccept {
  readonly datasetId: string;
  /** `null` for the whole country. */
  readonly placeName: string | null;
}

/** Every place and period of every dataset in use with a 0 that cannot be a figure. */
export function findFalseZeros({ store, settings }: App): readonly FalseZeros[] {
  const { geography } = settings;
  const placeOf = createPlaceFinder(geography);
  const names = new Map([...geography.counties, ...geography.municipalities].map(({ code, name }) => [code, name]));
  const found = new Map<string, FalseZeros>();
  for (const zero of readFalseZeros(store)) {
    const { code, label } = zero.region ?? COUNTRY;
    const place = zero.region === null ? code : placeOf(bareCode(code, zero.regions?.prefix ?? ''));
    const name = names.get(place) ?? label;
    const placeName = zero.region === null ? null : name;
    const finding = describe(zero, place, name);
    const zeros = { datasetId: zero.datasetId, place, placeName, period: zero.period, finding };
    found.set(itemOf(zeros), zeros);
  }
  return [...found.values()];
}

function describe({ datasetId, period }: StoredFalseZero, place: string, name: string): string {
  return `${datasetId} shows 0 for ${place} ${name} in ${period}, which cannot be a figure, so it is taken as missing.`;
}

/**
 * Trouble for operations: by what `ingest --accept` takes, such as `employment-rate:3201/2025`, the zeros; `null`
 * for zeros notified before that are gone.
 */
export function findZeroTroubles(app: App): ReadonlyMap<TroubleSubject, Trouble | null> {
  const open = readLastTroubles(app.store)
    .filter(({ kind, subject }) => kind === 'trouble' && subject.startsWith(PREFIX))
    .map(({ subject }) => [`${PREFIX}${subject.slice(PREFIX.length)}`, null] as const);
  const standing = findFalseZeros(app).map((zeros) => {
    const item = itemOf(zeros);
    const { datasetId: dataset, placeName: place, period } = zeros;
    return [`${PREFIX}${item}`, { kind: 'zero', dataset, place, period, item }] as const;
  });
  return new Map([...open, ...standing]);
}

/** What `ingest --accept` takes. */
function itemOf({ datasetId, place, period }: Pick<FalseZeros, 'datasetId' | 'place' | 'period'>): string {
  return `${datasetId}:${place}/${period}`;
}
