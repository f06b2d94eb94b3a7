-- What was first said of each period, and what do the figures and the rules of today say of it?
WITH first AS (
	SELECT indicator_id, period, min(assessment_id) AS assessment_id
	FROM out_status_history
	WHERE period IS NOT NULL
	GROUP BY indicator_id, period
)
SELECT
	said.title,
	said.period,
	substr(said.assessed_at, 1, 10) AS said_on,
	said.status_text AS first_said,
	round(said.value, 4) AS first_value,
	verdict.status_nb AS today,
	round(verdict.value, 4) AS value_today,
	said.status <> verdict.status AS is_another
FROM first
JOIN out_status_history AS said ON said.assessment_id = first.assessment_id
JOIN out_verdict AS verdict ON verdict.indicator_id = first.indicator_id AND verdict.period = first.period
ORDER BY said.position, said.period;
