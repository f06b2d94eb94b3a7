import { type Language, LANGUAGES } from '../../model/language.ts';
import { reportWords, toldValue } from '../../report/analyst/report-row.ts';
import type { PageInput } from '../../report/page-input.ts';
import type { AnalystRow } from '../../store/analyst/replace-rows.ts';

/** A row for every indicator, with what the page says of it in every language. */
export function reportRows(inLanguage: (language: Language) => PageInput, main: PageInput): readonly AnalystRow[] {
  const words = LANGUAGES.map((language) => [language, reportWords(inLanguage(language))] as const);
  return main.indicators.map((indicator, position) => {
    const { definition, assessment } = indicator;
    const { rounded, unit } = toldValue(main, indicator);
    const said = words.flatMap(([language, ofAll]) =>
      Object.entries(ofAll.get(definition.id) ?? {}).map(([name, text]) => [`${name}_${language}`, text] as const),
    );
    return {
      ...{ indicator_id: definition.id, position: position + 1 },
      ...{ goal: definition.goal, subgoal: definition.subgoal, ambition: definition.ambition },
      ...{ period: assessment.period, status: assessment.status, value: rounded, unit: unit === '' ? null : unit },
      ...Object.fromEntries(said),
    };
  });
}
