-- What would have been said of growth against the peers with another margin than the plan's?
-- The margin is in percentage points. A lead larger than it is met, a lag larger than it is not, and between them is unchanged.
WITH asked (indicator_id, margin) AS (VALUES ('job-growth', 0.5)),
another AS (
	SELECT
		verdict.period,
		verdict.lead,
		verdict.margin,
		verdict.status,
		verdict.status_nb,
		asked.margin AS other_margin,
		CASE
			WHEN verdict.lead > asked.margin THEN 'on-track'
			WHEN verdict.lead < -asked.margin THEN 'off-track'
			ELSE 'stable'
		END AS other_status
	FROM asked
	JOIN out_verdict AS verdict ON verdict.indicator_id = asked.indicator_id
	WHERE verdict.lead IS NOT NULL AND verdict.margin IS NOT NULL
)
SELECT
	another.period,
	round(another.lead, 4) AS lead,
	another.margin,
	another.status_nb AS status,
	another.other_margin,
	term.text_nb AS with_other_margin,
	another.status <> another.other_status AS is_another
FROM another
JOIN out_term AS term ON term.kind = 'status' AND term.code = another.other_status
ORDER BY another.period;
