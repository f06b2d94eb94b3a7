-- against: is the own level no worse than so much of another place's, or than so far from it?
-- :indicator is its id, :rules the JSON of the rules it was judged by.
WITH setting AS (
	SELECT
		CASE json_extract(:rules, '$.definition.rule.direction') WHEN 'increase' THEN 1 ELSE -1 END AS way,
		json_extract(:rules, '$.definition.rule.place') AS place,
		json_extract(:rules, '$.definition.rule.as') AS how,
		json_extract(:rules, '$.definition.rule.min') AS lowest,
		json_extract(:rules, '$.definition.rule.tolerance.absolute') AS tolerance
),
own AS (
	SELECT * FROM out_indicator_series WHERE indicator_id = :indicator AND role = 'own'
),
latest AS (
	SELECT * FROM own ORDER BY year DESC, sub_period DESC LIMIT 1
),
-- The other place by its code of the period, of a dataset with one series a place.
other AS (
	SELECT sum(observation.value) AS level
	FROM setting
	JOIN latest
	JOIN out_observation AS observation
		ON observation.dataset = latest.dataset
		AND observation.period = latest.period
		AND observation.in_use = 1
		AND observation.region_code IN (setting.place, 'K-' || setting.place, 'K.' || setting.place)
	HAVING count(*) = 1
),
compared AS (
	SELECT
		CASE
			WHEN how = 'difference' THEN latest.level - other.level
			WHEN other.level > 0 THEN 100.0 * latest.level / other.level
		END AS found
	FROM setting
	JOIN latest
	JOIN other
)
SELECT
	CASE
		WHEN (SELECT count(*) FROM own WHERE level IS NOT NULL) = 0 THEN 'not-measured'
		WHEN latest.level_missing = 'border-change' THEN 'break'
		WHEN found IS NULL THEN 'insufficient'
		WHEN round(way * (found - lowest), 10) >= 0 THEN 'on-track'
		WHEN round(way * (found - lowest) + tolerance, 10) < 0 THEN 'off-track'
		ELSE 'stable'
	END AS status,
	latest.value AS value,
	NULL AS compared
FROM setting
LEFT JOIN latest
LEFT JOIN compared;
