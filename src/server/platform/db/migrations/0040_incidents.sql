-- Terms that the organisation added to the taxonomy that every installation has.
create table taxonomy_term (
  dimension text not null check (dimension in ('layer', 'causeClass', 'useCase')),
  id text not null,
  name text not null,
  description text not null,
  created_at timestamptz not null,
  primary key (dimension, id)
);
create unique index taxonomy_term_name on taxonomy_term (dimension, lower(name));

create table incident (
  id uuid primary key,
  -- From a sequence: declaring never waits, and a number that is missing says nothing about what may not be seen.
  number integer not null unique generated always as identity,
  version integer not null default 1,
  title text not null,
  summary text not null,
  severity text not null check (severity in ('sev1', 'sev2', 'sev3', 'sev4', 'sev5')),
  -- 5 is the gravest: lists sort gravest and newest first, both downwards.
  gravity smallint not null generated always as (6 - right(severity, 1)::smallint) stored,
  state text not null check (state in ('declared', 'acknowledged', 'mitigated', 'restored', 'closed')),
  layer text,
  cause_class text,
  use_case text,
  is_restricted boolean not null,
  restriction_reason text,
  -- What was affected, in figures: [{measure, value, unit, basis, how}].
  impact jsonb not null,
  links jsonb not null,

  -- Null where nobody knows.
  started_at timestamptz,
  detected_at timestamptz,
  declared_at timestamptz not null,
  acknowledged_at timestamptz,
  mitigated_at timestamptz,
  restored_at timestamptz,
  closed_at timestamptz,

  -- What people answered to the checklist: {fact: boolean}. What the incident itself says is not kept here.
  answers jsonb not null,
  override_kind text check (override_kind in ('security', 'full', 'short', 'none')),
  override_note text,
  override_by uuid references person (id),
  override_at timestamptz,
  check (num_nulls(override_kind, override_note, override_by, override_at) in (0, 4)),

  -- Version of the evidence that the newest proposed moments come from; 0 before any.
  moments_version integer not null default 0,
  declared_by uuid references person (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (is_restricted = (restriction_reason is not null))
);
create index incident_newest on incident (declared_at, id);
create index incident_updated on incident (updated_at, id);
create index incident_gravest on incident (gravity, declared_at, id);
-- When it began, as far as anyone knows: what repeats within 30 days is found by it.
create index incident_begun on incident ((coalesce(started_at, declared_at)));
create index incident_open on incident (declared_at, id) where state <> 'closed';
create index incident_restricted on incident (id) where is_restricted;
create index incident_title on incident using gin (title gin_trgm_ops);
create index on incident (declared_by);

create table incident_service (
  incident_id uuid not null references incident (id) on delete cascade,
  service_id uuid not null references service (id),
  primary key (incident_id, service_id)
);
create index on incident_service (service_id, incident_id);

-- One team answers for the incident; others contribute, or sit on its review board.
create table incident_team (
  incident_id uuid not null references incident (id) on delete cascade,
  team_id uuid not null references team (id),
  part text not null check (part in ('owner', 'contributor', 'review')),
  primary key (incident_id, team_id)
);
create unique index incident_one_owner on incident_team (incident_id) where part = 'owner';
create index on incident_team (team_id, incident_id);

-- Who had which role from when until when; the row without an end is who has it now.
create table incident_role (
  id uuid primary key,
  incident_id uuid not null references incident (id) on delete cascade,
  role text not null check (role in ('commander', 'scribe', 'communications', 'postmortemOwner')),
  person_id uuid not null references person (id),
  since timestamptz not null,
  until timestamptz,
  note text not null,
  assigned_by uuid references person (id)
);
create unique index incident_one_holder on incident_role (incident_id, role) where until is null;
create index on incident_role (incident_id, since);
create index incident_role_held on incident_role (person_id, incident_id) where until is null;

-- The list of those who may see a restricted incident besides those who have a role in it and its teams: a person or a
-- team each.
create table incident_access (
  id uuid primary key,
  incident_id uuid not null references incident (id) on delete cascade,
  person_id uuid references person (id),
  team_id uuid references team (id) on delete cascade,
  reason text not null,
  granted_by uuid references person (id),
  created_at timestamptz not null,
  check (num_nonnulls(person_id, team_id) = 1),
  unique nulls not distinct (incident_id, person_id, team_id)
);
create index on incident_access (person_id, incident_id);
create index on incident_access (team_id, incident_id);

-- What each time was before, and why it changed.
create table incident_time_change (
  id uuid primary key,
  incident_id uuid not null references incident (id) on delete cascade,
  name text not null,
  before timestamptz,
  after timestamptz,
  -- The operation that changed it: declare, acknowledge …, correctTimes.
  cause text not null,
  reason text not null,
  changed_by uuid references person (id),
  changed_at timestamptz not null
);
create index on incident_time_change (incident_id, id);

create table incident_note (
  id uuid primary key,
  version integer not null default 1,
  incident_id uuid not null references incident (id) on delete cascade,
  -- Markdown, byte for byte.
  body text not null,
  author_id uuid references person (id),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on incident_note (incident_id, id);

create table incident_note_version (
  note_id uuid not null references incident_note (id) on delete cascade,
  version integer not null,
  body text not null,
  written_at timestamptz not null,
  primary key (note_id, version)
);

create table moment (
  id uuid primary key,
  version integer not null default 1,
  incident_id uuid not null references incident (id) on delete cascade,
  state text not null check (state in ('proposed', 'kept', 'dismissed')),
  -- On the reference clock.
  at timestamptz not null,
  until timestamptz,
  kind text not null,
  title text not null,
  detail text not null,
  source text not null,
  service text not null,
  -- The time as the source wrote it, what was added to come onto the reference clock, and how far off that may be.
  source_stamp text not null,
  correction_us bigint not null,
  uncertainty_us bigint check (uncertainty_us >= 0),

  -- What the evidence said when it proposed the moment; null for one that a person added.
  proposal jsonb,
  -- What makes proposals of two evidence versions the same moment.
  proposal_key text,
  -- The newest evidence version that proposed it.
  evidence_version integer,
  -- Edited or judged by a person: no later proposal overwrites it.
  is_settled boolean not null,
  created_by uuid references person (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (until >= at),
  check (num_nulls(proposal, proposal_key, evidence_version) in (0, 3)),
  unique (incident_id, proposal_key)
);
create index moment_in_time on moment (incident_id, at, id);
