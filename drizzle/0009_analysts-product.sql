-- The analysts' file as a product: every SQLite from 3.40 on calls this database sound, what a category was called is kept,
-- and the program writes the views, so that one definition serves this database and the analysts' copy.
PRAGMA legacy_alter_table = ON;
--> statement-breakpoint
DROP VIEW out_status_now;
--> statement-breakpoint
DROP VIEW out_status_history;
--> statement-breakpoint
DROP VIEW out_indicator_series;
--> statement-breakpoint
DROP VIEW out_observation;
--> statement-breakpoint
DROP VIEW out_observation_asof;
--> statement-breakpoint
DROP VIEW out_revision;
--> statement-breakpoint
DROP VIEW out_run;
--> statement-breakpoint
DROP VIEW out_freshness;
--> statement-breakpoint
DROP VIEW out_source;
--> statement-breakpoint
DROP VIEW out_rule;
--> statement-breakpoint
DROP VIEW out_acceptance;
--> statement-breakpoint
DROP VIEW out_series;
--> statement-breakpoint
CREATE TABLE `__new_dataset` (
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
	`places` text,
	`read_at` text,
	`standing` text,
	`unknown_symbols` text,
	CONSTRAINT "dataset_coverage" CHECK("coverage" IN ('municipality', 'county', 'national')),
	CONSTRAINT "dataset_notes" CHECK("notes" IS NULL OR json_valid("notes")),
	CONSTRAINT "dataset_places" CHECK("places" IS NULL OR json_valid("places")),
	CONSTRAINT "dataset_read_at" CHECK("read_at" GLOB '????-??-??T??:??:??.???Z'),
	CONSTRAINT "dataset_standing" CHECK("standing" IS NULL OR json_valid("standing")),
	CONSTRAINT "dataset_unknown_symbols" CHECK("unknown_symbols" IS NULL OR json_valid("unknown_symbols")),
	CONSTRAINT "dataset_updated_at" CHECK("updated_at" GLOB '????-??-??T??:??:??.???Z'),
	CONSTRAINT "dataset_checked_at" CHECK("checked_at" GLOB '????-??-??T??:??:??.???Z'),
	CONSTRAINT "dataset_next_check_at" CHECK("next_check_at" GLOB '????-??-??T??:??:??.???Z')
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_dataset`
SELECT id, code, table_id, alternative, alternative_reason, coverage, title, title_en, source, licence, notes, updated_at,
	checked_at, next_check_at, places, read_at, standing, unknown_symbols
FROM `dataset`;
--> statement-breakpoint
DROP TABLE `dataset`;
--> statement-breakpoint
ALTER TABLE `__new_dataset` RENAME TO `dataset`;
--> statement-breakpoint
CREATE UNIQUE INDEX `dataset_code_unique` ON `dataset` (`code`);
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
	CONSTRAINT "publication_regions" CHECK("regions" IS NULL OR json_valid("regions")),
	CONSTRAINT "publication_quantities" CHECK(json_valid("quantities"))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_publication`
SELECT id, dataset_id, job_run_id, table_id, alternative, alternative_reason, coverage, title, source, licence, updated_at,
	retrieved_at, sha256, request, query, cells, contract, regions, quantities, latest_period, body
FROM `publication`;
--> statement-breakpoint
DROP TABLE `publication`;
--> statement-breakpoint
ALTER TABLE `__new_publication` RENAME TO `publication`;
--> statement-breakpoint
CREATE INDEX `publication_of_dataset` ON `publication` (`dataset_id`);
--> statement-breakpoint
CREATE TABLE `__new_installation` (
	-- Whose database this is, and up to which publication every indicator has been assessed; one row at most.
	`id` integer PRIMARY KEY NOT NULL,
	`municipality_code` text NOT NULL,
	`municipality_name` text NOT NULL,
	`municipality_codes` text NOT NULL,
	`recorded_at` text NOT NULL,
	`assessed_up_to` integer,
	`klass_asked_at` text,
	`klass_places` text,
	CONSTRAINT "installation_id" CHECK("id" = 1),
	CONSTRAINT "installation_municipality_codes" CHECK(json_valid("municipality_codes")),
	CONSTRAINT "installation_recorded_at" CHECK("recorded_at" GLOB '????-??-??T??:??:??.???Z'),
	CONSTRAINT "installation_klass_asked_at" CHECK("klass_asked_at" GLOB '????-??-??T??:??:??.???Z'),
	CONSTRAINT "installation_klass_places" CHECK("klass_places" IS NULL OR json_valid("klass_places"))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_installation`
SELECT id, municipality_code, municipality_name, municipality_codes, recorded_at, assessed_up_to, klass_asked_at, klass_places
FROM `installation`;
--> statement-breakpoint
DROP TABLE `installation`;
--> statement-breakpoint
ALTER TABLE `__new_installation` RENAME TO `installation`;
--> statement-breakpoint
PRAGMA legacy_alter_table = OFF;
--> statement-breakpoint
ALTER TABLE `indicator_value` ADD `level_unit` text;
--> statement-breakpoint
CREATE TABLE `category_revision` (
	-- What a category was called, and its unit, until a publication gave it other words. Rows are added and never changed.
	`category_id` integer NOT NULL,
	`replaced_by_publication_id` integer NOT NULL,
	`label` text NOT NULL,
	`label_en` text,
	`unit` text,
	`decimals` integer,
	PRIMARY KEY(`category_id`, `replaced_by_publication_id`),
	FOREIGN KEY (`category_id`) REFERENCES `category`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replaced_by_publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- Of the units until now each publication has kept its own; labels had no history, and are taken to have been what they are.
INSERT INTO `category_revision`
SELECT category.id, later.id, category.label, category.label_en, before.unit, category.decimals
FROM (
	SELECT publication.id, publication.dataset_id, told.key AS code, told.value AS unit,
		lead(publication.id) OVER after AS next, lead(told.value) OVER after AS unit_after
	FROM publication, json_each(publication.contract, '$.units') AS told
	WINDOW after AS (PARTITION BY publication.dataset_id, publication.alternative, told.key ORDER BY publication.id)
) AS before
JOIN publication AS later ON later.id = before.next
JOIN dimension ON dimension.dataset_id = before.dataset_id AND dimension.role = 'metric'
JOIN category ON category.dimension_id = dimension.id AND category.code = before.code
WHERE before.unit IS NOT before.unit_after
GROUP BY category.id, later.id;
--> statement-breakpoint
DROP TABLE `meta_column`;
--> statement-breakpoint
DROP TABLE `meta_table`;
--> statement-breakpoint
CREATE TABLE `meta_table` (
	-- Dictionary: what each table and view holds.
	`table_name` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`description_no` text NOT NULL,
	`description_en` text NOT NULL,
	`grain_no` text,
	`grain_en` text,
	`key_columns` text,
	`source_table` text NOT NULL,
	`licence` text NOT NULL,
	CONSTRAINT "meta_table_kind" CHECK("kind" IN ('table', 'view'))
) STRICT;
--> statement-breakpoint
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
CREATE TABLE `out_place` (
	-- Every place the settings know, with each code it has or has had. Written anew when the settings differ.
	`level` text NOT NULL,
	`place_code` text NOT NULL,
	`position` integer NOT NULL,
	`place` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`valid_from` text,
	`valid_to` text,
	`is_own` integer NOT NULL,
	PRIMARY KEY(`level`, `place_code`, `position`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `out_peer_group` (
	-- Whom each group of peers holds, one row per member.
	`peer_group` text NOT NULL,
	`region` text NOT NULL,
	`municipality_code` text NOT NULL,
	`title` text NOT NULL,
	`title_en` text NOT NULL,
	`region_name` text NOT NULL,
	`municipality` text NOT NULL,
	`confirmed` integer NOT NULL,
	PRIMARY KEY(`peer_group`, `region`, `municipality_code`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `out_term` (
	-- The words for each code that other tables use.
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`position` integer NOT NULL,
	`text_nb` text NOT NULL,
	`text_nn` text,
	`text_en` text NOT NULL,
	PRIMARY KEY(`kind`, `code`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `out_verdict` (
	-- What today's rules say of every period, as the page has it. Written anew after every run.
	`indicator_id` text NOT NULL,
	`period` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`title_en` text NOT NULL,
	`period_start` text NOT NULL,
	`period_end` text NOT NULL,
	`year` integer NOT NULL,
	`is_latest` integer NOT NULL,
	`status` text NOT NULL,
	`status_nb` text NOT NULL,
	`status_nn` text,
	`status_en` text NOT NULL,
	`reason` text,
	`value` real,
	`value_rounded` real,
	`decimals` integer NOT NULL,
	`unit` text,
	`previous_period` text,
	`previous` real,
	`change` real,
	`peers_figure` real,
	`lead` real,
	`margin` real,
	`flags` text,
	`in_a_row` integer NOT NULL,
	`met_since_plan` integer NOT NULL,
	`judged_since_plan` integer NOT NULL,
	PRIMARY KEY(`indicator_id`, `period`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `out_report` (
	-- The annual report's line for each indicator: rounded, in words, with reservation and source.
	`indicator_id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`goal` text NOT NULL,
	`subgoal` text NOT NULL,
	`ambition` text NOT NULL,
	`period` text,
	`status` text NOT NULL,
	`value` real,
	`unit` text,
	`title_nb` text NOT NULL,
	`title_nn` text,
	`title_en` text NOT NULL,
	`status_nb` text NOT NULL,
	`status_nn` text,
	`status_en` text NOT NULL,
	`value_nb` text,
	`value_nn` text,
	`value_en` text,
	`change_nb` text,
	`change_nn` text,
	`change_en` text,
	`in_a_row_nb` text,
	`in_a_row_nn` text,
	`in_a_row_en` text,
	`sentence_nb` text NOT NULL,
	`sentence_nn` text,
	`sentence_en` text NOT NULL,
	`reservation_nb` text,
	`reservation_nn` text,
	`reservation_en` text,
	`next_nb` text,
	`next_nn` text,
	`next_en` text,
	`source_nb` text,
	`source_nn` text,
	`source_en` text
) STRICT;
