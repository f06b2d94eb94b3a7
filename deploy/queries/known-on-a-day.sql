-- What was known of a dataset on a day: which figures stood then, whatever has been revised since?
-- The day counts to its end, UTC. Another dataset or day: change them in the last lines; the dataset must stand there by
-- itself, so that SQLite reads no more than its figures.
SELECT
	region,
	period,
	value,
	obs_status,
	substr(as_of_from, 1, 10) AS known_from,
	substr(as_of_until, 1, 10) AS known_until
FROM out_observation_asof
WHERE dataset = 'employed-total'
	AND as_of_from <= '2025-06-30T23:59:59.999Z'
	AND coalesce(as_of_until, '9999') > '2025-06-30T23:59:59.999Z'
ORDER BY region_code, period;
