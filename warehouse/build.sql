-- What the tables are derived from: kept in the working database and not published.
CREATE SCHEMA build;

-- Tidy claims of every document, the copies too, as the latest reading gives them.
CREATE TABLE build.statements AS
SELECT * EXCLUDE (report_id, observation_id, published, review, superseded_at) FROM claims LIMIT 0;

-- Documents that came, changed or vanished since the tables were last derived, and when they did.
CREATE TABLE build.touched (document_id VARCHAR, recorded_at TIMESTAMP);

-- When the tables were derived: the moments that their rows are recorded at.
CREATE TABLE build.derivations (moment TIMESTAMP);

-- Parts of tables that changed since the last publication: the year that they are published under, 0 for none.
CREATE TABLE build.changed_years (table_name VARCHAR, year INTEGER);
