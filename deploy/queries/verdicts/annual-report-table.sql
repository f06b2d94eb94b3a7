-- Which lines belong in the annual report's table: status, figure, change, reservation and source of each ambition?
-- Rounded and worded as the page has it. In Nynorsk or English: the columns that end in _nn or _en.
SELECT
	title_nb AS indicator,
	period,
	status_nb AS status,
	value_nb AS figure,
	change_nb AS change,
	in_a_row_nb AS in_a_row,
	reservation_nb AS reservation,
	source_nb AS source
FROM out_report
ORDER BY position;
