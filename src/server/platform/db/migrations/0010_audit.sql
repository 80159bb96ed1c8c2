-- The audit log. An event is written in the transaction of what it reports, without a place; the sequencer gives queued
-- events their place in the Merkle log. No writer waits for another.

create function audit_instant(iso text) returns timestamptz
  language sql immutable strict parallel safe
  -- The stamp says its zone, so no setting changes what is read: that is what makes this immutable.
  return iso::timestamptz;

create table audit_event (
  id uuid primary key,
  -- Canonical JSON (RFC 8785), byte for byte what is hashed into the log.
  leaf text not null,

  -- What the leaf says, for queries. Generated, so that no column can say anything else than the leaf does.
  at timestamptz not null generated always as (audit_instant(leaf::json ->> 'at')) stored,
  kind text not null generated always as (leaf::json ->> 'kind') stored,
  operation text not null generated always as (leaf::json ->> 'operation') stored,
  actor_kind text not null generated always as (leaf::json #>> '{actor,kind}') stored,
  actor_id text generated always as (leaf::json #>> '{actor,id}') stored,
  subject_kind text generated always as (leaf::json #>> '{subject,kind}') stored,
  subject_id text generated always as (leaf::json #>> '{subject,id}') stored,
  incident_id text generated always as (leaf::json ->> 'incident') stored,

  -- What may have to be forgotten: JSON {"salt","value"} that opens the leaf's commitment of the same name. Null when the
  -- event has no such field, or when it was erased. Text, because jsonb cannot hold every string that JSON can.
  actor_name text,
  ip text,
  user_agent text,
  input text,
  before text,
  after text
);

create index audit_event_subject on audit_event (subject_kind, subject_id, id);
create index audit_event_incident on audit_event (incident_id, id) where incident_id is not null;
create index audit_event_actor on audit_event (actor_id, id);

-- Events without a place yet.
create table audit_queue (
  ticket bigint generated always as identity primary key,
  event_id uuid not null
);

-- The leaves in their order; "index" counts from 0 without a gap.
create table audit_leaf (
  index bigint primary key,
  event_id uuid not null unique,
  hash bytea not null
);

-- Roots of complete subtrees of 256^height leaves (height ≥ 1): enough to make any proof from a few short ranges.
create table audit_node (
  height smallint not null,
  index bigint not null,
  hash bytea not null,
  primary key (height, index)
);

-- Signed checkpoints (C2SP tlog-checkpoint), as they were also written outside the data folder.
create table audit_checkpoint (
  size bigint primary key,
  note text not null,
  signed_at timestamptz not null default now()
);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'The audit log is append-only: % of % is refused.', lower(tg_op), tg_table_name
    using errcode = 'integrity_constraint_violation';
end $$;

create function allow_audit_erasure_only() returns trigger language plpgsql as $$
begin
  if new.id = old.id and new.leaf = old.leaf
    and (new.actor_name is null or new.actor_name = old.actor_name)
    and (new.ip is null or new.ip = old.ip)
    and (new.user_agent is null or new.user_agent = old.user_agent)
    and (new.input is null or new.input = old.input)
    and (new.before is null or new.before = old.before)
    and (new.after is null or new.after = old.after)
  then
    return new;
  end if;
  raise exception 'The audit log is append-only: an erasable field can be emptied, nothing else can change.'
    using errcode = 'integrity_constraint_violation';
end $$;

create trigger audit_event_erasure before update on audit_event
  for each row execute function allow_audit_erasure_only();
create trigger audit_event_append_only before delete on audit_event
  for each row execute function refuse_audit_change();
create trigger audit_leaf_append_only before update or delete on audit_leaf
  for each row execute function refuse_audit_change();
create trigger audit_node_append_only before update or delete on audit_node
  for each row execute function refuse_audit_change();
create trigger audit_checkpoint_append_only before update or delete on audit_checkpoint
  for each row execute function refuse_audit_change();

create trigger audit_event_keep before truncate on audit_event execute function refuse_audit_change();
create trigger audit_leaf_keep before truncate on audit_leaf execute function refuse_audit_change();
create trigger audit_node_keep before truncate on audit_node execute function refuse_audit_change();
create trigger audit_checkpoint_keep before truncate on audit_checkpoint execute function refuse_audit_change();
