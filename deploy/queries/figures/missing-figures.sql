-- Which figures are missing, and what does the source say about why?
-- One row per dataset, region and reason; the statuses are SDMX's, the symbols the source's own.
SELECT
	series.dataset,
	series.region,
	figure.symbol,
	CASE figure.obs_status
		WHEN 'M' THEN 'cannot exist'
		WHEN 'N' THEN 'not significant'
		WHEN 'O' THEN 'missing'
		WHEN 'Q' THEN 'suppressed'
		ELSE figure.obs_status
	END AS reason,
	count(*) AS figures,
	min(figure.period) AS first_period,
	max(figure.period) AS last_period
FROM out_figure AS figure
JOIN out_series AS series ON series.series_id = figure.series_id
WHERE figure.value IS NULL AND figure.replaced_by_publication_id IS NULL AND series.in_use = 1
GROUP BY series.dataset, series.region_code, series.region, figure.symbol, figure.obs_status
ORDER BY series.dataset, series.region_code, figure.symbol;
