-- Views whose names and columns are a promise to analysts, and triggers that keep history as it was written.
-- A wide view per table (`out_table_07984` …) is made by the program when a publication brings the table's dimensions.

CREATE VIEW out_status_history AS
-- Everything that has been said about each indicator, one row per assessment.
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
		WHEN 'stable' THEN 'Uendret'
		WHEN 'off-track' THEN 'Ikke oppfylt'
		WHEN 'ambition-not-set' THEN 'Ambisjon ikke fastsatt'
		WHEN 'not-measured' THEN 'Ikke målt'
		WHEN 'insufficient' THEN 'For lite data'
		WHEN 'break' THEN 'Brudd i tidsserien'
	END AS status_text,
	CASE assessment.status
		WHEN 'on-track' THEN 'Met'
		WHEN 'partly-met' THEN 'Partly met'
		WHEN 'stable' THEN 'Unchanged'
		WHEN 'off-track' THEN 'Not met'
		WHEN 'ambition-not-set' THEN 'Ambition not set'
		WHEN 'not-measured' THEN 'Not measured'
		WHEN 'insufficient' THEN 'Too little data'
		WHEN 'break' THEN 'Break in the series'
	END AS status_text_en,
	assessment.label,
	assessment.period,
	time_period.year,
	time_period.sub_period,
	assessment.value,
	assessment.unit,
	assessment.coverage,
	(SELECT group_concat(value, ', ') FROM json_each(assessment.flags)) AS flags,
	assessment.cause,
	assessment.sentence,
	assessment.since,
	assessment.assessed_at,
	json_extract(assessment.evidence, '$.publication.datasetId') AS dataset,
	json_extract(assessment.evidence, '$.publication.table') AS table_id,
	json_extract(assessment.evidence, '$.publication.publicationId') AS publication_id,
	rule_version.fingerprint AS rule_fingerprint,
	assessment.job_run_id
FROM assessment
JOIN indicator ON indicator.id = assessment.indicator_id
JOIN rule_version ON rule_version.id = assessment.rule_version_id
LEFT JOIN time_period ON time_period.code = assessment.period;
--> statement-breakpoint
CREATE VIEW out_status_now AS
-- The newest assessment of each indicator.
SELECT * FROM out_status_history
WHERE assessment_id IN (SELECT max(id) FROM assessment GROUP BY indicator_id);
--> statement-breakpoint
CREATE VIEW out_indicator_series AS
-- The series behind the newest assessments in long form: one row per indicator, place and period, own and every peer.
SELECT
	indicator_value.indicator_id,
	indicator.position,
	indicator.title,
	indicator.title_en,
	indicator_value.role,
	indicator_value.place,
	indicator_value.name,
	time_period.code AS period,
	time_period.year,
	time_period.sub_period,
	indicator_value.value,
	indicator_value.value_missing,
	indicator_value.level,
	indicator_value.level_missing,
	indicator_value.growth,
	indicator_value.growth_missing,
	indicator_value.unit,
	publication.coverage,
	dataset.code AS dataset,
	publication.table_id,
	indicator_value.publication_id
FROM indicator_value
JOIN indicator ON indicator.id = indicator_value.indicator_id
JOIN time_period ON time_period.period = indicator_value.period
LEFT JOIN publication ON publication.id = indicator_value.publication_id
LEFT JOIN dataset ON dataset.id = publication.dataset_id;
--> statement-breakpoint
CREATE VIEW out_series AS
-- Every series with the labels of its categories, one row per combination of categories other than time.
SELECT
	series.id AS series_id,
	series.dataset_id,
	dataset.code AS dataset,
	dataset.table_id,
	series.alternative,
	series.alternative = dataset.alternative AS in_use,
	series.series_key,
	region.code AS region_code,
	region.label AS region,
	region.label_en AS region_en,
	contents.code AS contents_code,
	contents.label AS contents,
	contents.label_en AS contents_en,
	contents.unit,
	contents.decimals,
	-- Sorted in a query of its own: ordering inside group_concat is younger than many installed versions of SQLite.
	(
		SELECT group_concat(part, '; ') FROM (
			SELECT dimension.label || ': ' || category.label AS part
			FROM series_category
			JOIN category ON category.id = series_category.category_id
			JOIN dimension ON dimension.id = category.dimension_id
			WHERE series_category.series_id = series.id
			ORDER BY dimension.position
		)
	) AS categories,
	(
		SELECT group_concat(part, '; ') FROM (
			SELECT coalesce(dimension.label_en, dimension.label) || ': ' || coalesce(category.label_en, category.label) AS part
			FROM series_category
			JOIN category ON category.id = series_category.category_id
			JOIN dimension ON dimension.id = category.dimension_id
			WHERE series_category.series_id = series.id
			ORDER BY dimension.position
		)
	) AS categories_en
