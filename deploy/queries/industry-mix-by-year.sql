-- How are the jobs of the own municipality spread over industries, year by year?
-- Per cent of the jobs with a known industry. The view is named after SSB's table.
SELECT
	period,
	nace2007_code AS code,
	nace2007 AS industry,
	value AS jobs,
	round(100.0 * value / sum(value) OVER (PARTITION BY period), 1) AS per_cent
FROM out_table_07984
WHERE dataset = 'employed-by-industry'
	AND nace2007_code NOT IN ('00-99', '00')
ORDER BY period DESC, jobs DESC, code;
