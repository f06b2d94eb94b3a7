import type { Language } from '../../../model/language.ts';
import { planLanguageOf } from '../../../model/language.ts';
import { type Suffix, suffixIn, type Worded } from '../../../model/plan/worded.ts';
import type { IndicatorFile } from '../../files/indicator-file.ts';
import type { Path, SettingsWarning } from '../../problem.ts';
import type { Config, ConfigFile } from '../../read-config.ts';
import { DEFAULT_LANGUAGE } from '../../in-force/defaults.ts';
import { SAMPLES, type SampledText } from './sample-texts.ts';

/** Longer titles do not fit in the subject of a message. */
const LONGEST_SUBJECT = 50;

/** A language that texts are asked for in, and what their keys end in. */
interface Asked {
  readonly language: Language;
  readonly suffix: Suffix;
}

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
  const asked = askedIn(plan.content?.language ?? DEFAULT_LANGUAGE, alerts.content?.language);
  const all = [
    ...indicators.flatMap((file) => (file.content === null ? [] : indicatorWarnings(file, file.content, asked))),
    ...(report.content === null ? [] : warningsAt(report, ['address'], reportLacks(report.content))),
  ];
  return all;
}

/** Each ending once: a plan in nynorsk is read as it is by whoever reads bokmål. */
function askedIn(pageLanguage: Language, ofMessages = pageLanguage): readonly Asked[] {
  const suffixes = new Set([pageLanguage, ofMessages].map((language) => suffixIn(language, pageLanguage)));
  const languageOf = { '': planLanguageOf(pageLanguage), Nn: 'nn', En: 'en' } as const;
  return [...suffixes].map((suffix) => ({ language: languageOf[suffix], suffix }));
}

function indicatorWarnings(
  file: ConfigFile<IndicatorFile>,
  indicator: IndicatorFile,
  languages: readonly Asked[],
): readonly SettingsWarning[] {
  return [
    ...warningsAt(
      file,
      ['titleEn'],
      languages.flatMap((asked) => indicatorLacks(indicator, asked)),
    ),
    ...indicator.inputs.flatMap((input, index) => {
      const why = 'a figure that stands alone has no words for what it counts';
      const lacks = languages.flatMap((asked) => lackOf(input, 'unitInWords', asked, why));
      return warningsAt(file, ['inputs', index, 'unitEn'], lacks);
    }),
  ];
}

function indicatorLacks(indicator: IndicatorFile, asked: Asked): readonly Lack[] {
  const { inputs } = indicator;
  const title = indicator[`title${asked.suffix}`] ?? indicator.title;
  const isProxy = inputs.some(({ proxy }) => proxy);
  const isSaidOfInputs = inputs.every((input) => input[`meaning${asked.suffix}`] !== undefined);
  return [
    ...(isSaidOfInputs ? [] : lackOf(indicator, 'meaning', asked, 'readers are not told what the number is')),
    ...(title.length <= LONGEST_SUBJECT
      ? []
      : lackOf(indicator, 'shortTitle', asked, 'the title is too long for the subject of a message')),
    ...(isProxy
      ? lackOf(
          indicator,
          'notMeasured',
          asked,
          'the figures stand in for something else, and readers are not told what is not measured',
        )
      : []),
  ];
}

function lackOf(
  texts: Worded<SampledText>,
  key: SampledText,
  { language, suffix }: Asked,
  why: string,
): readonly Lack[] {
  const name = `${key}${suffix}` as const;
  if (texts[name] !== undefined) return [];
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
