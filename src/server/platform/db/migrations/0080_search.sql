-- Search over incidents, postmortems and actions. Everything here is made from other tables by triggers, in the
-- transaction of the change; search_rebuild() makes it again from nothing.

-- Words: letters and digits in a row, without accents and in lower case; everything else separates them.
create function search_plain(given text) returns text
  language sql stable strict parallel safe
  return trim(regexp_replace(lower(unaccent(given)), '[^[:alnum:]]+', ' ', 'g'));

-- Stems of English. In titles every word counts; in longer texts those that stand everywhere are left out.
create text search dictionary search_stem (template = snowball, language = english);
create text search dictionary search_stem_or_stop (template = snowball, language = english, stopwords = english);
create text search configuration search_title (copy = simple);
alter text search configuration search_title alter mapping replace simple with search_stem;
create text search configuration search_body (copy = simple);
alter text search configuration search_body alter mapping replace simple with search_stem_or_stop;

-- A person, service or team as a word: texts hold ids, so that a new name is one row and not all that refers to it.
create function search_reference(id uuid) returns text
  language sql immutable strict parallel safe
  return 'x' || replace(id::text, '-', '');

-- A word and what is left of it without one of its letters: two words that share one of these are a slip apart.
create function search_slips(word text) returns text[]
  language sql immutable strict parallel safe
  return array(
    select word
    union
    select left(word, place - 1) || substr(word, place + 1) from generate_series(1, length(word)) as place
  );

-- What search narrows and counts by. Rows are small, and every server keeps them in memory.
create table search_document (
  ord integer primary key generated always as identity,
  id uuid not null unique,
  kind text not null check (kind in ('incident', 'postmortem', 'action')),
  incident_id uuid not null,
  postmortem_id uuid,
  -- The incident or the postmortem is restricted: who may see it is asked for each search.
  is_guarded boolean not null,
  -- The noun was deleted; the row stays, so that servers hear of it.
  is_gone boolean not null default false,
  at timestamptz not null,
  state text not null,
  severity text not null,
  layer text,
  cause_class text,
  use_case text,
  owner_id uuid,
  -- In order.
  service_ids uuid[] not null,
  team_ids uuid[] not null,
  title text not null,
  -- Counts its changes: of two states of the row, the later one is known by it.
  version integer not null default 1,
  -- The transaction that last changed the row. Servers read what changed since they last looked.
  changed xid8 not null default pg_current_xact_id()
);
create index on search_document (incident_id);
create index on search_document (changed);
create index on search_document (owner_id);
create index search_guarded on search_document (incident_id, postmortem_id, ord) where is_guarded;
-- What somebody opened is theirs.
create index postmortem_opened on postmortem (opened_by);
create index search_titles on search_document using gin (to_tsvector('search_title', title)) with (fastupdate = off);

-- The words of a document: of an incident one row for itself, and one with each of its notes, so that two who write notes
-- do not wait for each other. Kept apart from the document: what is narrowed by is read without the words.
create table search_text (
  part_id uuid primary key,
  ord integer not null references search_document on delete cascade,
  is_guarded boolean not null,
  -- Of the text that the words were made from.
  hash text not null,
  words tsvector not null
);
create index on search_text (ord);
create index search_words on search_text using gin (words) with (fastupdate = off);

-- Words as they are written, for those that are mistyped. May name one twice, when two wrote it at once: with a unique
-- index one would have to wait for the other.
create table search_word (
  word text not null,
  slips text[] not null generated always as (search_slips(word)) stored
);
create index on search_word (word);
create index search_word_slips on search_word using gin (slips) with (fastupdate = off);
create index search_word_likeness on search_word using gin (word gin_trgm_ops) with (fastupdate = off);

-- Names by which documents are found that refer to what has them.
create table search_name (
  id uuid primary key,
  kind text not null check (kind in ('service', 'team', 'person')),
  name text not null,
  words tsvector not null
);
create index search_name_words on search_name using gin (words) with (fastupdate = off);

