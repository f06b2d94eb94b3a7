-- How fresh is each dataset: which period is its newest, when did the source last change it, and how did the last run go?
SELECT
	dataset,
	table_id,
	newest_period,
	substr(updated_at, 1, 10) AS changed_at_source,
	substr(retrieved_at, 1, 10) AS fetched,
	substr(last_run_at, 1, 10) AS last_run,
	last_outcome
FROM out_freshness
ORDER BY updated_at IS NOT NULL, updated_at, dataset;
