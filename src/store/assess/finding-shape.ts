import type { UnsettledCategory } from '../../model/data/category.ts';
import type { ZerosOfPlace } from '../../model/plan/acceptance.ts';
import type { FindingFacts, Names, PlaceWithoutFigure, Remark } from '../../model/plan/finding.ts';
import type { Measure } from '../../model/plan/indicator.ts';
import {
  type Guard,
  hasShape,
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

type RemarkOf<Kind extends Remark['kind']> = Extract<Remark, { readonly kind: Kind }>;

const isNames = hasShape<Names>({ norwegian: isText, nynorsk: orNothing(isText), english: isText });

const isPairOf =
  <Type>(guard: Guard<Type>): Guard<readonly [Type, Type]> =>
  (value): value is readonly [Type, Type] =>
    isListOf(guard)(value) && value.length === 2;

const REMARKS: { readonly [Kind in Remark['kind']]: Guard<RemarkOf<Kind>> } = {
  correction: hasShape<RemarkOf<'correction'>>({
    kind: isExactly('correction'),
    period: isText,
    published: isNumber,
    corrected: isNumber,
    reason: isText,
    reference: isText,
  }),
  'left-out': hasShape<RemarkOf<'left-out'>>({
    kind: isExactly('left-out'),
    period: isText,
    parts: isListOf(isText),
  }),
  accepted: hasShape<RemarkOf<'accepted'>>({
    kind: isExactly('accepted'),
    zeros: orNull(hasShape<ZerosOfPlace>({ place: isText, period: isText })),
    placeName: orNull(isText),
    acceptedAt: isText,
  }),
  'base-replaced': hasShape<RemarkOf<'base-replaced'>>({ kind: isExactly('base-replaced'), period: isText }),
  'within-uncertainty': hasShape<RemarkOf<'within-uncertainty'>>({
    kind: isExactly('within-uncertainty'),
    periods: isPairOf(isText),
    width: isNumber,
    respondents: isPairOf(isNumber),
  }),
  'provisional-limits': hasShape<RemarkOf<'provisional-limits'>>({ kind: isExactly('provisional-limits') }),
};

const isRemark: Guard<Remark> = (value): value is Remark =>
  isObject(value) && Object.entries(REMARKS).some(([kind, guard]) => value['kind'] === kind && guard(value));

/** Is it what sentences are made of, as it is stored with an assessment? */
export const isFinding: Guard<FindingFacts> = hasShape<FindingFacts>({
  municipality: isText,
  measure: isOneOf<Measure>(['level', 'growth', 'gap', 'diversity', 'ratio']),
  unit: orNull(isNames),
  unitInWords: orNothing(isRecordOf(isText)),
  decimals: isNumber,
  known: orNull(hasShape<NonNullable<FindingFacts['known']>>({ period: isText, value: isNumber })),
  group: orNull(
    hasShape<NonNullable<FindingFacts['group']>>({ title: isNames, confirmed: isTruth, regions: isListOf(isText) }),
  ),
  dividedBy: orNull(hasShape<NonNullable<FindingFacts['dividedBy']>>({ source: isText, table: orNull(isText) })),
  withoutFigure: isListOf(hasShape<PlaceWithoutFigure>({ id: isText, name: isText })),
  unsettled: isListOf(
    hasShape<UnsettledCategory>({
      kind: isOneOf(['not-decided', 'not-there', 'not-left-out']),
      dimension: isText,
      code: isText,
      period: isText,
    }),
  ),
  remarks: isListOf(isRemark),
});
