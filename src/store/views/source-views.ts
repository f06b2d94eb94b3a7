import { licenceName } from './licence-name.ts';
import { type View, view } from './view.ts';

/** Contents variables of the publication, in the words of then. */
function contentsOf(column: 'label' | 'unit'): string {
  return `(
		SELECT group_concat(word, '; ') FROM (
			SELECT DISTINCT CASE WHEN changed.category_id IS NULL THEN category.${column} ELSE changed.${column} END AS word
			FROM dimension
			JOIN category ON category.dimension_id = dimension.id
			JOIN json_each(publication.contract, '$.units') AS told ON told.key = category.code
			LEFT JOIN category_revision AS changed ON changed.category_id = category.id
				AND changed.replaced_by_publication_id = (
					SELECT min(later.replaced_by_publication_id) FROM category_revision AS later
					WHERE later.category_id = category.id AND later.replaced_by_publication_id > publication.id
				)
			WHERE dimension.dataset_id = publication.dataset_id AND dimension.role = 'metric'
			ORDER BY category.position
		)
	)`;
}

const PUBLICATION = view(
  'out_publication',
  'Every retrieval that was taken in: when, of what, what it changed, and until when it was the newest of its dataset.',
  `
SELECT
	publication.id AS publication_id,
	dataset.code AS dataset,
	publication.table_id,
	publication.alternative,
	publication.coverage,
	publication.title,
	publication.source,
	${licenceName('publication.licence')},
	publication.updated_at,
	publication.retrieved_at,
	(
		SELECT next.retrieved_at FROM publication AS next
		WHERE next.dataset_id = publication.dataset_id AND next.id > publication.id
		ORDER BY next.id
		LIMIT 1
	) AS superseded_at,
	publication.sha256,
	publication.request,
	publication.cells,
	taken.inserted,
	taken.revised,
	taken.withdrawn,
	${contentsOf('label')} AS contents,
	${contentsOf('unit')} AS unit,
	publication.job_run_id
FROM publication
JOIN dataset ON dataset.id = publication.dataset_id
-- A run that took in several of one dataset has counted the last of them.
LEFT JOIN dataset_run AS taken ON taken.job_run_id = publication.job_run_id
	AND taken.dataset_id = publication.dataset_id
	AND taken.publication_id = publication.id`,
);

const SOURCE = view(
  'out_source',
  'Where the figures of each dataset come from, the words to attribute them with, and their licence.',
  `
SELECT
	dataset.code AS dataset,
	dataset.table_id,
	dataset.title,
	dataset.title_en,
	dataset.source,
	${licenceName('dataset.licence')},
	'Kilde: ' || dataset.source || coalesce(', tabell ' || dataset.table_id, '') AS attribution,
	'Source: ' || dataset.source || coalesce(', table ' || dataset.table_id, '') AS attribution_en,
	'https://www.ssb.no/statbank/table/' || dataset.table_id AS table_address,
	dataset.coverage,
	dataset.alternative,
	dataset.alternative_reason,
	dataset.updated_at,
	dataset.notes,
	publication.id AS publication_id,
	publication.retrieved_at,
	publication.sha256,
	publication.request,
	publication.cells
FROM dataset
JOIN publication ON publication.id = (
	SELECT max(newest.id) FROM publication AS newest WHERE newest.dataset_id = dataset.id
)`,
);

const FRESHNESS = view(
  'out_freshness',
  'How fresh the figures of each dataset are.',
  `
SELECT
	dataset.code AS dataset,
	dataset.table_id,
	dataset.title,
	dataset.updated_at,
	newest.retrieved_at,
	dataset.checked_at,
	dataset.next_check_at,
	out_period.period AS newest_period,
	out_period.period_start,
	out_period.period_end,
	out_period.year,
	out_period.sub_period,
	last_run.outcome AS last_outcome,
	last_run.message AS last_message,
	job_run.started_at AS last_run_at
FROM dataset
LEFT JOIN publication AS newest ON newest.id = (
	SELECT max(publication.id) FROM publication WHERE publication.dataset_id = dataset.id
)
LEFT JOIN time_period ON time_period.period = newest.latest_period
LEFT JOIN out_period ON out_period.period = time_period.code
LEFT JOIN dataset_run AS last_run ON last_run.dataset_id = dataset.id AND last_run.job_run_id = (
	SELECT max(dataset_run.job_run_id) FROM dataset_run WHERE dataset_run.dataset_id = dataset.id
)
LEFT JOIN job_run ON job_run.id = last_run.job_run_id`,
);

const RUN = view(
  'out_run',
  'Runs, one row per dataset; a run that came to no dataset has one row.',
  `
SELECT
	job_run.id || coalesce(':' || dataset.code, '') AS run_key,
	job_run.id AS job_run_id,
	job_run.trigger,
	job_run.jobs,
	job_run.outcome,
	job_run.started_at,
	job_run.finished_at,
	job_run.message,
	dataset.code AS dataset,
	dataset_run.outcome AS dataset_outcome,
	dataset_run.inserted,
	dataset_run.revised,
	dataset_run.unchanged,
	dataset_run.withdrawn,
	dataset_run.rejected,
	dataset_run.requests,
	dataset_run.duration_ms,
	dataset_run.error_code,
	dataset_run.message AS dataset_message,
	dataset_run.publication_id
FROM job_run
LEFT JOIN dataset_run ON dataset_run.job_run_id = job_run.id
LEFT JOIN dataset ON dataset.id = dataset_run.dataset_id`,
);

const ACCEPTANCE = view(
  'out_acceptance',
  'What a person has let in though it had been held back: whole publications, and zeros of one place in one period.',
  `
SELECT
	acceptance.id AS acceptance_id,
	dataset.code AS dataset,
	acceptance.publication_id,
	acceptance.place,
	acceptance.period,
	acceptance.finding,
	acceptance.accepted_at
FROM acceptance
JOIN dataset ON dataset.id = acceptance.dataset_id`,
);

/** Where figures come from, how fresh they are, and how the runs went. */
export const SOURCE_VIEWS: readonly View[] = [PUBLICATION, SOURCE, FRESHNESS, RUN, ACCEPTANCE];
