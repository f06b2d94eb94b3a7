-- An alert may tell of more than a change of status, and those of one run go out as one message.
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
	CONSTRAINT "alert_kind" CHECK("kind" IN ('change', 'correction', 'unsettled', 'muted', 'settled', 'reminder', 'trouble', 'trouble-over')),
	CONSTRAINT "alert_tells_of_assessment" CHECK(("assessment_id" IS NULL) = ("kind" IN ('trouble', 'trouble-over'))),
	CONSTRAINT "alert_from_status" CHECK("from_status" IN ('on-track', 'partly-met', 'stable', 'off-track', 'ambition-not-set', 'not-measured', 'insufficient', 'break')),
	CONSTRAINT "alert_to_status" CHECK("to_status" IN ('on-track', 'partly-met', 'stable', 'off-track', 'ambition-not-set', 'not-measured', 'insufficient', 'break')),
	CONSTRAINT "alert_created_at" CHECK("created_at" GLOB '????-??-??T??:??:??.???Z')
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_alert`
SELECT alert.id, 'change', assessment.indicator_id, alert.assessment_id, alert.from_status, alert.to_status,
	assessment.sentence, alert.idempotency_key, alert.created_at
FROM alert JOIN assessment ON assessment.id = alert.assessment_id;
--> statement-breakpoint
CREATE TABLE `__new_delivery` (
	-- One alert on one channel; those that share channel and message key are sent as one message.
	`id` integer PRIMARY KEY NOT NULL,
	`alert_id` integer NOT NULL,
	`channel` text NOT NULL,
	`message_key` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` text,
	`last_error` text,
	`delivered_at` text,
	FOREIGN KEY (`alert_id`) REFERENCES `alert`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "delivery_state" CHECK("state" IN ('pending', 'delivered', 'given-up', 'replaced')),
	CONSTRAINT "delivery_next_attempt_at" CHECK("next_attempt_at" GLOB '????-??-??T??:??:??.???Z'),
	CONSTRAINT "delivery_delivered_at" CHECK("delivered_at" GLOB '????-??-??T??:??:??.???Z')
) STRICT;
--> statement-breakpoint
-- What waits keeps the key it has had.
INSERT INTO `__new_delivery`
SELECT delivery.id, delivery.alert_id, delivery.channel, alert.idempotency_key, delivery.state, delivery.attempts,
	delivery.next_attempt_at, delivery.last_error, delivery.delivered_at
FROM delivery JOIN alert ON alert.id = delivery.alert_id;
--> statement-breakpoint
DROP TABLE `delivery`;
--> statement-breakpoint
DROP TABLE `alert`;
--> statement-breakpoint
ALTER TABLE `__new_alert` RENAME TO `alert`;
--> statement-breakpoint
ALTER TABLE `__new_delivery` RENAME TO `delivery`;
--> statement-breakpoint
CREATE UNIQUE INDEX `alert_idempotency_key_unique` ON `alert` (`idempotency_key`);
--> statement-breakpoint
CREATE INDEX `alert_of_subject` ON `alert` (`subject`);
--> statement-breakpoint
CREATE UNIQUE INDEX `delivery_of_alert` ON `delivery` (`alert_id`,`channel`);
--> statement-breakpoint
CREATE INDEX `delivery_of_message` ON `delivery` (`message_key`,`channel`);
--> statement-breakpoint
CREATE TABLE `acknowledgement` (
	-- Somebody knows of a status and wants no reminder for a while.
	`id` integer PRIMARY KEY NOT NULL,
	`indicator_id` text NOT NULL,
	`assessment_id` integer NOT NULL,
	`until_date` text NOT NULL,
	`reason` text NOT NULL,
	`acknowledged_by` text NOT NULL,
	`acknowledged_at` text NOT NULL,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "acknowledgement_until_date" CHECK("until_date" GLOB '????-??-??'),
	CONSTRAINT "acknowledgement_reason" CHECK(trim("reason") <> ''),
	CONSTRAINT "acknowledgement_acknowledged_at" CHECK("acknowledged_at" GLOB '????-??-??T??:??:??.???Z')
) STRICT;
--> statement-breakpoint
CREATE INDEX `acknowledgement_of_indicator` ON `acknowledgement` (`indicator_id`);
