/**
 * SQL that says which clock stamped a record. A host has one clock, whatever runs on it: so the host when the record
 * names it; else the host that other records name for its pod; else the pod; else the service; else the source.
 * Only spans and log lines are stamped by what they speak of: an alert about a service has its sender's clock.
 */

/** SQL: the pod that the record aliased `alias` names in its attributes; `''` when none. */
export const podOf = (alias: string) =>
  `case when contains(${alias}.attributes, '"pod":') then coalesce(json_extract_string(${alias}.attributes, '$.pod'), '') else '' end`;

/** SQL that creates the temporary table `pod_hosts(pod, host)`: where each pod ran, as far as any record says. */
export const createPodHosts = `
  create or replace temp table pod_hosts as
  select pod, mode(host) as host
  from (select ${podOf('r')} as pod, r.host from records r where r.host <> '' and r.kind in ('log', 'span'))
  where pod <> ''
  group by pod`;

/** SQL: the clock of a record aliased `r`, left-joined with `pod_hosts h` by `podHostJoin`. */
export const clockOf = `case
    when r.host <> '' then r.host
    when r.kind not in ('log', 'span') then r.source
    else coalesce(h.host, nullif(${podOf('r')}, ''), nullif(r.service, ''), r.source)
  end`;

/** SQL: joins `pod_hosts h` to `records r`; looks into the attributes only where no host is named. */
export const podHostJoin = `left join pod_hosts h
    on h.pod = case when r.host = '' and r.kind in ('log', 'span') then ${podOf('r')} end`;
