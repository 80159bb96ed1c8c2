-- Handovers of the log from one signing key to the next, each signed by both, as they were also written outside the data
-- folder.
create table audit_rotation (
  -- Entries of the log then: checkpoints up to this size are the older key's, from it on the newer one's.
  size bigint primary key,
  note text not null,
  signed_at timestamptz not null default now()
);

create trigger audit_rotation_append_only before update or delete on audit_rotation
  for each row execute function refuse_audit_change();
create trigger audit_rotation_keep before truncate on audit_rotation execute function refuse_audit_change();
