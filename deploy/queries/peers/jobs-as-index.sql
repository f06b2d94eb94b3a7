-- How have the jobs developed since a year, in the own municipality and each competing region, that year being 100?
WITH asked (indicator_id, base) AS (VALUES ('job-growth', '2023'))
SELECT
	series.period,
	series.name,
	series.role,
	series.level AS jobs,
	round(100.0 * series.level / base.level, 1) AS index_number
FROM asked
JOIN out_indicator_series AS base ON base.indicator_id = asked.indicator_id AND base.period = asked.base
JOIN out_indicator_series AS series
	ON series.indicator_id = base.indicator_id AND series.role = base.role AND series.place = base.place
WHERE series.year >= base.year AND series.level IS NOT NULL AND base.level > 0
ORDER BY series.period, series.role, series.name;
