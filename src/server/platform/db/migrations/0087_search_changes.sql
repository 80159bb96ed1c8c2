-- Servers keep for a while what matches a query, and ask again only of documents whose words changed: so a row of words
-- names the transaction that last changed it, as a document does. What stands there already was changed long ago.
alter table search_text add column changed xid8 not null default '0';
alter table search_text alter column changed set default pg_current_xact_id();
create index on search_text (changed);

create function search_mark_changed() returns trigger language plpgsql as $$
begin
  new.changed := pg_current_xact_id();
  return new;
end $$;
create trigger search_mark_changed before update on search_text
  for each row execute function search_mark_changed();

-- Words that are gone are heard of through the document that they were of.
create function search_follow_removal() returns trigger language plpgsql as $$
begin
  if not exists (select from gone) then return null; end if;
  perform from search_document where ord in (select ord from gone) order by ord for no key update;
  update search_document set version = version + 1, changed = pg_current_xact_id()
  where ord in (select ord from gone);
  return null;
end $$;
create trigger search_follow_removal after delete on search_text referencing old table as gone
  for each statement execute function search_follow_removal();
