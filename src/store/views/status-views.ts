import type { Language } from '../../model/language.ts';
import { COMPARING } from '../../model/plan/said-status.ts';
import { type View, view } from './view.ts';

/** The words of out_term for a code, in a language. */
function term(kind: string, code: string, language: Language): string {
  return `(SELECT text_${language} FROM out_term WHERE kind = '${kind}' AND code = ${code})`;
}

/** The words for each flag, joined as the flags are. */
function flagTerms(language: Language): string {
  return `(
		SELECT group_concat(coalesce(out_term.text_${language}, flag.value), ', ')
		FROM json_each(assessment.flags) AS flag
		LEFT JOIN out_term ON out_term.kind = 'flag' AND out_term.code = flag.value
	)`;
}

/** How a verdict within the margin is said: the word of its rule, or the one that the parts of a compound one share. */
const STABLE_AS = `(
			SELECT CASE WHEN min(said) = max(said) THEN min(said) ELSE 'stable' END
			FROM (
				SELECT CASE
					WHEN json_extract(value, '$.rule.id') IN (${COMPARING.map((id) => `'${id}'`).join(', ')}) THEN 'alike'
					WHEN min(
						abs(coalesce(json_extract(value, '$.numbers.change'), json_extract(value, '$.numbers.changeLow'))),
						abs(coalesce(json_extract(value, '$.numbers.change'), json_extract(value, '$.numbers.changeHigh')))
					) > json_extract(value, '$.numbers.tolerance') AND json_extract(value, '$.numbers.demand') IS NOT NULL THEN 'too-little'
					ELSE 'stable'
				END AS said
				FROM json_each(coalesce(
					json_extract(assessment.evidence, '$.verdict.parts'),
					json_array(json_extract(assessment.evidence, '$.verdict'))
				))
			)
		)`;

const HISTORY = view(
  'out_status_history',
  'Everything that has been said about each indicator, one row per assessment.',
  `
SELECT
	assessment.id AS assessment_id,
	assessment.indicator_id,
	indicator.position,
	indicator.title,
	indicator.title_en,
	indicator.goal,
	indicator.subgoal,
	indicator.ambition,
	indicator.measurement,
	assessment.status,
	CASE assessment.status
		WHEN 'on-track' THEN 'Oppfylt'
		WHEN 'partly-met' THEN 'Delvis oppfylt'
		WHEN 'stable' THEN coalesce(${term('status', STABLE_AS, 'nb')}, 'Uendret')
		WHEN 'off-track' THEN 'Ikke oppfylt'
		WHEN 'ambition-not-set' THEN 'Ambisjon ikke fastsatt'
		WHEN 'not-measured' THEN 'Ikke målt'
		WHEN 'insufficient' THEN 'Kan ikke vurderes'
		WHEN 'break' THEN 'Brudd i tidsserien'
	END AS status_text,
	CASE assessment.status
		WHEN 'on-track' THEN 'Met'
		WHEN 'partly-met' THEN 'Partly met'
		WHEN 'stable' THEN coalesce(${term('status', STABLE_AS, 'en')}, 'Unchanged')
		WHEN 'off-track' THEN 'Not met'
		WHEN 'ambition-not-set' THEN 'Ambition not set'
		WHEN 'not-measured' THEN 'Not measured'
		WHEN 'insufficient' THEN 'Cannot be judged'
		WHEN 'break' THEN 'Break in the series'
	END AS status_text_en,
	assessment.label,
	assessment.period,
	out_period.period_start,
	out_period.period_end,
	out_period.year,
	out_period.sub_period,
	assessment.value,
	assessment.unit,
	assessment.coverage,
	(SELECT group_concat(value, ', ') FROM json_each(assessment.flags)) AS flags,
	${flagTerms('nb')} AS flags_text,
	${flagTerms('en')} AS flags_text_en,
	assessment.cause,
	${term('cause', 'assessment.cause', 'nb')} AS cause_text,
	${term('cause', 'assessment.cause', 'en')} AS cause_text_en,
	assessment.sentence,
	-- Why the rule could not speak about the period; empty when it did.
	json_extract(assessment.evidence, '$.reason.guard') AS reason,
	-- The parts that are missing, as a list in JSON.
	json_extract(assessment.evidence, '$.missing') AS missing,
	json_extract(assessment.evidence, '$.lastKnown.period') AS last_known_period,
	json_extract(assessment.evidence, '$.lastKnown.value') AS last_known_value,
	json_extract(assessment.evidence, '$.lastKnown.status') AS last_known_status,
	json_extract(assessment.evidence, '$.bounds[0]') AS bound_low,
	json_extract(assessment.evidence, '$.bounds[1]') AS bound_high,
	json_extract(assessment.evidence, '$.remarks') AS remarks,
	assessment.since,
	assessment.assessed_at,
	json_extract(assessment.evidence, '$.publication.datasetId') AS dataset,
	json_extract(assessment.evidence, '$.publication.table') AS table_id,
	json_extract(assessment.evidence, '$.publication.publicationId') AS publication_id,
	rule_version.fingerprint AS rule_fingerprint,
	assessment.job_run_id,
	-- When the indicator left the plan; empty while it is in it.
	indicator.removed_at
FROM assessment
JOIN indicator ON indicator.id = assessment.indicator_id
JOIN rule_version ON rule_version.id = assessment.rule_version_id
LEFT JOIN out_period ON out_period.period = assessment.period`,
);

