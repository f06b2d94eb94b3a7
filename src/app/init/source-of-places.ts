import { BUNDLED_ON } from '../../places/bundled/bundled-places.ts';
import { compareBundled, sumOf } from '../../places/compare-bundled.ts';
import type { WeighedPlace } from '../../places/weigh-places.ts';
import { codesInWords } from '../../settings/write/place-words.ts';
import type { CodeListHeard, Heard, KlassHeard } from './hear-sources.ts';
import type { InitReport, PlaceDifference } from './init-report.ts';

const TABLE = `the program’s own table of ${BUNDLED_ON} (Statistics Norway’s grouping agg_KommSummerS, names by Klass 131)`;

/** From where name and codes of a place are, and what the other sources say of them: whole sentences. */
export function sourceOfPlace(one: WeighedPlace, heard: Heard): string {
  return `${byKlass(one, heard)} ${byCodeList(one, heard)}`;
}

/** The same of several, each sentence once, with the names it holds for where it does not hold for all. */
export function sourceOfPlaces(places: readonly WeighedPlace[], heard: Heard): string {
  const namesBy = new Map<string, string[]>();
  for (const one of places) {
    const sentence = sourceOfPlace(one, heard);
    namesBy.set(sentence, [...(namesBy.get(sentence) ?? []), one.place.name]);
  }
  return [...namesBy]
    .map(([sentence, names]) => `Codes of ${namesBy.size === 1 ? 'all of them' : names.join(', ')}: ${sentence}`)
    .join(' ');
}

/** What Klass said of the places in use. */
export function reportKlass(inUse: readonly WeighedPlace[], { klass, isAsked }: Heard): InitReport['klass'] {
  const differences = inUse.flatMap((one) => klassDifference(one, klass));
  return { answer: answerOf(klass, isAsked, differences), date: klass?.date ?? null, differences };
}

/** What the statistics bank's code list said of the places in use. */
export function reportCodeList(inUse: readonly WeighedPlace[], { codeList, isAsked }: Heard): InitReport['codeList'] {
  const differences = inUse.flatMap((one) => codeListDifference(one, codeList));
  const { id = null, table = null } = codeList ?? {};
  return { answer: answerOf(codeList, isAsked, differences), id, table, differences };
}

function answerOf(
  heard: object | null,
  isAsked: boolean,
  differences: readonly PlaceDifference[],
): InitReport['klass']['answer'] {
  if (heard === null) return isAsked ? 'silent' : 'not-asked';
  return differences.length === 0 ? 'agrees' : 'differs';
}

/** Where Klass says otherwise of a place than the program does, in a sentence with both. */
function klassDifference(one: WeighedPlace, klass: KlassHeard | null): readonly PlaceDifference[] {
  if (klass === null) return [];
  const { place, bundled, isInKlass, isOtherwise } = one;
  const { code, name, codes } = place;
  const differs = (sentence: string) => [{ place: code, sentence }];
  const inForce = 'Klass’s is in force, by the entry in regions.yaml.';
  if (!isInKlass) {
    return differs(
      `${code} (${name}) is no municipality in Klass on ${klass.date}, and no change there says what became of it. ` +
        `The program has it as ${codesInWords(codes)}, which stands in regions.yaml until somebody has decided.`,
    );
  }
  const said = `Klass has ${code} ${name} as ${codesInWords(codes)} on ${klass.date}`;
  if (bundled === null)
    return differs(`${said}; the program’s own table of ${BUNDLED_ON} does not have it. ${inForce}`);
  if (!isOtherwise) return [];
  return differs(
    `${said}; the program’s own table of ${BUNDLED_ON} has ${bundled.name} as ${codesInWords(bundled.codes)}. ${inForce}`,
  );
}

/** Where the statistics bank's code list says otherwise of a place than what is in force does. */
function codeListDifference(one: WeighedPlace, list: CodeListHeard | null): readonly PlaceDifference[] {
  if (list === null) return [];
  const { place, isInKlass, isOtherwise, bundled } = one;
  if (isMissing(one, list)) {
    return [{ place: place.code, sentence: `${nameOf(list)} has no sum of ${place.code} ${place.name}.` }];
  }
  const holder = isInKlass && (isOtherwise || bundled === null) ? 'Klass' : 'the program';
  return compareBundled([place], list.witness, holder).map((sentence) => ({ place: place.code, sentence }));
}

function byKlass({ bundled, isInKlass, isOtherwise }: WeighedPlace, { klass, isAsked }: Heard): string {
  if (klass === null) return `${sentenceOf(TABLE)} ${isAsked ? 'Klass did not answer.' : 'Klass was not asked.'}`;
  if (!isInKlass) return sentenceOf(`${TABLE}; Klass did not have it on ${klass.date}`);
  if (bundled === null) return `Klass 131 on ${klass.date}, in regions.yaml; it is newer than ${TABLE}.`;
  if (!isOtherwise) return `Klass 131 on ${klass.date}; ${TABLE} has the same.`;
  return `Klass 131 on ${klass.date}, in regions.yaml; ${TABLE} has ${codesInWords(bundled.codes)}.`;
}

function byCodeList(one: WeighedPlace, { codeList, isAsked }: Heard): string {
  if (!isAsked) return 'Nor was the statistics bank.';
  if (codeList === null) return 'The statistics bank did not answer.';
  if (isMissing(one, codeList)) return `${nameOf(codeList)} has no sum of it.`;
  const differences = codeListDifference(one, codeList);
  if (differences.length > 0) {
    return `${nameOf(codeList)} says otherwise: ${differences.map(({ sentence }) => sentence).join(' ')}`;
  }
  const but = one.place.leftOut === undefined ? '' : ', but for the years that are left out here';
  return `${nameOf(codeList)} sums the same codes${but}.`;
}

function isMissing({ place }: WeighedPlace, { witness }: CodeListHeard): boolean {
  return sumOf(place, witness.codeList ?? []) === undefined;
}

function nameOf({ id, table }: CodeListHeard): string {
  return `The code list ${id} of table ${table}`;
}

function sentenceOf(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
