/**
 * SQL that says which clock stamped a record. A host has one clock, whatever runs on it: so the host when the record
 * names it; else the host that other records name for its pod; else the pod; else the service; else the source.
 * Only spans and log lines are stamped by what they speak of: an alert about a service has its sender's clock.
 * Log lines of a host get a clock of their own when they do not fit into the spans of the same host (`log_clocks`).
 */

/** The pod that record `r` names in its attributes; `''` when none. */
export const POD = `case when contains(r.attributes, '"pod":') then coalesce(json_extract_string(r.attributes, '$.pod'), '') else '' end`;

/** Joins `pod_hosts h` to record `r`; looks into the attributes only where no host is named. */
export const POD_HOST_JOIN = `left join pod_hosts h on h.pod = case when r.host = '' and r.kind in ('log', 'span') then ${POD} end`;

/** The clock of the place that record `r` comes from, with `POD_HOST_JOIN`. */
export const PLACE = `case
    when r.kind not in ('log', 'span') then r.source
    when r.host <> '' then r.host
    else coalesce(h.host, nullif(${POD}, ''), nullif(r.service, ''), r.source)
  end`;

/** Joins what `CLOCK` needs to record `r`. */
export const CLOCK_JOIN = `${POD_HOST_JOIN}
  left join log_clocks l on l.place = case when r.kind = 'log' then ${PLACE} end`;

/** The clock of record `r`, with `CLOCK_JOIN`. */
export const CLOCK = `coalesce(l.clock, ${PLACE})`;
