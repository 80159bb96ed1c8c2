/** Attributes that name a thing which runs, where the record has no service. */
const NAMED = `"(?:function|app|application|deployment|workload|container|job)":"([^"]+)"`;

/**
 * SQL for the thing that a record speaks of: its service, or what its attributes call the workload, or its machine, or the source
 * (a file) when nothing else is known.
 */
export const ENTITY = `coalesce(nullif(service, ''), nullif(regexp_extract(attributes, '${NAMED}', 1), ''), nullif(host, ''), source)`;
