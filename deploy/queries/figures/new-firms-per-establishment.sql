-- How many new enterprises are there for every 100 establishments, in the own municipality and the others?
-- Those founded in a year, against the establishments on 1 January of it. The municipality's code is the key, since the two
-- tables write it differently.
SELECT
	new.period,
	new.region,
	new.value AS new_enterprises,
	establishments.value AS establishments,
	round(100.0 * new.value / establishments.value, 2) AS per_100,
	EXISTS (
		SELECT 1 FROM out_place
		WHERE is_own = 1 AND level = 'municipality' AND place_code = new.municipality_code
	) AS is_own
FROM out_new_enterprises AS new
JOIN out_establishments AS establishments
	ON establishments.municipality_code = new.municipality_code AND establishments.period = new.period
WHERE new.value IS NOT NULL AND establishments.value > 0
ORDER BY new.period DESC, per_100 DESC, new.region;
