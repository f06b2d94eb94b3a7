import type { Language } from '../../model/language.ts';
import { LANGUAGE_SUFFIX, textIn, type Worded } from '../../model/plan/worded.ts';
import type { IndicatorFile } from '../files/indicator-file.ts';
import { byPlace, type Path, type SettingsWarning } from '../problem.ts';
import type { Config, ConfigFile } from '../read-config.ts';
import { SAMPLES, type SampledText } from './sample-texts.ts';

/** Longer titles do not fit in the subject of a message. */
const LONGEST_SUBJECT = 50;

/** Something that is not said: why it is missed, and the lines that would say it. */
interface Lack {
  readonly why: string;
  readonly write: readonly string[];
}

/**
 * What the settings could say and do not, by file and line: texts that came with a later version of the program than the
 * folder, in the languages that the municipality writes in. Files that could not be read are not looked at.
 */
export function findWarnings({ plan, alerts, report, indicators }: Config): readonly SettingsWarning[] {
  const written = [plan.content?.language, alerts.content?.language].filter((one) => one !== undefined);
  const languages = [...new Set(written)];
  const all = [
    ...indicators.flatMap((file) => (file.content === null ? [] : indicatorWarnings(file, file.content, languages))),
    ...(report.content === null ? [] : warningsAt(report, ['address'], reportLacks(report.content))),
  ];
  return byPlace(all);
}

function indicatorWarnings(
  file: ConfigFile<IndicatorFile>,
  indicator: IndicatorFile,
  languages: readonly Language[],
): readonly SettingsWarning[] {
  return [
    ...warningsAt(
      file,
      ['titleEn'],
      languages.flatMap((language) => indicatorLacks(indicator, language)),
    ),
    ...indicator.inputs.flatMap((input, index) => {
      const why = 'a figure that stands alone has no words for what it counts';
      const lacks = languages.flatMap((language) => lackOf(input, 'unitInWords', language, why));
      return warningsAt(file, ['inputs', index, 'unitEn'], lacks);
    }),
  ];
}

function indicatorLacks(indicator: IndicatorFile, language: Language): readonly Lack[] {
  const { inputs } = indicator;
  const title = textIn(indicator, 'title', language) ?? indicator.title;
  const isProxy = inputs.some(({ proxy }) => proxy);
  const isSaidOfInputs = inputs.every((input) => textIn(input, 'meaning', language) !== null);
  return [
    ...(isSaidOfInputs ? [] : lackOf(indicator, 'meaning', language, 'readers are not told what the number is')),
    ...(title.length <= LONGEST_SUBJECT
      ? []
      : lackOf(indicator, 'shortTitle', language, 'the title is too long for the subject of a message')),
    ...(isProxy
      ? lackOf(
          indicator,
          'notMeasured',
          language,
          'the figures stand in for something else, and readers are not told what is not measured',
        )
      : []),
  ];
}

function lackOf(texts: Worded<SampledText>, key: SampledText, language: Language, why: string): readonly Lack[] {
  if (textIn(texts, key, language) !== null) return [];
  const name = `${key}${LANGUAGE_SUFFIX[language]}`;
  return [{ why: `'${name}' is not written: ${why}.`, write: [`${name}: ${SAMPLES[key][language]}`] }];
}

function reportLacks({ contact, planDocument }: NonNullable<Config['report']['content']>): readonly Lack[] {
  return [
    ...(contact === undefined
      ? [
          {
            why: "'contact' is not written: readers are not told whom to ask.",
            write: ["contact: { name: Næringsavdelingen, email: naering@example.org, phone: '32 00 00 00' }"],
          },
        ]
      : []),
    ...(planDocument === undefined
      ? [
          {
            why: "'planDocument' is not written: readers are not shown the way to the plan.",
            write: ['planDocument: https://example.org/naeringsplan'],
          },
        ]
      : []),
  ];
}

/** One warning for all that is lacking beside one key. */
function warningsAt(file: ConfigFile<unknown>, path: Path, lacks: readonly Lack[]): readonly SettingsWarning[] {
  if (lacks.length === 0) return [];
  const { line, indent } = file.below(path);
  const where =
    indent === null
      ? 'Write within the braces, with commas between:'
      : `Write below line ${line}, in words of your own:`;
  const text = [...lacks.map(({ why }) => why), where].join(' ');
  const write = lacks.flatMap((lack) => lack.write).map((one) => `${' '.repeat(indent ?? 0)}${one}`);
  return [{ file: file.file, line, column: (indent ?? 0) + 1, text, write }];
}