const NOW = view(
  'out_status_now',
  'The newest assessment of each indicator.',
  `
SELECT * FROM out_status_history
WHERE assessment_id IN (SELECT max(assessment_id) FROM out_status_history GROUP BY indicator_id)`,
);

const SERIES = view(
  'out_indicator_series',
  'The series behind the newest assessments in long form: one row per indicator, place and period, own and every peer.',
  `
SELECT
	indicator_value.indicator_id,
	indicator.position,
	indicator.title,
	indicator.title_en,
	indicator_value.role,
	indicator_value.place,
	indicator_value.name,
	-- Of a region of several municipalities there is no one code.
	CASE indicator_value.role WHEN 'own' THEN indicator_value.place ELSE (
		SELECT max(out_peer_group.municipality_code) FROM out_peer_group
		WHERE out_peer_group.region = indicator_value.place
		GROUP BY out_peer_group.region
		HAVING count(DISTINCT out_peer_group.municipality_code) = 1
	) END AS municipality_code,
	out_period.period,
	out_period.period_start,
	out_period.period_end,
	out_period.year,
	out_period.sub_period,
	indicator_value.value,
	indicator_value.value_missing,
	indicator_value.unit,
	indicator_value.level,
	indicator_value.level_missing,
	indicator_value.level_unit,
	indicator_value.growth,
	indicator_value.growth_missing,
	publication.coverage,
	dataset.code AS dataset,
	publication.table_id,
	indicator_value.publication_id
FROM indicator_value
JOIN indicator ON indicator.id = indicator_value.indicator_id
JOIN time_period ON time_period.period = indicator_value.period
JOIN out_period ON out_period.period = time_period.code
LEFT JOIN publication ON publication.id = indicator_value.publication_id
LEFT JOIN dataset ON dataset.id = publication.dataset_id`,
);

const RULE = view(
  'out_rule',
  'Every version of the rules that indicators have been judged by; the newest of an indicator is the one in force.',
  `
SELECT
	rule_version.id AS rule_version_id,
	indicator.id AS indicator_id,
	indicator.position,
	indicator.title,
	indicator.title_en,
	rule_version.fingerprint AS rule_fingerprint,
	rule_version.recorded_at,
	rule_version.definition
FROM rule_version
JOIN indicator ON indicator.id = rule_version.indicator_id`,
);

/** What has been said of the indicators, by which rules, and the series behind. */
export const STATUS_VIEWS: readonly View[] = [HISTORY, NOW, SERIES, RULE];
