-- Notes come as fast as people talk, and finding words for one takes longer than keeping it. So a changed note is only put
-- down as stale; a server indexes what is stale, many at a time, after the commit, and a search does before it looks.
create table search_stale (
  part_id uuid not null,
  incident_id uuid not null
);

create function search_follow_note() returns trigger language plpgsql as $$
begin
  insert into search_stale (part_id, incident_id) select id, incident_id from changed;
  return null;
end $$;

drop trigger search_follow_insert on incident_note;
drop trigger search_follow_update on incident_note;
drop trigger search_follow_delete on incident_note;
create trigger search_follow_insert after insert on incident_note referencing new table as changed
  for each statement execute function search_follow_note();
create trigger search_follow_update after update on incident_note referencing new table as changed
  for each statement execute function search_follow_note();
create trigger search_follow_delete after delete on incident_note referencing old table as changed
  for each statement execute function search_follow_note();

-- Indexes at most so many stale parts, and says how many. Who comes while another is at it waits for that one, so what was
-- committed before the call is indexed after it. An incident that is being changed is not waited for long: its parts stay
-- stale.
create function search_catch_up(most integer) returns integer language plpgsql
  set lock_timeout = '500ms'
as $$
declare
  part_ids uuid[];
  incident_ids uuid[];
begin
  if not exists (select from search_stale) then return 0; end if;
  with taken as (
    delete from search_stale
    where ctid = any(array(select ctid from search_stale limit most for update))
    returning part_id, incident_id
  )
  select array_agg(distinct part_id), array_agg(distinct incident_id) into part_ids, incident_ids from taken;
  if part_ids is null then return 0; end if;
  perform from incident where id = any(incident_ids) order by id for share;
  perform search_refresh(incident_ids, part_ids);
  return cardinality(part_ids);
end $$;
