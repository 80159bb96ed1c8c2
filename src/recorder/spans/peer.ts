/** SQL: whom a call went to, by the attributes of who made it; empty where they do not say. */
export const PEER = `case when regexp_matches(attributes, '"(?:span\\.)?kind":\\s*"(?:SPAN_KIND_)?(?:client|producer|CLIENT|PRODUCER)"')
  or contains(attributes, '"db.system') or contains(attributes, '"messaging.system') or contains(attributes, '"peer.service"')
  then coalesce(${[
    'peer\\.service',
    'db\\.system(?:\\.name)?',
    'messaging\\.system',
    'server\\.address',
    'net\\.peer\\.name',
    'peer\\.hostname',
  ]
    .map(name => `nullif(regexp_extract(attributes, '"${name}":\\s*"([^"\\\\]+)"', 1), '')`)
    .join(', ')}, '') else '' end`;
