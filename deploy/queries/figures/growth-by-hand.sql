-- How is the growth in jobs reckoned from SSB's figures, and does it agree with the indicator?
-- 100 × (this year − last year) / last year; the difference is to be 0. A municipality with today's borders all along.
WITH jobs AS (
	SELECT
		observation.period,
		observation.value AS jobs,
		lag(observation.value) OVER (ORDER BY observation.year) AS jobs_before,
		lag(observation.year) OVER (ORDER BY observation.year) AS year_before,
		observation.year
	FROM out_observation AS observation
	WHERE observation.dataset = 'employed-total'
		AND observation.in_use = 1
		AND observation.region = (
			SELECT name FROM out_indicator_series WHERE indicator_id = 'job-growth' AND role = 'own' LIMIT 1
		)
)
SELECT
	jobs.period,
	jobs.jobs_before,
	jobs.jobs,
	round(100.0 * (jobs.jobs - jobs.jobs_before) / jobs.jobs_before, 4) AS by_hand,
	round(indicator.value, 4) AS indicator,
	round(100.0 * (jobs.jobs - jobs.jobs_before) / jobs.jobs_before - indicator.value, 6) AS difference
FROM jobs
JOIN out_indicator_series AS indicator
	ON indicator.indicator_id = 'job-growth' AND indicator.role = 'own' AND indicator.period = jobs.period
WHERE jobs.year_before = jobs.year - 1
ORDER BY jobs.period;
