create table person (
  id uuid primary key,
  version integer not null default 1,
  name text not null,
  -- Kept in lower case: whoever types Ada@Example.org means ada@example.org.
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  roles text[] not null default '{viewer}',
  -- A person who left keeps a row, because incidents name them.
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index person_name on person (lower(name), id);
create index person_administrator on person (id) where 'administrator' = any (roles);

create table team (
  id uuid primary key,
  version integer not null default 1,
  name text not null,
  description text not null default '',
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

-- A browser that is signed in. The token alone opens nothing: the cookie also holds its signature by the server's secret.
create table session (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  token text not null unique,
  ip_address text,
  user_agent text,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  -- When it was last used, to the hour.
  updated_at timestamptz not null
);
create index on session (person_id);
create index on session (expires_at);

-- How a person proves to be themselves: a password (provider `credential`), or an account at an identity provider. There
-- is no column for a provider's tokens, so none can be kept.
create table credential (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  provider_id text not null,
  account_id text not null,
  -- Salted scrypt.
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index on credential (person_id);

create table passkey (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  name text,
  credential_id text not null unique,
  public_key text not null,
  -- How often the device has signed, up to 2^32.
  counter double precision not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz not null
);
create index on passkey (person_id);

-- What a sign-in in progress must remember for some minutes: challenges and states.
create table verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on verification (identifier);
create index on verification (expires_at);

-- SHA-256 of the token: whoever reads this table cannot use one.
create table api_token (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  hash bytea not null unique,
  name text not null,
  -- The token's first characters, by which people recognise it.
  start text not null,
  scopes text[] not null,
  -- Null: until it is revoked.
  expires_at timestamptz,
  last_used_at timestamptz,
  created_at timestamptz not null
);
create index on api_token (person_id);

-- Opened by a ticket, the row's id with the server's signature: nothing here opens anything.
create table invitation (
  id uuid primary key,
  email text not null check (email = lower(email)),
  roles text[] not null,
  team_ids uuid[] not null,
  invited_by uuid not null references person (id),
  expires_at timestamptz not null,
  accepted_by uuid references person (id),
  -- When it stopped being open, by being accepted or revoked.
  closed_at timestamptz,
  created_at timestamptz not null,
  check (accepted_by is null or closed_at is not null)
);
create unique index invitation_open on invitation (email) where closed_at is null;
create index on invitation (created_at, id);
create index on invitation (invited_by);
create index on invitation (accepted_by);

create table password_reset (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  expires_at timestamptz not null
);
create index on password_reset (person_id);
create index on password_reset (expires_at);

-- Tries that are counted, such as sign-ins for one address, so that all processes together allow only so many.
create table attempt (
  -- Keyed hash of what is counted: an address that somebody tried is not kept.
  key bytea primary key,
  count integer not null,
  ends_at timestamptz not null
);
create index on attempt (ends_at);
