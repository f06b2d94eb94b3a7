-- Where does each status come from, whom is to be named as source, and under which licence?
SELECT
	status.title,
	status.status_text,
	status.period,
	source.attribution,
	source.licence,
	substr(source.updated_at, 1, 10) AS published,
	source.table_address
FROM out_status_now AS status
LEFT JOIN out_source AS source ON source.dataset = status.dataset
ORDER BY status.position;
