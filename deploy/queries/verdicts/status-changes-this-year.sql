-- Which indicators changed status in the newest year with assessments, from what to what, and why?
WITH asked (year) AS (SELECT max(substr(assessed_at, 1, 4)) FROM out_status_history),
said AS (
	SELECT *, lag(status) OVER earlier AS status_before, lag(status_text) OVER earlier AS status_text_before
	FROM out_status_history
	WINDOW earlier AS (PARTITION BY indicator_id ORDER BY assessment_id)
)
SELECT
	substr(said.assessed_at, 1, 10) AS day,
	said.title,
	coalesce(said.status_text_before, 'ny') AS before,
	said.status_text AS after,
	said.cause,
	said.sentence
FROM said
JOIN asked ON substr(said.assessed_at, 1, 4) = asked.year
WHERE said.status IS NOT said.status_before
ORDER BY said.assessed_at, said.position;