create view search_incident as
  select id, number, is_restricted, severity, layer, cause_class, use_case,
    array(select service_id from incident_service where incident_id = incident.id order by service_id) as service_ids,
    array(select team_id from incident_team where incident_id = incident.id order by team_id) as team_ids,
    (select person_id from incident_role
      where incident_id = incident.id and role = 'postmortemOwner' and until is null) as postmortem_owner_id,
    (select person_id from incident_role
      where incident_id = incident.id and role = 'commander' and until is null) as commander_id
  from incident;

-- What search_document must hold.
create view search_document_source as
  select incident.id, 'incident' as kind, incident.id as incident_id, null::uuid as postmortem_id,
    about.is_restricted as is_guarded, incident.declared_at as at, incident.state,
    about.severity, about.layer, about.cause_class, about.use_case,
    about.commander_id as owner_id, about.service_ids, about.team_ids, search_plain(incident.title) as title
  from incident
  join search_incident as about on about.id = incident.id
  union all
  select postmortem.id, 'postmortem', about.id, postmortem.id,
    about.is_restricted or postmortem.is_restricted, postmortem.created_at, postmortem.state,
    about.severity, about.layer, about.cause_class, about.use_case,
    about.postmortem_owner_id, about.service_ids, about.team_ids, search_plain(postmortem.title)
  from postmortem
  join search_incident as about on about.id = postmortem.incident_id
  union all
  select action.id, 'action', about.id, action.postmortem_id,
    about.is_restricted or coalesce(postmortem.is_restricted, false), action.created_at, action.state,
    about.severity, about.layer, about.cause_class, about.use_case,
    action.owner_id, about.service_ids, about.team_ids, search_plain(action.title)
  from action
  join search_incident as about on about.id = action.incident_id
  left join postmortem on postmortem.id = action.postmortem_id;

-- The texts as people wrote them, and what they refer to. A vector holds at most a megabyte, so of a body and of notes the
-- first 100 000 characters are searched.
create view search_source as
  with incident_text as not materialized (
    select incident.id, incident.title, incident.summary, 'inc' || incident.number as number,
      array(
        select service_id from incident_service where incident_id = incident.id
        union select team_id from incident_team where incident_id = incident.id
        union select person_id from incident_role where incident_id = incident.id
        union select incident.declared_by where incident.declared_by is not null
        order by 1
      ) as refers_to
    from incident
  )
  select id as part_id, id, id as incident_id, title, summary as body, '' as notes, number,
    'A'::"char" as number_weight, refers_to
  from incident_text
  union all
  select note.id, about.id, about.id, about.title, about.summary, left(note.body, 100000), about.number,
    'A', about.refers_to
  from incident_note as note
  join incident_text as about on about.id = note.incident_id
  union all
  select postmortem.id, postmortem.id, postmortem.incident_id, postmortem.title,
    left(coalesce((
      select string_agg((section ->> 'title') || e'\n' || text.markdown, e'\n\n' order by place)
      from (
        select sections from postmortem_version
        where postmortem_id = postmortem.id order by version desc limit 1
      ) as newest
      cross join lateral jsonb_array_elements(newest.sections) with ordinality as listed (section, place)
      join postmortem_text as text on text.id = (section ->> 'textId')::uuid
    ), ''), 100000),
    left(coalesce((
      select string_agg(statement || e'\n' || note, e'\n\n' order by position, id)
      from finding where postmortem_id = postmortem.id
    ), ''), 100000),
    'inc' || incident.number, 'C',
    array(
      select service_id from incident_service where incident_id = incident.id
      union select team_id from incident_team where incident_id = incident.id
      union select person_id from incident_role
        where incident_id = incident.id and role = 'postmortemOwner' and until is null
      order by 1
    )
  from postmortem
  join incident on incident.id = postmortem.incident_id
  union all
  select action.id, action.id, action.incident_id, action.title, left(action.description, 100000), '',
    'inc' || incident.number, 'C',
    array(
      select service_id from incident_service where incident_id = incident.id
      union select team_id from incident_team where incident_id = incident.id
      union select action.owner_id where action.owner_id is not null
      order by 1
    )
  from action
  join incident on incident.id = action.incident_id;