FROM series
JOIN dataset ON dataset.id = series.dataset_id
LEFT JOIN category AS region ON region.id = series.region_id
LEFT JOIN category AS contents ON contents.id = series.contents_id;
--> statement-breakpoint
CREATE VIEW out_observation AS
-- The figures in force now with the labels of every dimension, withdrawn ones and those of queries not in use too.
SELECT
	out_series.dataset,
	out_series.table_id,
	out_series.alternative,
	out_series.in_use,
	out_series.series_id,
	out_series.series_key,
	out_series.region_code,
	out_series.region,
	out_series.region_en,
	out_series.contents_code,
	out_series.contents,
	out_series.contents_en,
	out_series.unit,
	out_series.categories,
	out_series.categories_en,
	time_period.code AS period,
	time_period.frequency,
	time_period.year,
	time_period.sub_period,
	observation.value,
	observation.symbol,
	observation.obs_status,
	observation.publication_id,
	publication.retrieved_at
FROM out_series
JOIN observation ON observation.series_id = out_series.series_id
JOIN time_period ON time_period.period = observation.period
JOIN publication ON publication.id = observation.publication_id;
--> statement-breakpoint
CREATE VIEW out_observation_asof AS
-- The figures as they were known: each dataset as it stood after each of its publications, and how long it stood so.
-- As of an instant: WHERE dataset = … AND as_of_from <= instant AND (as_of_until > instant OR as_of_until IS NULL).
SELECT
	out_series.dataset,
	publication.table_id,
	out_series.alternative,
	out_series.series_id,
	out_series.series_key,
	out_series.region_code,
	out_series.region,
	out_series.contents_code,
	out_series.contents,
	out_series.unit,
	out_series.categories,
	out_series.categories_en,
	time_period.code AS period,
	time_period.frequency,
	time_period.year,
	time_period.sub_period,
	figure.value,
	figure.symbol,
	figure.obs_status,
	figure.publication_id,
	publication.id AS newest_publication_id,
	publication.retrieved_at AS as_of_from,
	(
		SELECT next.retrieved_at FROM publication AS next
		WHERE next.dataset_id = publication.dataset_id AND next.id > publication.id
		ORDER BY next.id
		LIMIT 1
	) AS as_of_until
FROM publication
JOIN out_series ON out_series.dataset_id = publication.dataset_id AND out_series.alternative = publication.alternative
JOIN observation AS figure ON figure.series_id = out_series.series_id
	AND figure.publication_id <= publication.id
JOIN time_period ON time_period.period = figure.period
UNION ALL
SELECT
	out_series.dataset,
	publication.table_id,
	out_series.alternative,
	out_series.series_id,
	out_series.series_key,
	out_series.region_code,
	out_series.region,
	out_series.contents_code,
	out_series.contents,
	out_series.unit,
	out_series.categories,
	out_series.categories_en,
	time_period.code AS period,
	time_period.frequency,
	time_period.year,
	time_period.sub_period,
	figure.value,
	figure.symbol,
	figure.obs_status,
	figure.publication_id,
	publication.id AS newest_publication_id,
	publication.retrieved_at AS as_of_from,
	(
		SELECT next.retrieved_at FROM publication AS next
		WHERE next.dataset_id = publication.dataset_id AND next.id > publication.id
		ORDER BY next.id
		LIMIT 1
	) AS as_of_until
FROM publication
JOIN out_series ON out_series.dataset_id = publication.dataset_id AND out_series.alternative = publication.alternative
JOIN observation_revision AS figure ON figure.series_id = out_series.series_id
	AND figure.publication_id <= publication.id
	AND figure.replaced_by_publication_id > publication.id
