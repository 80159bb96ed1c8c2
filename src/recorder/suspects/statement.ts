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

/**
 * SQL for the statement that wrote a log line: its code location where it has one, else its first line without what varies,
 * the value after `key=` and `key:` included.
 */
export const STATEMENT = `coalesce(
  nullif(regexp_extract(if(name <> '', name, left(body, 120)), '${LOCATION}', 1), ''),
  regexp_replace(regexp_replace(left(split_part(body, chr(10), 1), 240), '${VARIABLE}', '*', 'g'),
    '([=:] ?)[^\\s,;\\]]+', '\\1*', 'g'))`;
