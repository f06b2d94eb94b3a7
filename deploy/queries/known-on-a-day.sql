-- What was known of a dataset on a day: which figures stood then, whatever has been revised since?
-- The day counts to its end, UTC. Another dataset or day: change them below.
WITH asked (dataset, instant) AS (VALUES ('employed-total', '2025-06-30T23:59:59.999Z'))
SELECT
	figure.region,
	figure.period,
	figure.value,
	figure.obs_status,
	substr(figure.as_of_from, 1, 10) AS known_from,
	substr(figure.as_of_until, 1, 10) AS known_until
FROM asked
JOIN out_observation_asof AS figure ON figure.dataset = asked.dataset
	AND figure.as_of_from <= asked.instant
	AND (figure.as_of_until > asked.instant OR figure.as_of_until IS NULL)
ORDER BY figure.region_code, figure.period;
