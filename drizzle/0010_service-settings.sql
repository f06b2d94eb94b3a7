-- Which settings the service runs on: another folder that writes to the same database is warned.
ALTER TABLE `installation` ADD `service_settings` text;