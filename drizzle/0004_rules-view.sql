-- How each indicator is judged, as one more view of those whose names and columns are a promise to analysts.
CREATE VIEW out_rule AS
-- Every version of the rules that indicators have been judged by; the newest of an indicator is the one in force.
SELECT
	rule_version.id AS rule_version_id,
	indicator.id AS indicator_id,
	indicator.position,
	indicator.title,
	indicator.title_en,
	rule_version.fingerprint AS rule_fingerprint,
	rule_version.recorded_at,
	rule_version.definition
FROM rule_version
JOIN indicator ON indicator.id = rule_version.indicator_id;
