-- What was known of a dataset on a day: which figures stood then, whatever has been revised since?
-- The day counts to its end, UTC. Here it is that of the first publication; write another in both places, such as
-- '2026-02-26T23:59:59.999Z'. The dataset must stand there by itself, so that SQLite reads no more than its figures.
SELECT
	region,
	period,
	value,
	obs_status,
	substr(as_of_from, 1, 10) AS known_from,
	substr(as_of_until, 1, 10) AS known_until
FROM out_observation_asof
WHERE dataset = 'employed-total'
	AND as_of_from <= (
		SELECT substr(min(retrieved_at), 1, 10) || 'T23:59:59.999Z' FROM out_publication WHERE dataset = 'employed-total'
	)
	AND coalesce(as_of_until, '9999') > (
		SELECT substr(min(retrieved_at), 1, 10) || 'T23:59:59.999Z' FROM out_publication WHERE dataset = 'employed-total'
	)
ORDER BY region_code, period;
