import type { UnsettledCategory } from '../../model/data/category.ts';
import type { FileQuestion } from '../../model/data/file-question.ts';
import type { Language } from '../../model/language.ts';
import { capitalised } from '../capital.ts';
import { quoted } from '../list.ts';
import type { QuestionTexts } from './texts.ts';
import { QUESTIONS_EN } from './texts-en.ts';
import { QUESTIONS_NB } from './texts-nb.ts';
import { QUESTIONS_NN } from './texts-nn.ts';

const TEXTS: Readonly<Record<Language, QuestionTexts>> = { nb: QUESTIONS_NB, nn: QUESTIONS_NN, en: QUESTIONS_EN };

/** A question as one or two sentences for whoever handed the file in. */
export function questionSentence(question: FileQuestion, language: Language): string {
  const texts = TEXTS[language];
  const number = (value: number) => numberText(value, texts);
  switch (question.kind) {
    case 'future-years':
      return texts.futureYears(question.years.join(', '));
    case 'out-of-range':
      return texts.outOfRange(
        question.what,
        question.year,
        number(question.value),
        question.range.map(number).join('–'),
      );
    case 'other-scale': {
      const other = number(question.other);
      const otherText = question.otherYear === null ? texts.inLastFile(other) : texts.inYear(other, question.otherYear);
      return texts.otherScale(question.what, question.year, number(question.value), otherText);
    }
    case 'lost-years':
      return texts.lostYears(question.years.join(', '));
    case 'figures-gone':
      return texts.figuresGone(question.gone, question.of);
    case 'lost-category':
      return capitalised(texts.lostCategory(dimensionName(question, texts), question.code, question.nearest));
    case 'new-category':
      return capitalised(texts.newCategory(dimensionName(question, texts), question.code, question.nearest));
    case 'unsettled':
      return `${unsettledSentence(question.category, question.nearest, texts)} ${texts.untilSettled}`;
    case 'became-zero':
      return texts.becameZero(quoted(question.parts), question.year, percent(question.share, texts));
    case 'parts-differ':
      return texts.partsDiffer(question.what, question.year, number(question.parts), number(question.whole));
    case 'publication':
      return texts.publication[question.objection];
  }
}

function unsettledSentence(category: UnsettledCategory, nearest: string | null, texts: QuestionTexts): string {
  const { kind, code, period } = category;
  const dimension = dimensionName(category, texts);
  if (kind === 'not-decided') return texts.notDecided(dimension, code, nearest);
  if (kind === 'not-there') return texts.notThere(dimension, code, nearest);
  return texts.notLeftOut(dimension, code, period, nearest);
}

function dimensionName({ dimension }: { readonly dimension: string }, { dimensions }: QuestionTexts): string {
  return dimensions[dimension] ?? dimension;
}

function percent(share: number, texts: QuestionTexts): string {
  return `${numberText(Math.round(share * 1000) / 10, texts)} %`;
}

function numberText(value: number, { decimalComma }: QuestionTexts): string {
  const text = String(Math.round(value * 1e6) / 1e6);
  return decimalComma ? text.replace('.', ',') : text;
}
