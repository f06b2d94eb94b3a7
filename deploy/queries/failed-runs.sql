-- Which runs had datasets that failed or were set aside, what was wrong, and what is to be done?
SELECT
	job_run_id,
	substr(started_at, 1, 16) AS started,
	outcome,
	dataset,
	dataset_outcome,
	error_code,
	coalesce(dataset_message, message) AS message
FROM out_run
WHERE dataset_outcome IN ('failed', 'quarantined')
	OR (dataset IS NULL AND outcome IN ('failed', 'interrupted'))
ORDER BY job_run_id DESC, dataset;
