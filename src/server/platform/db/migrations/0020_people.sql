create table person (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  roles text[] not null default '{viewer}',
  -- A person who left keeps a row, because incidents name them.
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table team (
  id uuid primary key,
  version integer not null default 1,
  name text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index team_name on team (lower(name));

create table team_member (
  team_id uuid not null references team (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  primary key (team_id, person_id)
);
create index on team_member (person_id);
