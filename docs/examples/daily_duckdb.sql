-- How many States Parties were there on an average day of a year? Only the files of the years asked for are read.
-- After icc export rome-statute --daily --parquet, in its directory: duckdb -csv < daily_duckdb.sql
SELECT year, count(DISTINCT date) AS days, round(sum(state_party) / count(DISTINCT date), 2) AS state_parties
FROM read_parquet('parquet/panel-state-day/*/*.parquet', hive_partitioning = true)
WHERE year BETWEEN 2016 AND 2018
GROUP BY year
ORDER BY year;
