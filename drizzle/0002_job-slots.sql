CREATE TABLE `job_slot` (
	-- The newest slot of the schedule that each job has had seen to: what a restart goes by.
	`job` text PRIMARY KEY NOT NULL,
	`slot_at` text NOT NULL,
	`settled_at` text NOT NULL,
	`missed` integer NOT NULL,
	`job_run_id` integer NOT NULL,
	FOREIGN KEY (`job_run_id`) REFERENCES `job_run`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "job_slot_slot_at" CHECK("slot_at" GLOB '????-??-??T??:??:??.???Z'),
	CONSTRAINT "job_slot_settled_at" CHECK("settled_at" GLOB '????-??-??T??:??:??.???Z'),
	CONSTRAINT "job_slot_missed" CHECK("missed" >= 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `source_news` (
	-- The source's newest answer to what has changed, for the jobs that follow within the hour; one row at most.
	`id` integer PRIMARY KEY NOT NULL,
	`address` text NOT NULL,
	`asked_at` text NOT NULL,
	`since_at` text NOT NULL,
	`changes` text NOT NULL,
	CONSTRAINT "source_news_id" CHECK("id" = 1),
	CONSTRAINT "source_news_asked_at" CHECK("asked_at" GLOB '????-??-??T??:??:??.???Z'),
	CONSTRAINT "source_news_since_at" CHECK("since_at" GLOB '????-??-??T??:??:??.???Z'),
	CONSTRAINT "source_news_changes" CHECK(json_valid("changes"))
) STRICT;
