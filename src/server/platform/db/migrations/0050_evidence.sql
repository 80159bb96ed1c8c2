-- A file of evidence, frozen: sealed in the object store under the SHA-256 of its sealed form. The row stays when the
-- evidence is removed, so that what was there, and who removed it, can always be told.
create table evidence (
  id uuid primary key,
  version integer not null default 1,
  incident_id uuid not null references incident (id) on delete cascade,
  name text not null,
  description text not null,
  bytes bigint not null check (bytes >= 0),
  -- Of the original's own bytes.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  sealed_key text not null,
  sealed_bytes bigint not null,
  sealed_sha256 text not null,
  -- When the file was last written, as its sender says.
  modified_at timestamptz,
  collected_by uuid references person (id),
  collected_at timestamptz not null,
  updated_at timestamptz not null,
  removed_by uuid references person (id),
  removed_at timestamptz,
  removal_reason text,
  check ((removed_at is null) = (removal_reason is null))
);
create index on evidence (incident_id, id);
-- The same bytes are frozen once an incident: twice would count every record twice.
create unique index evidence_once on evidence (incident_id, sha256) where removed_at is null;

-- A file on its way in. Parts come in any order, through any server process, as often as the network needs.
create table upload (
  id uuid primary key,
  incident_id uuid not null references incident (id) on delete cascade,
  name text not null,
  bytes bigint not null check (bytes >= 0),
  -- What the whole file must hash to, where the sender said it.
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  part_bytes integer not null check (part_bytes > 0),
  modified_at timestamptz,
  state text not null check (state in ('open', 'complete', 'cancelled', 'expired')),
  evidence_id uuid references evidence (id) on delete cascade,
  started_by uuid references person (id),
  started_at timestamptz not null,
  -- The newest part's arrival; a silent upload expires.
  active_at timestamptz not null,
  check ((state = 'complete') = (evidence_id is not null))
);
create index on upload (incident_id, id);
create index upload_open on upload (active_at) where state = 'open';
create index on upload (evidence_id);

create table upload_part (
  upload_id uuid not null references upload (id) on delete cascade,
  number integer not null check (number > 0),
  bytes integer not null,
  sha256 text not null,
  -- The part lies sealed in the object store.
  sealed_key text not null,
  received_at timestamptz not null,
  primary key (upload_id, number)
);

-- One reading of all evidence of an incident, by the recorder. Its id is that of the draft that it gives.
create table reading (
  id uuid primary key,
  incident_id uuid not null references incident (id) on delete cascade,
  -- Counts the readings of an incident, from 1.
  version integer not null,
  -- superseded: newer evidence came before it was done · withdrawn: evidence that it read was removed
  state text not null check (
    state in ('waiting', 'running', 'done', 'failed', 'cancelled', 'superseded', 'withdrawn')
  ),
  -- Why it failed, or waits again.
  reason text,
  -- Zone and window that a person gave: {zone, from, to}.
  options jsonb not null,
  requested_by uuid references person (id),
  requested_at timestamptz not null,
  -- Whoever runs it: a run that was taken for dead must not end what another one does.
  run_id uuid,
  started_at timestamptz,
  ended_at timestamptz,
  -- How far it is; follows every half second while it runs.
  stage text,
  share real not null default 0 check (share between 0 and 1),
  seconds_left integer,

  -- What came of it. As text, because evidence may hold characters that jsonb cannot keep.
  coverage json,
  gaps json,
  clocks json,
  redactions json,
  suspects json,
  figures json,
  unique (incident_id, version)
);
create unique index reading_next on reading (incident_id) where state = 'waiting';

-- What a reading read. Evidence that is removed later keeps its row here.
create table reading_evidence (
  reading_id uuid not null references reading (id) on delete cascade,
  evidence_id uuid not null references evidence (id) on delete cascade,
  primary key (reading_id, evidence_id)
);
create index on reading_evidence (evidence_id);

-- The files of a reading: records and replacements as Parquet, the bundle, the manifest that signs them.
create table reading_file (
  reading_id uuid not null references reading (id) on delete cascade,
  -- As in the folder of a draft: evidence/records.parquet.
  path text not null,
  object_key text not null,
  bytes bigint not null,
  sha256 text not null,
  primary key (reading_id, path)
);
create index on reading_file (object_key);
create index on evidence (sealed_key);
create index on upload_part (sealed_key);
