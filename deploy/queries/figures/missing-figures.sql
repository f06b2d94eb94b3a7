-- Which figures are missing, and what does the source say about why?
-- One row per dataset, region and reason; the statuses are SDMX's, the symbols the source's own.
SELECT
	dataset,
	region,
	symbol,
	CASE obs_status
		WHEN 'M' THEN 'cannot exist'
		WHEN 'N' THEN 'not significant'
		WHEN 'O' THEN 'missing'
		WHEN 'Q' THEN 'suppressed'
		ELSE obs_status
	END AS reason,
	count(*) AS figures,
	min(period) AS first_period,
	max(period) AS last_period
FROM out_observation
WHERE value IS NULL AND in_use = 1
GROUP BY dataset, region_code, region, symbol, obs_status
ORDER BY dataset, region_code, symbol;
