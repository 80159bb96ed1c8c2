-- When the records of a reading were given up: newer ones are there, and nothing refers to these. What came of the reading
-- stays (coverage, gaps, clocks, draft, the manifest with the hashes).
alter table reading add column thinned_at timestamptz;
create index reading_thick on reading (ended_at) where state = 'done' and thinned_at is null;
