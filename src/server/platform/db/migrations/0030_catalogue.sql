create table service (
  id uuid primary key,
  version integer not null default 1,
  name text not null,
  description text not null,
  tier smallint not null check (tier between 1 and 4),
  owner_team_id uuid references team (id),
  links jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index service_name on service (lower(name));

create table service_dependency (
  service_id uuid not null references service (id) on delete cascade,
  depends_on_id uuid not null references service (id),
  primary key (service_id, depends_on_id),
  check (service_id <> depends_on_id)
);
create index on service_dependency (depends_on_id);
