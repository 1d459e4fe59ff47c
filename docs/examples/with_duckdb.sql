-- Which notices of withdrawal were given, which document proves each, and for how many days had the Statute been in force?
-- In the directory of the export: duckdb -csv < with_duckdb.sql
SELECT w.iso3, s.everyday AS state, w.notified, w.outcome,
  date_diff('day', s.entry_into_force_date, w.notified) AS days_in_force,
  string_agg(coalesce(d.symbol, d.title), '; ' ORDER BY p.position) AS documents
FROM 'csv/withdrawals.csv' w
JOIN 'csv/states.csv' s USING (iso3)
JOIN 'csv/sources.csv' p ON p.fact = w.id
JOIN 'csv/documents.csv' d ON d.key = p.document
WHERE w.act = 'withdrawal-notice'
GROUP BY ALL
ORDER BY w.notified, w.iso3;
