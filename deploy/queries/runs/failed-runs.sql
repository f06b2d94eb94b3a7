-- How often has each dataset failed or been set aside, what was wrong the last time, and what is to be done?
WITH run AS (
	SELECT
		*,
		dataset_outcome IN ('failed', 'quarantined') AS failed,
		row_number() OVER (
			PARTITION BY dataset, dataset_outcome IN ('failed', 'quarantined') ORDER BY job_run_id DESC
		) AS age
	FROM out_run
	WHERE dataset IS NOT NULL
)
SELECT
	dataset,
	count(*) AS runs,
	sum(failed) AS failures,
	max(CASE WHEN failed AND age = 1 THEN substr(started_at, 1, 16) END) AS failed_last,
	max(CASE WHEN failed AND age = 1 THEN dataset_outcome END) AS outcome,
	max(CASE WHEN failed AND age = 1 THEN error_code END) AS error_code,
	max(CASE WHEN failed AND age = 1 THEN coalesce(dataset_message, message) END) AS message,
	max(CASE WHEN NOT failed AND age = 1 THEN substr(started_at, 1, 16) END) AS went_well_last
FROM run
GROUP BY dataset
ORDER BY failures DESC, dataset;
