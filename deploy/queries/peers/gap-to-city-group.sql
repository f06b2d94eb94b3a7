-- How far is the own employment rate from the mean of the city group, year by year?
-- The mean is unweighted. A year in which some city has no figure shows it, and has no gap.
WITH asked (indicator_id) AS (VALUES ('employment-rate')),
city AS (
	SELECT indicator_id, period, avg(level) AS mean, count(level) AS with_figure, count(*) AS cities
	FROM out_indicator_series
	WHERE role = 'peer'
	GROUP BY indicator_id, period
)
SELECT
	own.period,
	own.level AS own_level,
	round(city.mean, 2) AS mean_of_cities,
	CASE WHEN city.with_figure = city.cities THEN round(own.level - city.mean, 2) END AS gap,
	city.with_figure,
	city.cities
FROM asked
JOIN out_indicator_series AS own ON own.indicator_id = asked.indicator_id AND own.role = 'own'
JOIN city ON city.indicator_id = own.indicator_id AND city.period = own.period
WHERE own.level IS NOT NULL
ORDER BY own.period;
