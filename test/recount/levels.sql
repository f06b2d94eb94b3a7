-- The level of the own place and of every peer, from the published figures: the sum over the categories that the
-- settings name, and over the members of a region. A place with a figure missing has no level, and percentages are never
-- added over places: in years in which several codes made up the place there is none.
-- :indicator is its id, :rules the JSON of the rules it was judged by.
WITH source AS (
	SELECT dataset, table_id FROM out_indicator_series WHERE indicator_id = :indicator LIMIT 1
),
term AS (
	SELECT term.key AS number, term.value AS categories
	FROM source
	JOIN json_each(:rules, '$.definition.inputs') AS input ON json_extract(input.value, '$.dataset') = source.dataset
	JOIN json_each(input.value, '$.terms') AS term
),
figure AS (
	SELECT
		observation.region_code,
		observation.period,
		observation.year,
		observation.value,
		observation.unit,
		observation.series_key,
		term.number AS term
	FROM source
	JOIN out_observation AS observation
		ON observation.dataset = source.dataset AND observation.in_use = 1 AND observation.symbol IS NOT 'withdrawn'
	JOIN term
	WHERE NOT EXISTS (
		SELECT 1 FROM json_each(term.categories) AS dimension
		WHERE NOT CASE dimension.type
			WHEN 'array' THEN EXISTS (
				SELECT 1 FROM json_each(dimension.value) AS listed
				WHERE instr('|' || observation.series_key || '|', '|' || listed.value || '|') > 0
			)
			ELSE NOT EXISTS (
				SELECT 1 FROM json_each(dimension.value, '$.not') AS excluded
				WHERE instr('|' || observation.series_key || '|', '|' || excluded.value || '|') > 0
			)
		END
	)
),
listed AS (
	SELECT term.number AS term, code.value AS code
	FROM term
	JOIN json_each(term.categories) AS dimension ON dimension.type = 'array'
	JOIN json_each(dimension.value) AS code
),
found AS (
	SELECT figure.region_code, figure.period, count(DISTINCT listed.term || ' ' || listed.code) AS number
	FROM figure
	JOIN listed
		ON listed.term = figure.term AND instr('|' || figure.series_key || '|', '|' || listed.code || '|') > 0
	GROUP BY figure.region_code, figure.period
),
-- The own municipality, and the members of each peer; the own is never its own peer.
member AS (
	SELECT 'own' AS role, json_extract(:rules, '$.municipality.code') AS place, json_extract(:rules, '$.geography.own') AS code
	UNION ALL
	SELECT 'peer', json_extract(region.value, '$.id'), code.value
	FROM json_each(:rules, '$.geography.peerGroups') AS peer_group
	JOIN json_each(peer_group.value, '$.regions') AS region
	JOIN json_each(region.value, '$.members') AS code
	WHERE code.value <> json_extract(:rules, '$.geography.own')
),
-- A region code of the source is today's after a prefix, or one of the municipality's own in the years it was in use.
known AS (
	SELECT
		json_extract(municipality.value, '$.code') AS code,
		json_extract(valid.value, '$.code') AS code_then,
		coalesce(json_extract(valid.value, '$.fromYear'), 0) AS from_year,
		coalesce(json_extract(valid.value, '$.toYear'), 9999) AS to_year
	FROM json_each(:rules, '$.geography.municipalities') AS municipality
	JOIN json_each(municipality.value, '$.codes') AS valid
)
SELECT
	member.role,
	member.place,
	figure.period,
	CASE
		WHEN count(figure.value) < count(*) THEN NULL
		-- Every category that is listed must have a figure.
		WHEN min(coalesce(found.number, 0)) < (SELECT count(*) FROM listed) THEN NULL
		WHEN max(figure.region_code IS NOT NULL AND figure.unit LIKE 'prosent%') AND (
			SELECT count(*) FROM known WHERE known.code = member.code AND figure.year BETWEEN from_year AND to_year
		) > 1 THEN NULL
		WHEN count(DISTINCT member.code) < (
			SELECT count(*) FROM member AS every WHERE every.role = member.role AND every.place = member.place
		) THEN NULL
		ELSE round(sum(figure.value), 10)
	END AS level
FROM member
JOIN figure
	ON figure.region_code IS NULL
	-- A file handed in, which has no table, speaks of today's places.
	OR (figure.region_code = member.code AND (SELECT table_id FROM source) IS NULL)
	OR (length(figure.region_code) > 4 AND substr(figure.region_code, -4) = member.code)
	OR EXISTS (
		SELECT 1 FROM known
		WHERE known.code = member.code
			AND known.code_then = figure.region_code
			AND figure.year BETWEEN known.from_year AND known.to_year
	)
LEFT JOIN found ON found.region_code IS figure.region_code AND found.period = figure.period
GROUP BY member.role, member.place, figure.period
ORDER BY member.role, member.place, figure.period;
