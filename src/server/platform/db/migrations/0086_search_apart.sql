-- Which documents hold a common word is read from as many rows of search_text, so these must be small: the words lie
-- apart from them, as they are, because unpacking them takes longer than reading them. PostgreSQL moves values out of a row
-- only when it is larger than two kilobytes. "wide" makes every row so, and is itself packed to some thirty bytes.
truncate search_text;
alter table search_text
  alter column words set storage external,
  add column wide text not null generated always as (repeat(' ', 2048)) stored,
  set (toast_tuple_target = 128);

-- Words of titles stand in the index a second time with a mark, so that what has them in the title is found by the same
-- index from the same small rows. No word that is typed begins with it.
drop index search_titles;
create function search_marked(words tsvector) returns tsvector
  language sql immutable strict parallel safe
  return array_to_tsvector(array(select '=' || lexeme from unnest(words)));

-- As search_vector was, of texts that search_plain has made plain.
create function search_plain_vector(
  title text, body text, notes text, number text, number_weight "char", refers_to uuid[]
) returns tsvector
  language sql stable parallel safe
  return setweight(to_tsvector('search_title', title), 'A')
    || setweight(to_tsvector('search_body', body), 'B')
    || setweight(to_tsvector('simple', number), number_weight)
    || setweight(to_tsvector('simple', coalesce(
      (select string_agg(search_reference(id), ' ') from unnest(refers_to) as id), ''
    )), 'C')
    || setweight(to_tsvector('search_body', notes), 'D')
    || search_marked(to_tsvector('search_title', title));

create or replace function search_vector(
  title text, body text, notes text, number text, number_weight "char", refers_to uuid[]
) returns tsvector
  language sql stable parallel safe
  return search_plain_vector(
    search_plain(title), search_plain(body), search_plain(notes), number, number_weight, refers_to
  );

-- Ords of what matches, four bytes each, one for each part that matches. Whoever asks leaves out what is guarded and not
-- theirs to see. Always by the index: the planner does not know what it takes to fetch words.
create function search_ords(query tsquery) returns bytea language plpgsql stable
  set enable_seqscan = off set max_parallel_workers_per_gather = 0 set plan_cache_mode = force_generic_plan
as $$
begin
  return (select string_agg(int4send(ord), '') from search_text where words @@ query);
end $$;

-- Whether something matches that is not guarded, or is one of "seen"; null: whatever it is.
create function search_holds(query tsquery, seen integer[]) returns boolean language plpgsql stable
  set enable_seqscan = off set max_parallel_workers_per_gather = 0 set plan_cache_mode = force_generic_plan
as $$
begin
  return exists (
    select from search_text
    where words @@ query and (not is_guarded or seen is null or ord in (select unnest(seen)))
  );
end $$;

-- Servers keep for a while which guarded documents somebody sees, until one of these documents changes. Who may see what
-- is in other tables; what changes there changes the documents, be it only their version.
create function search_follow_access() returns trigger language plpgsql as $$
declare
  ids uuid[];
begin
  if tg_argv[0] = 'postmortem_id' then
    select array_agg(distinct postmortem.incident_id) into ids
    from changed join postmortem on postmortem.id = (to_jsonb(changed) ->> 'postmortem_id')::uuid;
  else
    select array_agg(distinct (to_jsonb(changed) ->> 'incident_id')::uuid) into ids from changed;
  end if;
  perform from incident where id = any(ids) order by id for no key update;
  update search_document set version = version + 1, changed = pg_current_xact_id()
  where incident_id = any(ids) and is_guarded;
  return null;
end $$;

do $$
declare
  followed record;
  change record;
begin
  for followed in
    select * from (values
      ('incident_access', 'incident_id'), ('incident_role', 'incident_id'), ('incident_team', 'incident_id'),
      ('postmortem_access', 'postmortem_id')
    ) as listed (name, key)
  loop
    for change in
      select * from (values ('insert', 'new'), ('update', 'new'), ('delete', 'old')) as listed (verb, side)
    loop
      execute format(
        'create trigger search_follow_%s_access after %1$s on %I referencing %s table as changed
          for each statement execute function search_follow_access(%L)',
        change.verb, followed.name, change.side, followed.key
      );
    end loop;
  end loop;
end $$;

-- Makes everything again, all at once: after a change of what is searched. Changes and searches wait until it is done.
-- Documents keep their ords, by which servers know them.
create or replace function search_rebuild() returns void language plpgsql
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
  set work_mem = '32MB' set maintenance_work_mem = '128MB'
as $$
begin
  lock table search_document, search_text, search_word, search_name in access exclusive mode;
  drop index search_words, search_word_word_idx, search_word_slips, search_word_likeness;
  truncate search_text, search_word, search_name;

  update search_document as known set is_gone = true, version = version + 1, changed = pg_current_xact_id()
  where not is_gone
    and not exists (select from incident where incident.id = known.id)
    and not exists (select from postmortem where postmortem.id = known.id)
    and not exists (select from action where action.id = known.id);
  merge into search_document as known using search_document_source as source on source.id = known.id
  when matched and (
      known.postmortem_id, known.is_guarded, known.is_gone, known.at, known.state, known.severity, known.layer,
      known.cause_class, known.use_case, known.owner_id, known.service_ids, known.team_ids, known.title
    ) is distinct from (
      source.postmortem_id, source.is_guarded, false, source.at, source.state, source.severity,
      source.layer, source.cause_class, source.use_case, source.owner_id, source.service_ids,
      source.team_ids, source.title
    )
  then update set
    postmortem_id = source.postmortem_id, is_guarded = source.is_guarded, is_gone = false, at = source.at,
    state = source.state, severity = source.severity, layer = source.layer, cause_class = source.cause_class,
    use_case = source.use_case, owner_id = source.owner_id, service_ids = source.service_ids,
    team_ids = source.team_ids, title = source.title, version = known.version + 1, changed = pg_current_xact_id()
  when not matched then insert (
      id, kind, incident_id, postmortem_id, is_guarded, at, state, severity, layer, cause_class, use_case, owner_id,
      service_ids, team_ids, title
    ) values (
      source.id, source.kind, source.incident_id, source.postmortem_id, source.is_guarded, source.at, source.state,
      source.severity, source.layer, source.cause_class, source.use_case, source.owner_id,
      source.service_ids, source.team_ids, source.title
    );

  -- Making texts plain takes long, so it is done once for their words and for the vectors.
  create temporary table search_made on commit drop as
    select part_id, id, md5(source::text) as hash, search_plain(title) as title, search_plain(body) as body,
      search_plain(notes) as notes, number, number_weight, refers_to
    from search_source as source;
  insert into search_text (part_id, ord, is_guarded, hash, words)
  select part_id, ord, is_guarded, hash,
    search_plain_vector(made.title, body, notes, number, number_weight, refers_to)
  from search_made as made
  join search_document as document using (id);
  insert into search_word (word)
  select word from search_made, string_to_table(title, ' ') as word
  where part_id = id and length(word) between 2 and 40 and word ~ '[[:alpha:]]'
  union
  select word from search_made, string_to_table(body, ' ') as word
  where part_id = id and length(word) between 3 and 40 and word !~ '[^[:alpha:]]';
  drop table search_made;

  create index search_words on search_text using gin (words) with (fastupdate = off);
  create index search_word_word_idx on search_word (word);
  create index search_word_slips on search_word using gin (slips) with (fastupdate = off);
  create index search_word_likeness on search_word using gin (word gin_trgm_ops) with (fastupdate = off);
  perform search_refresh_names(array(select id from service union select id from team union select id from person));
end $$;

select search_rebuild();
