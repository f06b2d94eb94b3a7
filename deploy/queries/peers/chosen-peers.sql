-- How far is the own employment rate from the mean of chosen municipalities of the peer group?
-- The mean is unweighted. A municipality is chosen by its region in out_peer_group, which knows its code.
WITH asked (indicator_id, peer_group, region) AS (
	VALUES ('employment-rate', 'asss', 'baerum'), ('employment-rate', 'asss', 'sandnes')
),
chosen AS (
	SELECT asked.indicator_id, series.period, avg(series.level) AS mean, count(series.level) AS with_figure, count(*) AS chosen
	FROM asked
	JOIN out_peer_group AS peers ON peers.peer_group = asked.peer_group AND peers.region = asked.region
	JOIN out_indicator_series AS series
		ON series.indicator_id = asked.indicator_id AND series.role = 'peer' AND series.place = peers.region
	GROUP BY asked.indicator_id, series.period
)
SELECT
	own.period,
	own.level AS own_level,
	round(chosen.mean, 2) AS mean_of_chosen,
	CASE WHEN chosen.with_figure = chosen.chosen THEN round(own.level - chosen.mean, 2) END AS gap,
	chosen.with_figure,
	chosen.chosen
FROM chosen
JOIN out_indicator_series AS own
	ON own.indicator_id = chosen.indicator_id AND own.role = 'own' AND own.period = chosen.period
WHERE own.level IS NOT NULL
ORDER BY own.period;
