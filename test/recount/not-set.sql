-- not-set: is there a measurement in the latest period? There is no ambition to hold it against.
-- :indicator is its id.
WITH own AS (
	SELECT * FROM out_indicator_series WHERE indicator_id = :indicator AND role = 'own'
),
latest AS (
	SELECT value FROM own ORDER BY year DESC, sub_period DESC LIMIT 1
)
SELECT
	CASE
		WHEN (SELECT count(value) FROM own) = 0 THEN 'not-measured'
		WHEN (SELECT value FROM latest) IS NULL THEN 'insufficient'
		ELSE 'ambition-not-set'
	END AS status,
	(SELECT value FROM latest) AS value,
	NULL AS compared;
