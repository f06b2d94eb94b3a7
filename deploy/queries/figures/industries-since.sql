-- Which industries have grown and which have shrunk in the own municipality since a year?
-- From that year to the newest in which every industry is shown; per cent, and jobs.
WITH asked (base) AS (VALUES (2023)),
newest AS (
	SELECT max(year) AS year
	FROM (SELECT year FROM out_employed_by_industry GROUP BY year HAVING count(value) = count(*))
)
SELECT
	base.nace2007_code AS code,
	base.nace2007 AS industry,
	base.period AS from_period,
	latest.period AS to_period,
	base.value AS jobs_before,
	latest.value AS jobs,
	latest.value - base.value AS change,
	round(100.0 * (latest.value - base.value) / nullif(base.value, 0), 1) AS per_cent
FROM asked
JOIN newest
JOIN out_employed_by_industry AS base ON base.year = asked.base
JOIN out_employed_by_industry AS latest ON latest.series_id = base.series_id AND latest.year = newest.year
WHERE base.value IS NOT NULL
ORDER BY change DESC, code;
