-- rank: is the own place among the best so many, itself counted? Places without a figure may be better or not.
-- :indicator is its id, :rules the JSON of the rules it was judged by.
WITH setting AS (
	SELECT
		CASE json_extract(:rules, '$.definition.rule.direction') WHEN 'increase' THEN 1 ELSE -1 END AS way,
		json_extract(:rules, '$.definition.rule.within') AS within,
		json_extract(:rules, '$.definition.requiredPeers') AS asked
),
own AS (
	SELECT * FROM out_indicator_series WHERE indicator_id = :indicator AND role = 'own'
),
latest AS (
	SELECT * FROM own ORDER BY year DESC, sub_period DESC LIMIT 1
),
others AS (
	SELECT
		1 + sum(peer.level IS NOT NULL AND way * peer.level > way * latest.level) AS best,
		sum(peer.level IS NULL) AS unknown,
		sum(peer.level IS NOT NULL) AS known
	FROM setting
	JOIN latest
	JOIN out_indicator_series AS peer
		ON peer.indicator_id = :indicator AND peer.role = 'peer' AND peer.period = latest.period
)
SELECT
	CASE
		WHEN (SELECT count(*) FROM own WHERE level IS NOT NULL) = 0 THEN 'not-measured'
		WHEN latest.level_missing = 'border-change' THEN 'break'
		WHEN latest.level IS NULL OR known IS NULL THEN 'insufficient'
		WHEN best <= within AND best + unknown > within AND (asked IS NULL OR known < asked) THEN 'insufficient'
		WHEN best <= within THEN 'on-track'
		ELSE 'off-track'
	END AS status,
	latest.value AS value,
	NULL AS compared
FROM setting
LEFT JOIN latest
LEFT JOIN others;
