-- How is the diversity of industries reckoned from SSB's figures, and does it agree with the indicator?
-- One less the sum of the squared shares (Gini-Simpson); the difference is to be 0.
WITH share AS (
	SELECT period, 1.0 * value / sum(value) OVER (PARTITION BY period) AS share
	FROM out_employed_by_industry
	WHERE nace2007_code NOT IN ('00-99', '00')
),
reckoned AS (
	SELECT period, 1 - sum(share * share) AS diversity FROM share GROUP BY period
)
SELECT
	reckoned.period,
	round(reckoned.diversity, 6) AS by_hand,
	round(indicator.value, 6) AS indicator,
	round(reckoned.diversity - indicator.value, 6) AS difference
FROM reckoned
JOIN out_indicator_series AS indicator
	ON indicator.indicator_id = 'industry-diversity' AND indicator.role = 'own' AND indicator.period = reckoned.period
ORDER BY reckoned.period;
