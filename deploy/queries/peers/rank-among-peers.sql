-- Which place does the own municipality take among the places compared with, year by year?
-- The highest figure is number one; places without a figure are not counted.
WITH asked (indicator_id) AS (VALUES ('employment-rate')),
ranked AS (
	SELECT
		series.period,
		series.role,
		series.name,
		series.level,
		rank() OVER (PARTITION BY series.period ORDER BY series.level DESC) AS place_number,
		count(*) OVER (PARTITION BY series.period) AS places
	FROM asked
	JOIN out_indicator_series AS series ON series.indicator_id = asked.indicator_id
	WHERE series.level IS NOT NULL
)
SELECT period, name, level, place_number, places
FROM ranked
WHERE role = 'own'
ORDER BY period;
