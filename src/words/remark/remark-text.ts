import type { Language } from '../../model/language.ts';
import { COUNTRY } from '../../model/data/place.ts';
import type { FindingFacts, Remark } from '../../model/plan/finding.ts';
import { periodText } from '../finding/sentence-context.ts';
import type { Texts } from '../finding/texts.ts';
import { textsOf } from '../finding/texts-of.ts';
import { dateText } from '../date-text.ts';
import { decimalsOf, numberText } from '../number-text.ts';

/** A remark as a sentence for staff; `facts` are those of the finding that it stands beside. */
export function remarkText(remark: Remark, facts: Pick<FindingFacts, 'decimals'>, language: Language): string {
  const texts = textsOf(language);
  switch (remark.kind) {
    case 'correction':
      return correctionText(texts, remark);
    case 'left-out':
      return texts.leftOut(remark.parts, periodText(texts, remark.period));
    case 'accepted':
      return acceptedText(texts, remark, language);
    case 'base-replaced':
      return texts.baseReplaced(periodText(texts, remark.period));
    case 'within-uncertainty':
      return uncertaintyText(texts, remark, facts.decimals);
    case 'provisional-limits':
      return texts.provisionalLimits;
  }
}

type RemarkOf<Kind extends Remark['kind']> = Extract<Remark, { kind: Kind }>;

function correctionText(texts: Texts, remark: RemarkOf<'correction'>): string {
  const number = (value: number) => numberText(value, decimalsOf(value), texts);
  return texts.correction({
    period: periodText(texts, remark.period),
    published: number(remark.published),
    corrected: number(remark.corrected),
    reason: remark.reason.replace(/\.$/, ''),
    reference: remark.reference,
  });
}

function acceptedText(
  texts: Texts,
  { zeros, placeName, acceptedAt }: RemarkOf<'accepted'>,
  language: Language,
): string {
  const day = dateText(acceptedAt, language);
  if (zeros === null) return texts.accepted(null, null, day);
  const place = zeros.place === COUNTRY ? texts.place('national', '') : (placeName ?? zeros.place);
  return texts.accepted(place, periodText(texts, zeros.period), day);
}

/** With a decimal at least, as the width of a chance is seldom a whole number. */
function uncertaintyText(texts: Texts, remark: RemarkOf<'within-uncertainty'>, decimals: number): string {
  const [earlier, later] = remark.periods;
  const [before, after] = remark.respondents;
  return texts.withinUncertainty({
    periods: [periodText(texts, earlier), periodText(texts, later)],
    width: numberText(remark.width, Math.max(1, decimals), texts),
    respondents: [numberText(before, 0, texts), numberText(after, 0, texts)],
  });
}
