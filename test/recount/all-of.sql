-- all-of: on track when every part is, stable when every part is, partly met when some part is met; silent when a part is.
-- :indicator is its id, :parts a JSON list of the statuses that the files of its parts have given.
SELECT
	CASE
		WHEN sum(part.value = 'not-measured') > 0 THEN 'not-measured'
		WHEN sum(part.value = 'insufficient') > 0 THEN 'insufficient'
		WHEN sum(part.value = 'break') > 0 THEN 'break'
		WHEN sum(part.value = 'on-track') = count(*) THEN 'on-track'
		WHEN sum(part.value = 'stable') = count(*) THEN 'stable'
		WHEN sum(part.value IN ('on-track', 'partly-met')) > 0 THEN 'partly-met'
		ELSE 'off-track'
	END AS status,
	(
		SELECT value FROM out_indicator_series
		WHERE indicator_id = :indicator AND role = 'own'
		ORDER BY year DESC, sub_period DESC
		LIMIT 1
	) AS value,
	NULL AS compared
FROM json_each(:parts) AS part;
