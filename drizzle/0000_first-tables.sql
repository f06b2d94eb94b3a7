CREATE TABLE `alert` (
	-- What somebody is to be told; written together with the assessment it tells of.
	`id` integer PRIMARY KEY NOT NULL,
	`assessment_id` integer NOT NULL,
	`from_status` text,
	`to_status` text NOT NULL,
	`idempotency_key` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "alert_from_status" CHECK("from_status" IN ('on-track', 'partly-met', 'stable', 'off-track', 'ambition-not-set', 'not-measured', 'insufficient', 'break')),
	CONSTRAINT "alert_to_status" CHECK("to_status" IN ('on-track', 'partly-met', 'stable', 'off-track', 'ambition-not-set', 'not-measured', 'insufficient', 'break')),
	CONSTRAINT "alert_created_at" CHECK("created_at" GLOB '????-??-??T??:??:??.???Z')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `alert_assessment_id_unique` ON `alert` (`assessment_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `alert_idempotency_key_unique` ON `alert` (`idempotency_key`);--> statement-breakpoint
CREATE TABLE `assessment` (
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
	CONSTRAINT "assessment_cause" CHECK("cause" IN ('first-assessment', 'new-period', 'revision', 'peer-revision', 'rule-changed', 'break', 'source-switched', 'restored')),
	CONSTRAINT "assessment_coverage" CHECK("coverage" IN ('municipality', 'county', 'national')),
	CONSTRAINT "assessment_evidence" CHECK(json_valid("evidence")),
	CONSTRAINT "assessment_publications" CHECK(json_valid("publications")),
	CONSTRAINT "assessment_assessed_at" CHECK("assessed_at" GLOB '????-??-??T??:??:??.???Z'),
	CONSTRAINT "assessment_since" CHECK("since" GLOB '????-??-??T??:??:??.???Z')
) STRICT;
--> statement-breakpoint
CREATE INDEX `assessment_of_indicator` ON `assessment` (`indicator_id`);--> statement-breakpoint
CREATE TABLE `delivery` (
	-- Delivery of an alert on one channel.
	`id` integer PRIMARY KEY NOT NULL,
	`alert_id` integer NOT NULL,
	`channel` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` text,
	`last_error` text,
	`delivered_at` text,
	FOREIGN KEY (`alert_id`) REFERENCES `alert`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "delivery_state" CHECK("state" IN ('pending', 'delivered', 'given-up')),
	CONSTRAINT "delivery_next_attempt_at" CHECK("next_attempt_at" GLOB '????-??-??T??:??:??.???Z'),
	CONSTRAINT "delivery_delivered_at" CHECK("delivered_at" GLOB '????-??-??T??:??:??.???Z')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `delivery_of_alert` ON `delivery` (`alert_id`,`channel`);--> statement-breakpoint
CREATE TABLE `dataset` (
	-- A named query on a table, or an imported file; speaks as its newest publication does.
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`table_id` text,
	`alternative` text,
	`alternative_reason` text,
	`coverage` text,
	`title` text,
	`title_en` text,
	`source` text,
	`licence` text,
	`notes` text,
	`updated_at` text,
	`checked_at` text,
	`next_check_at` text,
	CONSTRAINT "dataset_coverage" CHECK("coverage" IN ('municipality', 'county', 'national')),
	CONSTRAINT "dataset_notes" CHECK(json_valid("notes")),
	CONSTRAINT "dataset_updated_at" CHECK("updated_at" GLOB '????-??-??T??:??:??.???Z'),
	CONSTRAINT "dataset_checked_at" CHECK("checked_at" GLOB '????-??-??T??:??:??.???Z'),
	CONSTRAINT "dataset_next_check_at" CHECK("next_check_at" GLOB '????-??-??T??:??:??.???Z')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `dataset_code_unique` ON `dataset` (`code`);--> statement-breakpoint
CREATE TABLE `publication` (
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
CREATE INDEX `publication_of_dataset` ON `publication` (`dataset_id`);--> statement-breakpoint
CREATE TABLE `meta_column` (
	-- Dictionary: what each column of each table and view holds.
	`table_name` text NOT NULL,
	`column_name` text NOT NULL,
	`position` integer NOT NULL,
	`type` text NOT NULL,
	`description_no` text NOT NULL,
	`description_en` text NOT NULL,
	`unit` text,
	`allowed_values` text NOT NULL,
	`example` text NOT NULL,
	`source_table` text NOT NULL,
	`licence` text NOT NULL,
	PRIMARY KEY(`table_name`, `column_name`),
	FOREIGN KEY (`table_name`) REFERENCES `meta_table`(`table_name`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `meta_release` (
	-- What wrote this file, and when it was last made ready for analysts; one row at most.
	`id` integer PRIMARY KEY NOT NULL,
	`schema_version` integer NOT NULL,
	`application_version` text NOT NULL,
	`generated_at` text NOT NULL,
	CONSTRAINT "meta_release_id" CHECK("id" = 1),
	CONSTRAINT "meta_release_generated_at" CHECK("generated_at" GLOB '????-??-??T??:??:??.???Z')
) STRICT;
--> statement-breakpoint
CREATE TABLE `meta_table` (
	-- Dictionary: what each table and view holds.
	`table_name` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`description_no` text NOT NULL,
	`description_en` text NOT NULL,
	`source_table` text NOT NULL,
	`licence` text NOT NULL,
	CONSTRAINT "meta_table_kind" CHECK("kind" IN ('table', 'view'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `indicator` (
	-- The indicators of the plan, with the adopted wording.
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`title_en` text NOT NULL,
	`goal` text NOT NULL,
	`subgoal` text NOT NULL,
	`ambition` text NOT NULL,
	`measurement` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `indicator_value` (
	-- The series behind the newest assessment of each indicator: own figures and those compared with.
	`indicator_id` text NOT NULL,
	`role` text NOT NULL,
	`place` text NOT NULL,
	`period` integer NOT NULL,
	`name` text NOT NULL,
	`value` real,
	`value_missing` text,
	`level` real,
	`level_missing` text,
	`growth` real,
	`growth_missing` text,
	`unit` text,
	`publication_id` integer,
	PRIMARY KEY(`indicator_id`, `role`, `place`, `period`),
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`period`) REFERENCES `time_period`(`period`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "indicator_value_role" CHECK("role" IN ('own', 'peer'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `rule_version` (
	-- Versions of how an indicator is measured and judged. Rows are added and never changed.
	`id` integer PRIMARY KEY NOT NULL,
	`indicator_id` text NOT NULL,
	`fingerprint` text NOT NULL,
	`definition` text NOT NULL,
	`recorded_at` text NOT NULL,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rule_version_definition" CHECK(json_valid("definition")),
	CONSTRAINT "rule_version_recorded_at" CHECK("recorded_at" GLOB '????-??-??T??:??:??.???Z')
) STRICT;
--> statement-breakpoint
CREATE INDEX `rule_version_of_indicator` ON `rule_version` (`indicator_id`);--> statement-breakpoint
CREATE TABLE `dataset_run` (
	-- What became of one dataset in one run.
	`job_run_id` integer NOT NULL,
	`dataset_id` integer NOT NULL,
	`publication_id` integer,
	`outcome` text NOT NULL,
	`inserted` integer NOT NULL,
	`revised` integer NOT NULL,
	`unchanged` integer NOT NULL,
	`withdrawn` integer NOT NULL,
	`rejected` integer NOT NULL,
	`requests` integer NOT NULL,
	`duration_ms` integer NOT NULL,
	`error_code` text,
	`message` text NOT NULL,
	PRIMARY KEY(`job_run_id`, `dataset_id`),
	FOREIGN KEY (`job_run_id`) REFERENCES `job_run`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dataset_id`) REFERENCES `dataset`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "dataset_run_outcome" CHECK("outcome" IN ('changed', 'unchanged', 'quarantined', 'failed', 'postponed'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `imported_file` (
	-- Files that have been handed in.
	`id` integer PRIMARY KEY NOT NULL,
	`dataset_id` integer NOT NULL,
	`publication_id` integer NOT NULL,
	`name` text NOT NULL,
	`sha256` text NOT NULL,
	`rows` integer NOT NULL,
	`imported_at` text NOT NULL,
	`imported_by` text NOT NULL,
	FOREIGN KEY (`dataset_id`) REFERENCES `dataset`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "imported_file_imported_at" CHECK("imported_at" GLOB '????-??-??T??:??:??.???Z')
) STRICT;
--> statement-breakpoint
CREATE INDEX `imported_file_sha256` ON `imported_file` (`sha256`);--> statement-breakpoint
CREATE TABLE `job_run` (
	-- Runs of the program.
	`id` integer PRIMARY KEY NOT NULL,
	`trigger` text NOT NULL,
	`jobs` text NOT NULL,
	`outcome` text NOT NULL,
	`started_at` text NOT NULL,
	`finished_at` text,
	`requests` integer DEFAULT 0 NOT NULL,
	`message` text,
	CONSTRAINT "job_run_trigger" CHECK("trigger" IN ('schedule', 'catch-up', 'command', 'import')),
	CONSTRAINT "job_run_jobs" CHECK(json_valid("jobs")),
	CONSTRAINT "job_run_outcome" CHECK("outcome" IN ('running', 'succeeded', 'unchanged', 'partial', 'failed', 'interrupted', 'postponed')),
	CONSTRAINT "job_run_started_at" CHECK("started_at" GLOB '????-??-??T??:??:??.???Z'),
	CONSTRAINT "job_run_finished_at" CHECK("finished_at" GLOB '????-??-??T??:??:??.???Z')
) STRICT;
--> statement-breakpoint
CREATE TABLE `lease` (
	-- Who runs now; one row at most.
	`id` integer PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`pid` integer NOT NULL,
	`acquired_at` text NOT NULL,
	`heartbeat_at` text NOT NULL,
	CONSTRAINT "lease_id" CHECK("id" = 1),
	CONSTRAINT "lease_acquired_at" CHECK("acquired_at" GLOB '????-??-??T??:??:??.???Z'),
	CONSTRAINT "lease_heartbeat_at" CHECK("heartbeat_at" GLOB '????-??-??T??:??:??.???Z')
) STRICT;
--> statement-breakpoint
CREATE TABLE `observation` (
	-- The figures in force now, one row per series and period.
	`series_id` integer NOT NULL,
	`period` integer NOT NULL,
	`value` real,
	`symbol` text,
	`obs_status` text NOT NULL,
	`publication_id` integer NOT NULL,
	PRIMARY KEY(`series_id`, `period`),
	FOREIGN KEY (`series_id`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`period`) REFERENCES `time_period`(`period`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "observation_obs_status" CHECK("obs_status" GLOB '[ABDEFMNOPQ]')
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `observation_revision` (
	-- Figures that have been replaced, with the publication that had set them and the one that replaced them.
	`series_id` integer NOT NULL,
	`period` integer NOT NULL,
	`publication_id` integer NOT NULL,
	`value` real,
	`symbol` text,
	`obs_status` text NOT NULL,
	`replaced_by_publication_id` integer NOT NULL,
	PRIMARY KEY(`series_id`, `period`, `publication_id`),
	FOREIGN KEY (`series_id`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`period`) REFERENCES `time_period`(`period`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replaced_by_publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "observation_revision_obs_status" CHECK("obs_status" GLOB '[ABDEFMNOPQ]')
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `revision_by_publication` ON `observation_revision` (`replaced_by_publication_id`);--> statement-breakpoint
CREATE TABLE `time_period` (
	-- Years, half-years, quarters, months, weeks and spans of years; period = year * 1000 + addition.
	`period` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`frequency` text NOT NULL,
	`year` integer NOT NULL,
	`sub_period` integer NOT NULL,
	CONSTRAINT "time_period_frequency" CHECK("frequency" IN ('year', 'half-year', 'quarter', 'month', 'week', 'interval'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `time_period_code_unique` ON `time_period` (`code`);--> statement-breakpoint
CREATE TABLE `category` (
	-- The categories of a dimension, with the labels of today.
	`id` integer PRIMARY KEY NOT NULL,
	`dimension_id` integer NOT NULL,
	`code` text NOT NULL,
	`label` text NOT NULL,
	`label_en` text,
	`unit` text,
	`decimals` integer,
	`note` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`dimension_id`) REFERENCES `dimension`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `category_of_dimension` ON `category` (`dimension_id`,`code`);--> statement-breakpoint
CREATE TABLE `dimension` (
	-- The dimensions of a dataset; the categories of time are in time_period.
	`id` integer PRIMARY KEY NOT NULL,
	`dataset_id` integer NOT NULL,
	`code` text NOT NULL,
	`label` text NOT NULL,
	`label_en` text,
	`role` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`dataset_id`) REFERENCES `dataset`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "dimension_role" CHECK("role" IN ('geo', 'metric', 'time', 'classification'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `dimension_of_dataset` ON `dimension` (`dataset_id`,`code`);--> statement-breakpoint
CREATE TABLE `series` (
	-- One combination of categories, time left out, under the alternative that asked for it.
	`id` integer PRIMARY KEY NOT NULL,
	`dataset_id` integer NOT NULL,
	`alternative` text NOT NULL,
	`series_key` text NOT NULL,
	`region_id` integer,
	`contents_id` integer,
	`digest` text,
	FOREIGN KEY (`dataset_id`) REFERENCES `dataset`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`region_id`) REFERENCES `category`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contents_id`) REFERENCES `category`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `series_of_dataset` ON `series` (`dataset_id`,`alternative`,`series_key`);--> statement-breakpoint
CREATE INDEX `series_of_region` ON `series` (`region_id`);--> statement-breakpoint
CREATE TABLE `series_category` (
	-- The categories each series is made of, one per dimension.
	`series_id` integer NOT NULL,
	`category_id` integer NOT NULL,
	PRIMARY KEY(`series_id`, `category_id`),
	FOREIGN KEY (`series_id`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_id`) REFERENCES `category`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;