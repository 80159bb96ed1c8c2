/**
 * SQL that says which clock stamped a record. A host has one clock, whatever runs on it: so the host when the record
 * names it; else the host that other records name for its pod; else the pod; else the service; else the source.
 * Only spans and log lines are stamped by what they speak of: an alert about a service has its sender's clock.
 */

/** SQL: the pod that record `r` names in its attributes; `''` when none. */
export const POD = `case when contains(r.attributes, '"pod":') then coalesce(json_extract_string(r.attributes, '$.pod'), '') else '' end`;

/** SQL: joins `pod_hosts h` to record `r`; looks into the attributes only where no host is named. */
export const POD_HOST_JOIN = `left join pod_hosts h on h.pod = case when r.host = '' and r.kind in ('log', 'span') then ${POD} end`;

/** SQL: the clock of record `r`, which `POD_HOST_JOIN` joined with `h`. */
export const CLOCK = `case
    when r.host <> '' then r.host
    when r.kind not in ('log', 'span') then r.source
    else coalesce(h.host, nullif(${POD}, ''), nullif(r.service, ''), r.source)
  end`;

/** SQL that creates the temporary table `pod_hosts(pod, host)`: where each pod ran, as far as any record says. */
export const createPodHosts = (records: string) => `
  create or replace temp table pod_hosts as
  select pod, mode(host) as host
  from (select ${POD} as pod, r.host from ${records} r where r.host <> '' and r.kind in ('log', 'span'))
  where pod <> ''
  group by pod`;
