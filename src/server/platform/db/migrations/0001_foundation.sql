-- Typo-tolerant search, and text compared without accents. Both are trusted: no superuser needed.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Answers of changes that were asked for with an Idempotency-Key: asked again, they are answered again, not done again.
create table idempotency_key (
  actor_id text not null,
  key text not null,
  operation text not null,
  -- SHA-256 of the input: the same key with another input is refused.
  input_hash bytea not null,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (actor_id, key)
);
create index on idempotency_key (created_at);

-- Server processes that live: jobs that are locked by workers of none of them run again.
create table server_process (
  id uuid primary key,
  worker_ids text[] not null,
  heartbeat_at timestamptz not null
);
