-- Reading the log by time.
create index audit_event_time on audit_event (at, id);
