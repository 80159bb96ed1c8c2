create table action (
  id uuid primary key,
  version integer not null default 1,
  incident_id uuid not null references incident (id),
  postmortem_id uuid references postmortem (id),
  finding_id uuid references finding (id) on delete set null,
  title text not null,
  description text not null,
  kind text not null check (kind in ('prevent', 'detect', 'mitigate', 'respond', 'learn')),
  state text not null check (state in ('open', 'in-progress', 'done', 'verified', 'cancelled')),
  owner_id uuid references person (id),
  due_on date,

  -- {sloImpact, customerImpact, recurrenceRisk, effort}, each null where nobody has said.
  priority_facts jsonb not null,
  -- What counts: the override where there is one, else what the facts give.
  priority text not null check (priority in ('p1', 'p2', 'p3', 'p4')),
  override_priority text check (override_priority in ('p1', 'p2', 'p3', 'p4')),
  override_note text,
  override_by uuid references person (id),
  override_at timestamptz,
  check (num_nulls(override_priority, override_note, override_by, override_at) in (0, 4)),

  -- {kind, fields}: how it will be proved.
  verification jsonb,
  created_by uuid references person (id),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on action (incident_id);
create index on action (postmortem_id);
create index on action (finding_id);
create index action_owned on action (owner_id, state);
create index action_due on action (coalesce(due_on, 'infinity'), id);
create index action_priority on action (priority, coalesce(due_on, 'infinity'), id);
create index action_title on action using gin (title gin_trgm_ops);

-- Its course: every change of state with what was given for it.
create table action_move (
  id uuid primary key,
  action_id uuid not null references action (id) on delete cascade,
  transition text not null,
  from_state text not null,
  to_state text not null,
  -- The reason, or the evidence that was seen.
  note text not null,
  moved_by uuid references person (id),
  moved_at timestamptz not null
);
create index on action_move (action_id, id);
