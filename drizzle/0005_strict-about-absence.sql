-- Absence is a fact of its own: what was let in, what was corrected, whose database this is, how far it has been assessed.
CREATE TABLE `acceptance` (
	-- What a person let in though it was held back: a publication, or the zeros of one place in one period.
	`id` integer PRIMARY KEY NOT NULL,
	`dataset_id` integer NOT NULL,
	`publication_id` integer,
	`place` text,
	`period` text,
	`finding` text NOT NULL,
	`accepted_by` text NOT NULL,
	`accepted_at` text NOT NULL,
	FOREIGN KEY (`dataset_id`) REFERENCES `dataset`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "acceptance_of_cell" CHECK(("place" IS NULL) = ("period" IS NULL)),
	CONSTRAINT "acceptance_accepted_at" CHECK("accepted_at" GLOB '????-??-??T??:??:??.???Z')
) STRICT;
--> statement-breakpoint
CREATE INDEX `acceptance_of_dataset` ON `acceptance` (`dataset_id`);
--> statement-breakpoint
CREATE TABLE `correction` (
	-- The municipality's own corrections, as declared when the figure was taken in.
	`series_id` integer NOT NULL,
	`period` integer NOT NULL,
	`publication_id` integer NOT NULL,
	`published` real NOT NULL,
	`corrected` real NOT NULL,
	`reason` text NOT NULL,
	`reference` text NOT NULL,
	PRIMARY KEY(`series_id`, `period`, `publication_id`),
	FOREIGN KEY (`series_id`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`period`) REFERENCES `time_period`(`period`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `installation` (
	-- Whose database this is, and up to which publication every indicator has been assessed; one row at most.
	`id` integer PRIMARY KEY NOT NULL,
	`municipality_code` text NOT NULL,
	`municipality_name` text NOT NULL,
	`municipality_codes` text NOT NULL,
	`recorded_at` text NOT NULL,
	`assessed_up_to` integer,
	`klass_asked_at` text,
	CONSTRAINT "installation_id" CHECK("id" = 1),
	CONSTRAINT "installation_municipality_codes" CHECK(json_valid("municipality_codes")),
	CONSTRAINT "installation_recorded_at" CHECK("recorded_at" GLOB '????-??-??T??:??:??.???Z'),
	CONSTRAINT "installation_klass_asked_at" CHECK("klass_asked_at" GLOB '????-??-??T??:??:??.???Z')
) STRICT;
--> statement-breakpoint
ALTER TABLE `indicator` ADD `removed_at` text CONSTRAINT "indicator_removed_at" CHECK("removed_at" GLOB '????-??-??T??:??:??.???Z');
--> statement-breakpoint
-- Tables are rebuilt under views that name them: the views are looked at when all is in place again.
PRAGMA legacy_alter_table = ON;
--> statement-breakpoint
CREATE TABLE `__new_assessment` (
	-- Everything that has been said about an indicator. Rows are added and never changed.
	`id` integer PRIMARY KEY NOT NULL,
	`indicator_id` text NOT NULL,
	`rule_version_id` integer NOT NULL,
	`job_run_id` integer NOT NULL,
	`status` text NOT NULL,
	`label` text,
	`flags` text NOT NULL,
	`cause` text NOT NULL,
	`period` text,
	`value` real,
	`unit` text,
	`coverage` text,
	`sentence` text NOT NULL,
	`evidence` text NOT NULL,
	`publications` text NOT NULL,
	`assessed_at` text NOT NULL,
	`since` text NOT NULL,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_version_id`) REFERENCES `rule_version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`job_run_id`) REFERENCES `job_run`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assessment_status" CHECK("status" IN ('on-track', 'partly-met', 'stable', 'off-track', 'ambition-not-set', 'not-measured', 'insufficient', 'break')),
	CONSTRAINT "assessment_label" CHECK("label" IN ('stable', 'improved')),
	CONSTRAINT "assessment_flags" CHECK(json_valid("flags")),
	CONSTRAINT "assessment_cause" CHECK("cause" IN ('first-assessment', 'source-switched', 'rule-changed', 'peers-changed', 'break', 'withdrawn', 'new-period', 'restored', 'correction', 'revision', 'peer-revision')),
	CONSTRAINT "assessment_coverage" CHECK("coverage" IN ('municipality', 'county', 'national')),
	CONSTRAINT "assessment_evidence" CHECK(json_valid("evidence")),
	CONSTRAINT "assessment_publications" CHECK(json_valid("publications")),
	CONSTRAINT "assessment_assessed_at" CHECK("assessed_at" GLOB '????-??-??T??:??:??.???Z'),
	CONSTRAINT "assessment_since" CHECK("since" GLOB '????-??-??T??:??:??.???Z')
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_assessment`
SELECT id, indicator_id, rule_version_id, job_run_id, status, label, flags, cause, period, value, unit, coverage, sentence,
	evidence, publications, assessed_at, since
FROM `assessment`;
--> statement-breakpoint
DROP TABLE `assessment`;
--> statement-breakpoint
ALTER TABLE `__new_assessment` RENAME TO `assessment`;
--> statement-breakpoint
CREATE INDEX `assessment_of_indicator` ON `assessment` (`indicator_id`);
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
-- Which periods each dataset has published, and from which publication until which.
CREATE TABLE `__published` AS
SELECT series.dataset_id, observation.period, min(observation.publication_id) AS from_publication, NULL AS until_publication
FROM observation JOIN series ON series.id = observation.series_id
WHERE observation.value <> 0 OR observation.obs_status = 'Q'
GROUP BY series.dataset_id, observation.period
UNION
SELECT series.dataset_id, revision.period, revision.publication_id, revision.replaced_by_publication_id
FROM observation_revision AS revision JOIN series ON series.id = revision.series_id
WHERE revision.value <> 0 OR revision.obs_status = 'Q';
--> statement-breakpoint
CREATE TABLE `__new_publication` (
	-- One accepted retrieval of a dataset, with the reply as it came. Rows are added and never changed.
	`id` integer PRIMARY KEY NOT NULL,
	`dataset_id` integer NOT NULL,
	`job_run_id` integer NOT NULL,
	`table_id` text,
	`alternative` text NOT NULL,
	`alternative_reason` text NOT NULL,
	`coverage` text NOT NULL,
	`title` text NOT NULL,
	`source` text NOT NULL,
	`licence` text NOT NULL,
	`updated_at` text,
	`retrieved_at` text NOT NULL,
	`sha256` text NOT NULL,
	`request` text NOT NULL,
	`query` text NOT NULL,
	`cells` integer NOT NULL,
	`contract` text NOT NULL,
	`regions` text,
	`quantities` text NOT NULL,
	`latest_period` integer,
	`body` blob NOT NULL,
	FOREIGN KEY (`dataset_id`) REFERENCES `dataset`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`job_run_id`) REFERENCES `job_run`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "publication_coverage" CHECK("coverage" IN ('municipality', 'county', 'national')),
	CONSTRAINT "publication_updated_at" CHECK("updated_at" GLOB '????-??-??T??:??:??.???Z'),
	CONSTRAINT "publication_retrieved_at" CHECK("retrieved_at" GLOB '????-??-??T??:??:??.???Z'),
	CONSTRAINT "publication_request" CHECK(json_valid("request")),
	CONSTRAINT "publication_contract" CHECK(json_valid("contract")),
	CONSTRAINT "publication_regions" CHECK(json_valid("regions")),
	CONSTRAINT "publication_quantities" CHECK(json_valid("quantities"))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_publication`
SELECT id, dataset_id, job_run_id, table_id, alternative, alternative_reason, coverage, title, source, licence, updated_at,
	retrieved_at, sha256, request, query, cells, contract, regions, quantities,
	(
		SELECT max(period) FROM `__published` AS published
		WHERE published.dataset_id = publication.dataset_id AND published.from_publication <= publication.id
			AND (published.until_publication IS NULL OR published.until_publication > publication.id)
	),
	body
FROM `publication`;
--> statement-breakpoint
DROP TABLE `publication`;
--> statement-breakpoint
DROP TABLE `__published`;
--> statement-breakpoint
ALTER TABLE `__new_publication` RENAME TO `publication`;
--> statement-breakpoint
CREATE INDEX `publication_of_dataset` ON `publication` (`dataset_id`);
--> statement-breakpoint
PRAGMA legacy_alter_table = OFF;
--> statement-breakpoint
DROP VIEW out_status_now;
--> statement-breakpoint
DROP VIEW out_status_history;
--> statement-breakpoint
DROP VIEW out_observation;
--> statement-breakpoint
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
		WHEN 'insufficient' THEN 'Kan ikke vurderes'
		WHEN 'break' THEN 'Brudd i tidsserien'
	END AS status_text,
	CASE assessment.status
		WHEN 'on-track' THEN 'Met'
		WHEN 'partly-met' THEN 'Partly met'
		WHEN 'stable' THEN 'Unchanged'
		WHEN 'off-track' THEN 'Not met'
		WHEN 'ambition-not-set' THEN 'Ambition not set'
		WHEN 'not-measured' THEN 'Not measured'
		WHEN 'insufficient' THEN 'Cannot be judged'
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
LEFT JOIN time_period ON time_period.code = assessment.period;
--> statement-breakpoint
CREATE VIEW out_status_now AS
-- The newest assessment of each indicator.
SELECT * FROM out_status_history
WHERE assessment_id IN (SELECT max(id) FROM assessment GROUP BY indicator_id);
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
	publication.retrieved_at,
	-- Of a figure the municipality has corrected; its symbol is what the source published.
	correction.reason AS correction_reason,
	correction.reference AS correction_reference
FROM out_series
JOIN observation ON observation.series_id = out_series.series_id
JOIN time_period ON time_period.period = observation.period
JOIN publication ON publication.id = observation.publication_id
LEFT JOIN correction ON observation.obs_status = 'E'
	AND correction.series_id = observation.series_id
	AND correction.period = observation.period
	AND correction.publication_id = (
		SELECT max(newest.publication_id) FROM correction AS newest
		WHERE newest.series_id = observation.series_id AND newest.period = observation.period
	)
	AND correction.corrected = observation.value;
--> statement-breakpoint
CREATE VIEW out_acceptance AS
-- What a person has let in though it had been held back: whole publications, and zeros of one place in one period.
SELECT
	acceptance.id AS acceptance_id,
	dataset.code AS dataset,
	acceptance.publication_id,
	acceptance.place,
	acceptance.period,
	acceptance.finding,
	acceptance.accepted_at
FROM acceptance
JOIN dataset ON dataset.id = acceptance.dataset_id;
--> statement-breakpoint
-- A dataset and an indicator may have one id: what is in trouble says what it is.
UPDATE `alert` SET subject = iif(subject LIKE '%-file', 'file:', 'dataset:') || subject WHERE kind IN ('trouble', 'trouble-over');
