-- In how many of the periods since the plan began has each ambition been met?
-- Those that could be judged are counted; there may be none.
SELECT
	title,
	period,
	status_nb AS status,
	met_since_plan AS met,
	judged_since_plan AS judged,
	round(100.0 * met_since_plan / nullif(judged_since_plan, 0), 0) AS per_cent
FROM out_verdict
WHERE is_latest = 1
ORDER BY position;
