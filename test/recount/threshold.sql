-- threshold: does the latest value keep within its limits, or the outer ones? All of them are inclusive.
-- :indicator is its id, :rules the JSON of the rules it was judged by.
WITH setting AS (
	SELECT
		json_extract(:rules, '$.definition.rule.min') AS lowest,
		json_extract(:rules, '$.definition.rule.max') AS highest,
		json_extract(:rules, '$.definition.rule.outer.min') AS outer_lowest,
		json_extract(:rules, '$.definition.rule.outer.max') AS outer_highest
),
own AS (
	SELECT * FROM out_indicator_series WHERE indicator_id = :indicator AND role = 'own'
),
latest AS (
	SELECT * FROM own ORDER BY year DESC, sub_period DESC LIMIT 1
)
SELECT
	CASE
		WHEN (SELECT count(*) FROM own WHERE level IS NOT NULL) = 0 THEN 'not-measured'
		WHEN latest.level_missing = 'border-change' THEN 'break'
		WHEN latest.value IS NULL THEN 'insufficient'
		WHEN latest.value < coalesce(outer_lowest, lowest) OR latest.value > coalesce(outer_highest, highest) THEN 'off-track'
		WHEN latest.value < lowest OR latest.value > highest THEN 'partly-met'
		ELSE 'on-track'
	END AS status,
	latest.value AS value,
	NULL AS compared
FROM setting
LEFT JOIN latest;
