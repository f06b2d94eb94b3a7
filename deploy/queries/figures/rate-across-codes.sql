-- What has the employment rate of the own municipality been all along, whatever code it had?
-- Each code of it in the years in which it was in use. Years with several rows are those before a merger: a row for each
-- part, and no rate of the whole.
SELECT
	rate.period,
	place.code,
	rate.region,
	rate.value AS rate,
	count(*) OVER (PARTITION BY rate.period) AS parts
FROM out_place AS place
JOIN out_employment_rate AS rate ON rate.region_code = place.code
WHERE place.is_own = 1
	AND place.level = 'municipality'
	AND coalesce(place.valid_from, '0000-01-01') <= rate.period_start
	AND coalesce(place.valid_to, '9999-12-31') >= rate.period_end
ORDER BY rate.period, place.code;
