-- What few incidents have is found without going through all of them.
create index on incident (layer, cause_class, declared_at, id);
create index on incident (cause_class, declared_at, id);

-- One or two letters are no use to an index of trigrams: titles are gone through, in lower case and apart from the rows.
alter table incident add column folded_title text not null generated always as (lower(title)) stored;
create index incident_folded_title on incident (id) include (folded_title);
