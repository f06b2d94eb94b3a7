-- What a table says about itself is kept and compared; what has been read of it; and notices to operations.
CREATE TABLE `table_description` (
	-- What the table of a dataset said about itself, from the day it said so: a row for each change.
	`id` integer PRIMARY KEY NOT NULL,
	`dataset_id` integer NOT NULL,
	`table_id` text NOT NULL,
	`described_at` text NOT NULL,
	`description` text NOT NULL,
	FOREIGN KEY (`dataset_id`) REFERENCES `dataset`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "table_description_described_at" CHECK("described_at" GLOB '????-??-??T??:??:??.???Z'),
	CONSTRAINT "table_description_description" CHECK(json_valid("description"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `table_description_of_dataset` ON `table_description` (`dataset_id`);
--> statement-breakpoint
CREATE TABLE `note_acknowledgement` (
	-- Notes of the source that somebody has read, told by their words: a note written anew is unread.
	`id` integer PRIMARY KEY NOT NULL,
	`table_id` text NOT NULL,
	`note` text NOT NULL,
	`acknowledged_by` text NOT NULL,
	`acknowledged_at` text NOT NULL,
	CONSTRAINT "note_acknowledgement_acknowledged_at" CHECK("acknowledged_at" GLOB '????-??-??T??:??:??.???Z')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `note_acknowledgement_of_note` ON `note_acknowledgement` (`table_id`,`note`);
--> statement-breakpoint
CREATE TABLE `source_answer` (
	-- Answers about tables and code lists that are asked for again and again, for the hour in which they hold.
	`address` text PRIMARY KEY NOT NULL,
	`answered_at` text NOT NULL,
	`body` blob NOT NULL,
	CONSTRAINT "source_answer_answered_at" CHECK("answered_at" GLOB '????-??-??T??:??:??.???Z')
) STRICT;
--> statement-breakpoint
ALTER TABLE `dataset` ADD `read_at` text CONSTRAINT "dataset_read_at" CHECK("read_at" GLOB '????-??-??T??:??:??.???Z');
--> statement-breakpoint
ALTER TABLE `dataset` ADD `standing` text CONSTRAINT "dataset_standing" CHECK(json_valid("standing"));
--> statement-breakpoint
ALTER TABLE `dataset` ADD `unknown_symbols` text CONSTRAINT "dataset_unknown_symbols" CHECK(json_valid("unknown_symbols"));
--> statement-breakpoint
ALTER TABLE `dimension` ADD `note` text;
--> statement-breakpoint
-- A notice to operations is a kind of its own: it has happened, and is not over at any time.
PRAGMA legacy_alter_table = ON;
--> statement-breakpoint
CREATE TABLE `__new_alert` (
	-- What somebody is to be told; of a change of status it is written together with its assessment.
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`assessment_id` integer,
	`from_status` text,
	`to_status` text,
	`text` text NOT NULL,
	`idempotency_key` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "alert_kind" CHECK("kind" IN ('change', 'correction', 'unsettled', 'muted', 'settled', 'reminder', 'trouble', 'trouble-over', 'notice')),
	CONSTRAINT "alert_tells_of_assessment" CHECK(("assessment_id" IS NULL) = ("kind" IN ('trouble', 'trouble-over', 'notice'))),
	CONSTRAINT "alert_from_status" CHECK("from_status" IN ('on-track', 'partly-met', 'stable', 'off-track', 'ambition-not-set', 'not-measured', 'insufficient', 'break')),
	CONSTRAINT "alert_to_status" CHECK("to_status" IN ('on-track', 'partly-met', 'stable', 'off-track', 'ambition-not-set', 'not-measured', 'insufficient', 'break')),
	CONSTRAINT "alert_created_at" CHECK("created_at" GLOB '????-??-??T??:??:??.???Z')
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_alert`
SELECT id, kind, subject, assessment_id, from_status, to_status, text, idempotency_key, created_at FROM `alert`;
--> statement-breakpoint
DROP TABLE `alert`;
--> statement-breakpoint
ALTER TABLE `__new_alert` RENAME TO `alert`;
--> statement-breakpoint
CREATE UNIQUE INDEX `alert_idempotency_key_unique` ON `alert` (`idempotency_key`);
--> statement-breakpoint
CREATE INDEX `alert_of_subject` ON `alert` (`subject`);
--> statement-breakpoint
PRAGMA legacy_alter_table = OFF;
