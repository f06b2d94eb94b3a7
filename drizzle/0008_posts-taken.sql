-- Of a message that is several posts, which of them the receiver has taken: after a failure midway only the rest is sent.
ALTER TABLE `delivery` ADD `taken_posts` text CONSTRAINT "delivery_taken_posts" CHECK("taken_posts" IS NULL OR json_valid("taken_posts"));
