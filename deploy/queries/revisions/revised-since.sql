-- Which published numbers have been replaced since a date, and with what?
-- The date is in UTC. A number that was withdrawn has nothing after it.
WITH asked (since) AS (VALUES ('2026-01-01'))
SELECT
	substr(revision.in_force_until, 1, 10) AS day,
	revision.dataset,
	revision.region,
	revision.contents,
	revision.period,
	revision.value_before,
	revision.value_after,
	revision.difference
FROM asked
JOIN out_revision AS revision ON revision.in_force_until >= asked.since
WHERE revision.value_before IS NOT NULL
	AND revision.value_before IS NOT revision.value_after
ORDER BY revision.in_force_until, revision.dataset, revision.series_key, revision.period;
