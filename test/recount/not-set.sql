-- not-set: is there any measurement? There is no ambition to hold it against.
-- :indicator is its id.
SELECT
	CASE count(value) WHEN 0 THEN 'not-measured' ELSE 'ambition-not-set' END AS status,
	(
		SELECT value FROM out_indicator_series
		WHERE indicator_id = :indicator AND role = 'own' AND value IS NOT NULL
		ORDER BY year DESC, sub_period DESC
		LIMIT 1
	) AS value,
	NULL AS compared
FROM out_indicator_series
WHERE indicator_id = :indicator AND role = 'own';