-- What stands in a title weighs most (A), then texts (B), what it refers to (C), and notes (D).
create function search_vector(
  title text, body text, notes text, number text, number_weight "char", refers_to uuid[]
) returns tsvector
  language sql stable parallel safe
  return setweight(to_tsvector('search_title', search_plain(title)), 'A')
    || setweight(to_tsvector('search_body', search_plain(body)), 'B')
    || setweight(to_tsvector('simple', number), number_weight)
    || setweight(to_tsvector('simple', coalesce(
      (select string_agg(search_reference(id), ' ') from unnest(refers_to) as id), ''
    )), 'C')
    || setweight(to_tsvector('search_body', search_plain(notes)), 'D');

-- Adds words that nobody wrote before: those of titles and names, and of longer texts those of letters only.
create function search_learn(titles text, bodies text) returns void language sql
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
  insert into search_word (word)
  select word from (
    select distinct word from regexp_split_to_table(search_plain(titles), ' ') as word
    where length(word) between 2 and 40 and word ~ '[[:alpha:]]'
    union
    select distinct word from regexp_split_to_table(search_plain(bodies), ' ') as word
    where length(word) between 3 and 40 and word !~ '[^[:alpha:]]'
  ) as written
  where not exists (select from search_word as known where known.word = written.word)
  order by word
$$;

-- Brings incidents and all that hangs on them up to date, or only the parts that are named, and touches nothing that
-- already is. Rows are looked up by their keys: plans that were made while tables were small must not outlive that.
-- Planning takes ten times as long as running, so a connection plans once.
create function search_refresh(incident_ids uuid[], part_ids uuid[] default null) returns void language plpgsql
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
  set plan_cache_mode = force_generic_plan
as $$
begin
  with source as materialized (
    select * from search_document_source as source
    where source.incident_id = any(incident_ids) and (part_ids is null or source.id = any(part_ids))
  ), put as (
    insert into search_document as known (
      id, kind, incident_id, postmortem_id, is_guarded, at, state, severity, layer, cause_class, use_case, owner_id,
      service_ids, team_ids, title
    )
    select * from source
    on conflict (id) do update set
      postmortem_id = excluded.postmortem_id, is_guarded = excluded.is_guarded, is_gone = false, at = excluded.at,
      state = excluded.state, severity = excluded.severity, layer = excluded.layer, cause_class = excluded.cause_class,
      use_case = excluded.use_case, owner_id = excluded.owner_id, service_ids = excluded.service_ids,
      team_ids = excluded.team_ids, title = excluded.title, version = known.version + 1, changed = pg_current_xact_id()
    where (
        known.postmortem_id, known.is_guarded, known.is_gone, known.at, known.state, known.severity, known.layer,
        known.cause_class, known.use_case, known.owner_id, known.service_ids, known.team_ids, known.title
      ) is distinct from (
        excluded.postmortem_id, excluded.is_guarded, false, excluded.at, excluded.state, excluded.severity,
        excluded.layer, excluded.cause_class, excluded.use_case, excluded.owner_id, excluded.service_ids,
        excluded.team_ids, excluded.title
      )
  )
  update search_document as known set is_gone = true, version = known.version + 1, changed = pg_current_xact_id()
  where known.incident_id = any(incident_ids) and not known.is_gone
    and (part_ids is null or known.id = any(part_ids))
    and known.id <> all (array(select id from source));

  with source as materialized (
    select source.*, md5(source::text) as hash from search_source as source
    where source.incident_id = any(incident_ids) and (part_ids is null or source.part_id = any(part_ids))
  ), stale as materialized (
    select document.ord, document.is_guarded, source.*
    from source
    join search_document as document on document.id = source.id
    left join search_text as known on known.part_id = source.part_id
    where (known.hash, known.is_guarded) is distinct from (source.hash, document.is_guarded)
  ), learnt as (
    select search_learn(string_agg(title, ' '), string_agg(body, ' ')) from stale
  ), put as (
    insert into search_text as known (part_id, ord, is_guarded, hash, words)
    select part_id, ord, is_guarded, hash, search_vector(title, body, notes, number, number_weight, refers_to)
    from stale where (select count(*) from learnt) > 0
    on conflict (part_id) do update set
      is_guarded = excluded.is_guarded, hash = excluded.hash, words = excluded.words
  )
  delete from search_text as known using search_document as document
  where document.ord = known.ord and document.incident_id = any(incident_ids)
    and (part_ids is null or known.part_id = any(part_ids))
    and known.part_id <> all (array(select part_id from source));
