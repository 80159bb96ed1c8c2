/** Where the files of a draft, and of a recording, lie in its folder. They need nothing, so that to name one loads nothing. */
export const EVIDENCE = 'evidence';
export const MANIFEST = `${EVIDENCE}/manifest.jsonl`;
export const ORIGINALS = `${EVIDENCE}/originals`;
export const RECORDS = `${EVIDENCE}/records.parquet`;
export const REPLACEMENTS = `${EVIDENCE}/redactions.parquet`;
export const BUNDLE = 'bundle.json';
