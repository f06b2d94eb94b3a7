-- How are the jobs of the own municipality spread over industries, year by year?
-- Per cent of the jobs with a known industry. The table is named after the dataset.
SELECT
	period,
	nace2007_code AS code,
	nace2007 AS industry,
	value AS jobs,
	round(100.0 * value / sum(value) OVER (PARTITION BY period), 1) AS per_cent
FROM out_employed_by_industry
WHERE nace2007_code NOT IN ('00-99', '00')
ORDER BY period DESC, jobs DESC, code;
