-- How far are the figures that were first published from those known now?
-- The figures of one dataset that have been replaced since. Of a figure whose unit has become another there is no difference.
WITH asked (dataset) AS (VALUES ('employment-rate')),
known AS (
	SELECT
		vintage.series_id,
		vintage.region,
		vintage.period,
		vintage.unit,
		vintage.value,
		vintage.in_force_from,
		vintage.in_force_until,
		row_number() OVER release AS release,
		count(*) OVER (PARTITION BY vintage.series_id, vintage.period) AS releases
	FROM asked
	JOIN out_vintage AS vintage ON vintage.dataset = asked.dataset
	WINDOW release AS (PARTITION BY vintage.series_id, vintage.period ORDER BY vintage.publication_id)
)
SELECT
	first.region,
	first.period,
	first.value AS first_release,
	latest.value AS latest,
	CASE WHEN latest.unit IS first.unit THEN round(latest.value - first.value, 10) END AS difference,
	substr(first.in_force_from, 1, 10) AS released,
	substr(latest.in_force_from, 1, 10) AS revised,
	first.releases
FROM known AS first
JOIN known AS latest
	ON latest.series_id = first.series_id AND latest.period = first.period AND latest.in_force_until IS NULL
WHERE first.release = 1 AND first.releases > 1
ORDER BY first.period DESC, first.region;
