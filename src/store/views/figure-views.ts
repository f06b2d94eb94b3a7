import { type View, view } from './view.ts';

const FIGURE = view(
  'out_figure',
  'Every figure there is or has been, bare: out_vintage has it with labels, unit and dates.',
  `
SELECT
	observation.series_id,
	time_period.code AS period,
	observation.publication_id,
	NULL AS replaced_by_publication_id,
	observation.value,
	observation.symbol,
	observation.obs_status
FROM observation
JOIN time_period ON time_period.period = observation.period
UNION ALL
SELECT
	revision.series_id,
	time_period.code AS period,
	revision.publication_id,
	revision.replaced_by_publication_id,
	revision.value,
	revision.symbol,
	revision.obs_status
FROM observation_revision AS revision
JOIN time_period ON time_period.period = revision.period`,
);

const CORRECTION = view(
  'out_correction',
  "The municipality's own corrections of figures, as declared when the figure was taken in.",
  `
SELECT
	correction.series_id,
	time_period.code AS period,
	correction.publication_id,
	correction.published,
	correction.corrected,
	correction.reason AS correction_reason,
	correction.reference AS correction_reference
FROM correction
JOIN time_period ON time_period.period = correction.period`,
);

/** What tells a series, with the labels and the unit of `words`. */
function series(words: string, en: 'with-english' | 'norwegian' = 'with-english'): string {
  const english = en === 'with-english';
  return `out_series.alternative,
	out_series.in_use,
	out_series.series_id,
	out_series.series_key,
	out_series.region_code,
	out_series.municipality_code,
	${words}.region,${english ? `\n\t${words}.region_en,` : ''}
	out_series.contents_code,
	${words}.contents,${english ? `\n\t${words}.contents_en,` : ''}
	${words}.unit,
	${words}.categories,
	${words}.categories_en`;
}

const PERIOD = `out_period.period,
	out_period.period_start,
	out_period.period_end,
	out_period.frequency,
	out_period.year,
	out_period.sub_period`;

/** A version of the words of a series that a publication is told in. */
function wordsOf(version: string, publication: string): string {
  return `JOIN out_series_version AS ${version} ON ${version}.series_id = out_series.series_id
	AND ${version}.from_publication_id <= ${publication}
	AND (${version}.until_publication_id IS NULL OR ${version}.until_publication_id > ${publication})`;
}

const OBSERVATION = view(
  'out_observation',
  'The figures in force now with the labels of every dimension, withdrawn ones and those of queries not in use too.',
  `
SELECT
	out_series.dataset,
	out_series.table_id,
	${series('out_series')},
	${PERIOD},
	figure.value,
	figure.symbol,
	figure.obs_status,
	figure.publication_id,
	out_publication.retrieved_at,
	-- Of a figure the municipality has corrected; its symbol is what the source published.
	correction.correction_reason,
	correction.correction_reference
FROM out_series
JOIN out_figure AS figure ON figure.series_id = out_series.series_id AND figure.replaced_by_publication_id IS NULL
JOIN out_period ON out_period.period = figure.period
JOIN out_publication ON out_publication.publication_id = figure.publication_id
LEFT JOIN out_correction AS correction ON figure.obs_status = 'E'
	AND correction.series_id = figure.series_id
	AND correction.period = figure.period
	AND correction.publication_id = (
		SELECT max(newest.publication_id) FROM out_correction AS newest
		WHERE newest.series_id = figure.series_id AND newest.period = figure.period
	)
	AND correction.corrected = figure.value`,
);

const AS_OF = view(
  'out_observation_asof',
  'The figures as they were known: each dataset as it stood after each of its publications, and how long it stood so.',
  `
-- As of an instant: WHERE dataset = … AND as_of_from <= instant AND (as_of_until > instant OR as_of_until IS NULL).
SELECT
	out_series.dataset,
	publication.table_id,
	${series('words', 'norwegian')},
	${PERIOD},
	figure.value,
	figure.symbol,
	figure.obs_status,
	figure.publication_id,
	publication.publication_id AS newest_publication_id,
	publication.retrieved_at AS as_of_from,
	publication.superseded_at AS as_of_until
FROM out_publication AS publication
JOIN out_series ON out_series.dataset = publication.dataset AND out_series.alternative = publication.alternative
${wordsOf('words', 'publication.publication_id')}
JOIN out_figure AS figure ON figure.series_id = out_series.series_id
	AND figure.publication_id <= publication.publication_id
	AND (figure.replaced_by_publication_id IS NULL OR figure.replaced_by_publication_id > publication.publication_id)
JOIN out_period ON out_period.period = figure.period`,
);

const VINTAGE = view(
  'out_vintage',
  'Every figure there is or has been: from when until when it was in force, with the labels and the unit of that time.',
  `
SELECT
	out_series.dataset,
	set_by.table_id,
	${series('words')},
	${PERIOD},
	figure.value,
	figure.symbol,
	figure.obs_status,
	figure.publication_id,
	set_by.retrieved_at AS in_force_from,
	figure.replaced_by_publication_id,
	replaced_by.retrieved_at AS in_force_until
FROM out_figure AS figure
JOIN out_series ON out_series.series_id = figure.series_id
${wordsOf('words', 'figure.publication_id')}
JOIN out_period ON out_period.period = figure.period
JOIN out_publication AS set_by ON set_by.publication_id = figure.publication_id
LEFT JOIN out_publication AS replaced_by ON replaced_by.publication_id = figure.replaced_by_publication_id`,
);

const REVISION = view(
  'out_revision',
  'Figures that have been replaced: before, after, the difference, and when each was in force.',
  `
SELECT
	out_series.dataset,
	set_by.table_id,
	${series('words', 'norwegian')},
	-- Another unit after than before: the two numbers have no difference.
	words_after.unit AS unit_after,
	${PERIOD},
	figure.value AS value_before,
	later.value AS value_after,
	CASE WHEN words.unit IS words_after.unit THEN round(later.value - figure.value, 10) END AS difference,
	figure.symbol AS symbol_before,
	later.symbol AS symbol_after,
	figure.obs_status AS obs_status_before,
	later.obs_status AS obs_status_after,
	figure.publication_id,
	set_by.retrieved_at AS in_force_from,
	figure.replaced_by_publication_id,
	replaced_by.retrieved_at AS in_force_until
FROM out_figure AS figure
JOIN out_figure AS later ON later.series_id = figure.series_id
	AND later.period = figure.period
	AND later.publication_id = figure.replaced_by_publication_id
JOIN out_series ON out_series.series_id = figure.series_id
${wordsOf('words', 'figure.publication_id')}
${wordsOf('words_after', 'later.publication_id')}
JOIN out_period ON out_period.period = figure.period
JOIN out_publication AS set_by ON set_by.publication_id = figure.publication_id
JOIN out_publication AS replaced_by ON replaced_by.publication_id = figure.replaced_by_publication_id
-- Those in force have not been replaced; said for SQLite, which then looks at the others alone.
WHERE figure.replaced_by_publication_id IS NOT NULL`,
);

/** Figures: bare, in force now, as known on a day, and every vintage. */
export const FIGURE_VIEWS: readonly View[] = [FIGURE, CORRECTION, OBSERVATION, AS_OF, VINTAGE, REVISION];

/** Those that stay views in the copy too: they are put together from out_figure and its neighbours when they are asked. */
export const JOINED_VIEWS: readonly View[] = [OBSERVATION, AS_OF, VINTAGE, REVISION];
