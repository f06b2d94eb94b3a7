-- For how many periods in a row has each ambition been met, and from when to when?
-- Every run of periods that met it. A period that was not met, or could not be judged, ends the run.
WITH numbered AS (
	SELECT *, row_number() OVER (PARTITION BY indicator_id ORDER BY period_end) AS number
	FROM out_verdict
),
met AS (
	SELECT *, number - row_number() OVER (PARTITION BY indicator_id ORDER BY period_end) AS run
	FROM numbered
	WHERE status = 'on-track'
)
SELECT
	title,
	min(period) AS first_period,
	max(period) AS last_period,
	count(*) AS periods_in_a_row,
	max(is_latest) AS goes_on
FROM met
GROUP BY indicator_id, position, title, run
ORDER BY position, first_period;
