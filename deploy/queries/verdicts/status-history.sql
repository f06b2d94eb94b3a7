-- What has been said about one indicator so far, and why did it change each time?
WITH asked (indicator_id) AS (VALUES ('employment-rate'))
SELECT
	substr(history.assessed_at, 1, 10) AS day,
	history.status_text,
	history.period,
	history.value,
	history.unit,
	history.flags,
	history.cause
FROM asked
JOIN out_status_history AS history ON history.indicator_id = asked.indicator_id
ORDER BY history.assessment_id;
