-- Which statuses are to be read with care, and for what reason?
-- Either the status carries a flag, or there is no measurement that the ambition can be held against.
SELECT
	title,
	status_text,
	flags,
	coverage
FROM out_status_now
WHERE flags IS NOT NULL OR status IN ('insufficient', 'break', 'not-measured', 'ambition-not-set')
ORDER BY position;
