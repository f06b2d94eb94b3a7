-- How much did the number of jobs grow in the own municipality each year, against each competing region?
-- Per cent since the year before; the lead is in percentage points. Another indicator: change the name below.
WITH asked (indicator_id) AS (VALUES ('job-growth'))
SELECT
	own.period,
	own.name AS municipality,
	round(own.growth, 2) AS own_growth,
	peer.name AS region,
	round(peer.growth, 2) AS region_growth,
	round(own.growth - peer.growth, 2) AS lead
FROM asked
JOIN out_indicator_series AS own ON own.indicator_id = asked.indicator_id AND own.role = 'own'
JOIN out_indicator_series AS peer
	ON peer.indicator_id = own.indicator_id AND peer.role = 'peer' AND peer.period = own.period
WHERE own.growth IS NOT NULL AND peer.growth IS NOT NULL
ORDER BY own.period DESC, lead DESC, region;
