import {
  type Evidence,
  EVIDENCE_FORM,
  GUARD_REASONS,
  type LastKnown,
  type RuleVerdict,
  STATUSES,
} from '../../model/plan/assessment.ts';
import { OBS_STATUSES } from '../../model/data/cube.ts';
import type { CorrectionReference, PublicationReference } from '../../model/data/dataset.ts';
import { PipelineError } from '../../model/errors.ts';
import { type Figure, MISSING_REASONS } from '../../model/data/figure.ts';
import type { MissingPart, PeerFigure, UsedObservation } from '../../model/plan/indicator-series.ts';
import { SAID_STATUSES } from '../../model/plan/said-status.ts';
import { isRule } from '../../model/plan/rule-shape.ts';
import {
  type Guard,
  hasShape,
  isEither,
  isExactly,
  isListOf,
  isNumber,
  isObject,
  isOneOf,
  isRecordOf,
  isText,
  isTruth,
  orNothing,
  orNull,
} from '../../model/shape.ts';
import { COVERAGES } from '../schema/dataset.ts';
import { isFinding } from './finding-shape.ts';

/** Evidence had no form at first. */
const FIRST_FORM = 1;
/** The second kept no finding: only the words of the day can be told of it. */
const WORDS_ALONE = 2;

/** Evidence as this program reads it, the remarks that are stored in it, and the form it is stored in. */
export interface StoredEvidence {
  readonly evidence: Evidence;
  readonly remarks: readonly string[];
  readonly storedForm: number;
}

/**
 * Reads stored evidence, of this form or an earlier one, which is returned in the shape of this one: what it did not
 * hold is empty. Throws `store-migration` for what it cannot read, naming the assessment.
 */
export function readEvidence(json: unknown, assessmentId: number): StoredEvidence {
  const storedForm = isObject(json) ? (json['form'] ?? FIRST_FORM) : null;
  const { remarks = [], ...found } = isObject(json) ? json : {};
  const evidence = inThisForm(found, storedForm);
  if (isEvidence(evidence) && isRemarks(remarks) && isNumber(storedForm)) return { evidence, remarks, storedForm };
  const isNewer = isNumber(storedForm) && storedForm > EVIDENCE_FORM;
  const message = `The evidence of assessment ${assessmentId} is written in a way that this version of the program does not read.`;
  throw new PipelineError('store-migration', message, {
    hint: isNewer
      ? 'It was written by a newer version of the program: install that version, or restore a backup from before it.'
      : 'Restore the newest backup in which it can be read, and report this with the message if there is none.',
    context: { assessment: assessmentId, form: JSON.stringify(storedForm) },
  });
}

function inThisForm(found: Readonly<Record<string, unknown>>, storedForm: unknown): unknown {
  if (storedForm === FIRST_FORM) return fromFirstForm(found);
  return storedForm === WORDS_ALONE ? { ...found, form: EVIDENCE_FORM, finding: null } : found;
}

/** The first form kept the latest period among the numbers, and knew neither what was missing nor corrections. */
function fromFirstForm({ numbers, observations, rule, ...rest }: Readonly<Record<string, unknown>>): unknown {
  if (!isObject(numbers) || !Array.isArray(observations)) return null;
  const { latestPeriod = null, ...figures } = numbers;
  return {
    ...rest,
    form: EVIDENCE_FORM,
    latestPeriod,
    newestPeriod: latestPeriod,
    breaks: [],
    fromSecondTable: false,
    rule: isObject(rule) ? { ...rule, peersFingerprint: null, ruleFingerprint: '' } : rule,
    numbers: Object.fromEntries(Object.entries(figures).filter(([, figure]) => isNumber(figure))),
    missing: [],
    lastKnown: null,
    bounds: null,
    finding: null,
    observations: observations.map((one: unknown) =>
      isObject(one) ? { ...one, obsStatus: obsStatusOf(one), correction: null } : one,
    ),
  };
}

function obsStatusOf({ value, provisional }: Readonly<Record<string, unknown>>): UsedObservation['obsStatus'] {
  if (value === null) return 'O';
  return provisional === true ? 'P' : 'A';
}

const isStatus = isOneOf(STATUSES);
const isMissingReason = isOneOf(MISSING_REASONS);
const isRole = isOneOf(['own', 'peer']);

const isCorrection = hasShape<CorrectionReference>({ published: isNumber, reason: isText, reference: isText });

const isObservation = hasShape<UsedObservation>({
  table: orNull(isText),
  series: isText,
  period: isText,
  value: orNull(isNumber),
  symbol: orNull(isText),
  publication: isNumber,
  role: isRole,
  revised: isTruth,
  provisional: isTruth,
  obsStatus: isOneOf(OBS_STATUSES),
  correction: orNull(isCorrection),
});

// A fraction, exact where the number is rounded, is worked with and never stored.
const isFigure: Guard<Figure> = isEither(hasShape({ value: isNumber }), hasShape({ missing: isMissingReason }));

const isPeer = hasShape<PeerFigure>({ id: isText, name: isText, level: isFigure, growth: orNothing(isFigure) });

const isMissingPart = hasShape<MissingPart>({
  role: isRole,
  place: orNull(hasShape({ code: isText, name: isText })),
  series: orNull(isText),
  label: isText,
  period: isText,
  reason: isMissingReason,
  symbol: orNull(isText),
  taken: isTruth,
});

const isPublication = hasShape<PublicationReference>({
  datasetId: isText,
  table: orNull(isText),
  title: isText,
  source: isText,
  publicationId: isNumber,
  updatedAt: orNull(isText),
  retrievedAt: isText,
  alternative: isText,
  coverage: isOneOf(COVERAGES),
});

function isVerdict(value: unknown): value is RuleVerdict {
  return hasShape<RuleVerdict>({
    rule: isRule,
    status: isStatus,
    label: orNothing(isOneOf(['stable', 'improved'])),
    numbers: isRecordOf(isNumber),
    parts: orNothing(isListOf(isVerdict)),
    basePeriod: orNothing(isText),
    readings: orNothing(isRecordOf(isStatus)),
  })(value);
}

const isRemarks = isListOf(isText);

const isBounds: Guard<readonly [number, number]> = (value): value is readonly [number, number] =>
  isListOf(isNumber)(value) && value.length === 2;

const isLastKnown = hasShape<LastKnown>({
  ...{ period: isText, value: orNull(isNumber), status: isStatus, said: orNothing(isOneOf(SAID_STATUSES)) },
});

const isEvidence = hasShape<Evidence>({
  form: isExactly(EVIDENCE_FORM),
  rule: hasShape({
    id: isText,
    params: isRule,
    fingerprint: isText,
    peersFingerprint: orNull(isText),
    ruleFingerprint: isText,
  }),
  latestPeriod: orNull(isText),
  previousPeriod: orNull(isText),
  newestPeriod: orNull(isText),
  breaks: isListOf(isText),
  numbers: isRecordOf(isNumber),
  verdict: orNull(isVerdict),
  reason: orNull(
    hasShape<NonNullable<Evidence['reason']>>({
      guard: isOneOf(GUARD_REASONS),
      missing: orNothing(isMissingReason),
      detail: orNothing(isText),
    }),
  ),
  missing: isListOf(isMissingPart),
  lastKnown: orNull(isLastKnown),
  bounds: orNull(isBounds),
  peers: isListOf(isPeer),
  peerGroup: orNull(hasShape({ id: isText, title: isText, confirmed: isTruth })),
  observations: isListOf(isObservation),
  publication: orNull(isPublication),
  fromSecondTable: isTruth,
  finding: orNull(isFinding),
});
