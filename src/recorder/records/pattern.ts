/** Of a body; what differs behind this makes no pattern. */
const LONGEST = 300;

/** Tokens of redaction, then words that hold a digit. */
const VARYING = '‹[^›]*›|[[:alnum:]]*[0-9][[:alnum:]]*';

/** SQL: what a record says, with everything that varies from one to the next as `#`. */
export const PATTERN = `regexp_replace(left(if(body = '', name, body), ${LONGEST}), '${VARYING}', '#', 'g')`;
