-- Files have a judge and a way back: what is held until a person decides, what each file did, and what was undone.
CREATE TABLE `held_file` (
	-- Files that were read and not taken in, with what was odd about them, until a person accepts or drops them.
	`id` integer PRIMARY KEY NOT NULL,
	`dataset_id` integer NOT NULL,
	`name` text NOT NULL,
	`sha256` text NOT NULL,
	`action` text NOT NULL,
	`findings` text NOT NULL,
	`body` blob NOT NULL,
	`held_at` text NOT NULL,
	`handed_in_by` text NOT NULL,
	`outcome` text,
	`decided_at` text,
	`decided_by` text,
	FOREIGN KEY (`dataset_id`) REFERENCES `dataset`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "held_file_action" CHECK("action" IN ('add', 'replace', 'withdraw')),
	CONSTRAINT "held_file_findings" CHECK(json_valid("findings")),
	CONSTRAINT "held_file_held_at" CHECK("held_at" GLOB '????-??-??T??:??:??.???Z'),
	CONSTRAINT "held_file_outcome" CHECK("outcome" IN ('accepted', 'dropped')),
	CONSTRAINT "held_file_decided_at" CHECK("decided_at" GLOB '????-??-??T??:??:??.???Z')
) STRICT;
--> statement-breakpoint
ALTER TABLE `imported_file` ADD `action` text DEFAULT 'add' NOT NULL CONSTRAINT "imported_file_action" CHECK("action" IN ('add', 'replace', 'withdraw'));
--> statement-breakpoint
ALTER TABLE `imported_file` ADD `undone_at` text CONSTRAINT "imported_file_undone_at" CHECK("undone_at" GLOB '????-??-??T??:??:??.???Z');
--> statement-breakpoint
ALTER TABLE `imported_file` ADD `undone_by` text;
--> statement-breakpoint
-- The publication that took the figures of the file back.
ALTER TABLE `imported_file` ADD `undone_publication_id` integer REFERENCES `publication`(`id`);
