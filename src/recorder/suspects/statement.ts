/** A code location in front of a message (`o.s.OrderServiceImpl#365`, `main.go:120]`): names the log statement by itself. */
const LOCATION = `^[\\[(]?(\\S*[A-Za-z]\\S*[#:]\\d+)[\\])]?(?:\\s|$)`;

/** What differs between two lines of one statement: quoted text, ids, hex, numbers and paths. */
const VARIABLE = [
  `"[^"]*"`,
  `''[^'']*''`,
  `\\b[0-9a-fA-F]{8,}(?:-[0-9a-fA-F]+)*\\b`,
  `(?:/[\\w.%{}-]+){2,}`,
  `[\\w.%+-]*\\d[\\w.:%+-]*`,
].join('|');

/** The values after `key=` (up to the next comma or bracket) and `key:` (one word). */
const VALUE = `(=)[^,;)\\]]+|(: ?)[^\\s,;)\\]]+`;

/**
 * SQL for the statement that wrote a log line: the code location that its reader found, else one in front of its text, else its
 * first line without what varies.
 */
export const STATEMENT = `case
  when contains(attributes, '"codeLine":') then regexp_extract(attributes, '"(?:component|caller)":"([^"]*)"', 1)
    || '#' || regexp_extract(attributes, '"codeLine":"?(\\d+)', 1)
  when regexp_matches(if(name <> '', name, left(body, 120)), '${LOCATION}')
    then regexp_extract(if(name <> '', name, left(body, 120)), '${LOCATION}', 1)
  else regexp_replace(regexp_replace(left(split_part(body, chr(10), 1), 240), '${VARIABLE}', '*', 'g'), '${VALUE}', '\\1\\2*', 'g')
end`;
