create table template (
  id uuid primary key,
  version integer not null default 1,
  -- Which of the product's own templates it began as; null for one that an organisation added.
  default_id text unique,
  name text not null,
  description text not null,
  -- [{id, title, guidance, isRequired, minimumWords, filledBy}]
  sections jsonb not null,
  -- Offered no more. Postmortems keep their copy.
  retired_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index template_name on template (lower(name)) where retired_at is null;

-- What a reading of an incident's evidence drafted, under the reading's id; postmortems are filled from the newest.
create table incident_draft (
  id uuid primary key references reading (id) on delete cascade,
  incident_id uuid not null references incident (id) on delete cascade,
  -- The bundle, as text: evidence may hold characters that jsonb cannot.
  bundle json not null,
  created_at timestamptz not null
);
create index on incident_draft (incident_id, id);

-- Who owns it is a role of the incident, because the owner is named before there is anything to own.
create table postmortem (
  id uuid primary key,
  -- Counts every change, of the text too: versions of the text are numbered by it.
  version integer not null default 1,
  incident_id uuid not null references incident (id),
  title text not null,
  state text not null check (state in ('draft', 'ready', 'withdrawn')),
  template_id uuid not null references template (id),
  -- The template as it was when the postmortem was opened.
  template jsonb not null,
  -- The template's default_id, or 'custom'.
  kind text not null,
  due_on date,
  is_restricted boolean not null default false,
  -- What it was last filled from.
  draft_id uuid references incident_draft (id) on delete set null,
  -- When a section first said something.
  drafted_at timestamptz,
  -- Percent of its sections that are really filled; follows the newest version.
  completeness smallint not null check (completeness between 0 and 100),
  -- The same for each section, and why it is not complete: [{id, filled, reason}].
  measured jsonb not null,
  opened_by uuid references person (id),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index postmortem_of_incident on postmortem (incident_id) where state <> 'withdrawn';
create index on postmortem (incident_id);
create index postmortem_updated on postmortem (updated_at, id);
create index postmortem_restricted on postmortem (id) where is_restricted;
create index on postmortem (template_id);
create index on postmortem (draft_id);

-- Those who may see a restricted postmortem besides its owner and administrators: a person or a team each.
create table postmortem_access (
  postmortem_id uuid not null references postmortem (id) on delete cascade,
  person_id uuid references person (id),
  team_id uuid references team (id) on delete cascade,
  check (num_nonnulls(person_id, team_id) = 1),
  unique nulls not distinct (postmortem_id, person_id, team_id)
);
create index on postmortem_access (person_id, postmortem_id);
create index on postmortem_access (team_id, postmortem_id);

-- Everyone who may see a restricted postmortem: those on its list, its owner, who opened it.
create view postmortem_viewer as
  select postmortem_id, person_id, team_id from postmortem_access
  union all
  select postmortem.id, incident_role.person_id, null
  from postmortem
  join incident_role using (incident_id)
  where incident_role.role = 'postmortemOwner' and incident_role.until is null
  union all
  select id, opened_by, null from postmortem;

-- Texts of sections, byte for byte. Never changed: an edit adds one, and versions say which text stood where.
create table postmortem_text (
  id uuid primary key,
  postmortem_id uuid not null references postmortem (id) on delete cascade,
  markdown text not null
);
create index on postmortem_text (postmortem_id);

-- The text as it was after each edit; the newest is the text as it is.
create table postmortem_version (
  postmortem_id uuid not null references postmortem (id) on delete cascade,
  version integer not null,
  -- In order: [{id, title, textId, version, writtenBy}]; version is the one that last changed the section.
  sections jsonb not null,
  -- What was done: open, editSection, addSection, removeSection, orderSections, refill, restore.
  change text not null,
  note text not null,
  author_id uuid references person (id),
  created_at timestamptz not null,
  primary key (postmortem_id, version)
);

-- Evidence that sentences of the text cite, under names that stay the same when a newer draft is taken in.
create table postmortem_citation (
  postmortem_id uuid not null references postmortem (id) on delete cascade,
  -- 3 for `e3`, as in the text.
  ordinal integer not null,
  -- As text: evidence may hold characters that jsonb cannot.
  citation json not null,
  primary key (postmortem_id, ordinal)
);

create table postmortem_move (
  id uuid primary key,
  postmortem_id uuid not null references postmortem (id) on delete cascade,
  transition text not null,
  from_state text not null,
  to_state text not null,
  reason text not null,
  moved_by uuid references person (id),
  moved_at timestamptz not null
);
create index on postmortem_move (postmortem_id, id);

create table finding (
  id uuid primary key,
  version integer not null default 1,
  postmortem_id uuid not null references postmortem (id) on delete cascade,
  position integer not null,
  statement text not null,
  kind text not null,
  support text not null,
  confidence text,
  note text not null,
  -- [{kind: citation | moment | record, id}]
  cites jsonb not null,
  created_by uuid references person (id),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on finding (postmortem_id, position, id);