JOIN time_period ON time_period.period = figure.period;
--> statement-breakpoint
CREATE VIEW out_revision AS
-- Figures that have been replaced: before, after, the difference, and when each was in force.
SELECT
	out_series.dataset,
	out_series.table_id,
	out_series.alternative,
	out_series.in_use,
	out_series.series_id,
	out_series.series_key,
	out_series.region_code,
	out_series.region,
	out_series.contents_code,
	out_series.contents,
	out_series.unit,
	out_series.categories,
	out_series.categories_en,
	time_period.code AS period,
	time_period.year,
	time_period.sub_period,
	revision.value AS value_before,
	-- What replaced it has been replaced itself, or is in force.
	CASE WHEN later.series_id IS NULL THEN observation.value ELSE later.value END AS value_after,
	round(CASE WHEN later.series_id IS NULL THEN observation.value ELSE later.value END - revision.value, 10) AS difference,
	revision.symbol AS symbol_before,
	CASE WHEN later.series_id IS NULL THEN observation.symbol ELSE later.symbol END AS symbol_after,
	revision.obs_status AS obs_status_before,
	CASE WHEN later.series_id IS NULL THEN observation.obs_status ELSE later.obs_status END AS obs_status_after,
	revision.publication_id,
	set_by.retrieved_at AS in_force_from,
	revision.replaced_by_publication_id,
	replaced_by.retrieved_at AS in_force_until
FROM observation_revision AS revision
JOIN out_series ON out_series.series_id = revision.series_id
JOIN time_period ON time_period.period = revision.period
JOIN publication AS set_by ON set_by.id = revision.publication_id
JOIN publication AS replaced_by ON replaced_by.id = revision.replaced_by_publication_id
JOIN observation ON observation.series_id = revision.series_id AND observation.period = revision.period
LEFT JOIN observation_revision AS later
	ON later.series_id = revision.series_id
	AND later.period = revision.period
	AND later.publication_id = revision.replaced_by_publication_id;
--> statement-breakpoint
CREATE VIEW out_run AS
-- Runs, one row per dataset; a run that came to no dataset has one row.
SELECT
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
LEFT JOIN dataset ON dataset.id = dataset_run.dataset_id;
--> statement-breakpoint
CREATE VIEW out_freshness AS
-- How fresh the figures of each dataset are.
SELECT
	dataset.code AS dataset,
	dataset.table_id,
	dataset.title,
	dataset.updated_at,
	(SELECT max(retrieved_at) FROM publication WHERE publication.dataset_id = dataset.id) AS retrieved_at,
	dataset.checked_at,
	dataset.next_check_at,
	time_period.code AS newest_period,
	time_period.year,
	time_period.sub_period,
	last_run.outcome AS last_outcome,
	last_run.message AS last_message,
	job_run.started_at AS last_run_at
FROM dataset
LEFT JOIN time_period ON time_period.period = (
	SELECT max(observation.period)
	FROM series
	JOIN observation ON observation.series_id = series.id
	WHERE series.dataset_id = dataset.id
		AND series.alternative = dataset.alternative
		AND observation.value IS NOT NULL
)
LEFT JOIN dataset_run AS last_run ON last_run.dataset_id = dataset.id AND last_run.job_run_id = (
	SELECT max(dataset_run.job_run_id) FROM dataset_run WHERE dataset_run.dataset_id = dataset.id
)
LEFT JOIN job_run ON job_run.id = last_run.job_run_id;
--> statement-breakpoint
CREATE VIEW out_source AS
-- Where the figures of each dataset come from, the words to attribute them with, and their licence.
SELECT
	dataset.code AS dataset,
	dataset.table_id,
	dataset.title,
	dataset.title_en,
	dataset.source,
	dataset.licence,
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
);
--> statement-breakpoint
CREATE TRIGGER assessment_is_never_changed BEFORE UPDATE ON assessment
BEGIN
	SELECT RAISE(ABORT, 'an assessment is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER assessment_is_never_deleted BEFORE DELETE ON assessment
BEGIN
	SELECT RAISE(ABORT, 'an assessment is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER rule_version_is_never_changed BEFORE UPDATE ON rule_version
BEGIN
	SELECT RAISE(ABORT, 'a version of a rule is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER observation_revision_is_never_changed BEFORE UPDATE ON observation_revision
BEGIN
	SELECT RAISE(ABORT, 'a replaced figure is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER observation_revision_is_never_deleted BEFORE DELETE ON observation_revision
BEGIN
	SELECT RAISE(ABORT, 'a replaced figure is never deleted');
END;