end $$;

create function search_refresh_names(ids uuid[]) returns void language plpgsql as $$
begin
  delete from search_name where id = any(ids);
  with named as (
    select id, 'service' as kind, name from service where id = any(ids)
    union all select id, 'team', name from team where id = any(ids)
    union all select id, 'person', name from person where id = any(ids)
  ), learnt as (
    select search_learn(string_agg(name, ' '), '') from named
  )
  insert into search_name (id, kind, name, words)
  select id, kind, name, to_tsvector('search_title', search_plain(name)) from named
  where (select count(*) from learnt) > 0;
end $$;

-- Makes everything again: after a change of what is searched.
create function search_rebuild() returns void language plpgsql as $$
declare
  batch uuid[];
begin
  delete from search_text;
  delete from search_word;
  delete from search_name;
  perform search_refresh_names(array(select id from service union select id from team union select id from person));
  for batch in
    select array_agg(id) from (select id, row_number() over (order by id) as place from incident) as numbered
    group by place / 500
  loop
    perform search_refresh(batch);
  end loop;
end $$;

-- Two changes of one incident must not each overlook the other. What changes an incident for all that hangs on it has
-- its row to itself until it is committed; notes and actions only keep such a change away, not each other.
create function search_follow_incident() returns trigger language plpgsql as $$
declare
  ids uuid[];
begin
  execute format('select array_agg(distinct %I) from changed', tg_argv[0]) into ids;
  if ids is null then return null; end if;
  perform from incident where id = any(ids) order by id for no key update;
  perform search_refresh(ids);
  return null;
end $$;

create function search_follow_postmortem() returns trigger language plpgsql as $$
declare
  ids uuid[];
begin
  select array_agg(distinct postmortem.incident_id) into ids
  from changed join postmortem on postmortem.id = changed.postmortem_id;
  if ids is null then return null; end if;
  perform from incident where id = any(ids) order by id for no key update;
  perform search_refresh(ids);
  return null;
end $$;

create function search_follow_part() returns trigger language plpgsql as $$
declare
  ids uuid[];
  part_ids uuid[];
begin
  select array_agg(distinct incident_id), array_agg(id) into ids, part_ids from changed;
  if ids is null then return null; end if;
  perform from incident where id = any(ids) order by id for share;
  perform search_refresh(ids, part_ids);
  return null;
end $$;

create function search_follow_name() returns trigger language plpgsql as $$
begin
  perform search_refresh_names(array_agg(id)) from changed having count(*) > 0;
  return null;
end $$;

do $$
declare
  followed record;
  change record;
begin
  for followed in
    select * from (values
      ('incident', $f$incident('id')$f$), ('incident_service', $f$incident('incident_id')$f$),
      ('incident_team', $f$incident('incident_id')$f$), ('incident_role', $f$incident('incident_id')$f$),
      ('postmortem', $f$incident('incident_id')$f$), ('postmortem_version', 'postmortem()'),
      ('finding', 'postmortem()'), ('incident_note', 'part()'), ('action', 'part()'),
      ('service', 'name()'), ('team', 'name()'), ('person', 'name()')
    ) as listed (name, follower)
  loop
    for change in
      select * from (values ('insert', 'new'), ('update', 'new'), ('delete', 'old')) as listed (verb, side)
    loop
      execute format(
        'create trigger search_follow_%s after %1$s on %I referencing %s table as changed
          for each statement execute function search_follow_%s',
        change.verb, followed.name, change.side, followed.follower
      );
    end loop;
  end loop;
end $$;

-- What was there before search was.
select search_rebuild();
