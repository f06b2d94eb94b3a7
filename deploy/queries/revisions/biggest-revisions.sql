-- Which revisions were the biggest, in per cent of the number that was replaced?
SELECT
	dataset,
	region,
	period,
	value_before,
	value_after,
	round(100.0 * (value_after - value_before) / abs(value_before), 2) AS per_cent,
	obs_status_before = 'P' AS was_provisional,
	substr(in_force_until, 1, 10) AS day
FROM out_revision
WHERE value_before <> 0 AND value_after IS NOT NULL
ORDER BY abs(value_after - value_before) / abs(value_before) DESC, dataset, series_key, period
LIMIT 20;
