import { isIP } from 'node:net';
import type { ReadRecord } from '../../core/record.ts';
import { createPrefilter } from '../../core/redaction/prefilter.ts';
import { createRedactor, type Redactor } from '../../core/redaction/redactor.ts';
import { type MadeReplacement, withRepeats } from '../../core/redaction/repeats.ts';
import type { Replacement } from '../../core/redaction/rule.ts';
import { RULES } from '../../core/redaction/rules/index.ts';
import { spliced } from '../../core/redaction/spliced.ts';
import type { RedactionCount } from '../ingest/messages.ts';
import type { RedactRecord } from '../ingest/recordKeeper.ts';
import { type Place, ReplacementWriter } from './replacementWriter.ts';
import { tokenKey } from './tokenKey.ts';

/** What is remembered of texts that hold nothing: short ones, and not too many. */
const LONGEST_REMEMBERED = 160;
const MOST_REMEMBERED = 4096;

/** Redacts records field by field, and keeps the account of what was replaced. One for each reading thread. */
export class RecordRedaction {
  /** Positions of what may be redacted, one for each line that holds any. */
  readonly mark = createPrefilter(RULES).marks;
  #redactor: Redactor;
  /** Texts known to hold nothing. */
  #clean = new Set<string>();
  #bytes = Buffer.alloc(256 * 1024);
  #replacements: ReplacementWriter | undefined;
  #place: Place = { segment: 0, line: 0, field: '' };
  /** What was replaced in the attributes of the record at hand. */
  #inAttributes: MadeReplacement[] = [];
  #counts = new Map<string, { kind: string; replacements: number; tokens: Set<string> }>();

  constructor(key: Uint8Array, replacementsPath: string | undefined) {
    this.#redactor = createRedactor({
      tokenOf: tokenKey(key),
      onReplacement: (found, text) => {
        this.#count(found);
        if (this.#place.field === 'attributes') this.#inAttributes.push({ text, found });
      },
    });
    this.#replacements = replacementsPath === undefined ? undefined : new ReplacementWriter(replacementsPath);
  }

  /** The redaction of one segment's records. */
  forSegment(segment: number): RedactRecord {
    return (record, attributes, line) => {
      this.#place = { segment, line, field: 'attributes' };
      const redacted = this.#attributes(record, attributes);
      this.#place.field = 'body';
      if (record.body !== '') record.body = this.#body(record.body);
      if (record.name) record.name = this.#word('name', record.name);
      if (record.service) record.service = this.#word('service', record.service);
      if (record.source) record.source = this.#word('source', record.source);
      // The address of a machine of ours says which clock it is; the addresses of people are in other fields.
      if (record.host && isIP(record.host) === 0) record.host = this.#word('host', record.host);
      return redacted;
    };
  }

  /** The message, in which values of the attributes may stand once more, without the names that give them away. */
  #body(body: string): string {
    if (this.#inAttributes.length === 0) return this.#redactor.text(body);
    const found = withRepeats(body, this.#redactor.replacements(body), this.#inAttributes);
    for (const replacement of found) this.#count(replacement);
    return spliced(body, found);
  }

  /** A short text of which there are few different ones: each that holds nothing is looked at once. */
  #word(field: string, text: string): string {
    if (this.#clean.has(text)) return text;
    this.#place.field = field;
    const redacted = this.#redactor.text(text);
    if (redacted === text) this.#remember(text);
    return redacted;
  }

  #attributes({ attributes }: ReadRecord, json: string): string {
    if (this.#inAttributes.length > 0) this.#inAttributes = [];
    if (attributes === undefined || this.#clean.has(json)) return json;
    // As JSON text, a name stands before its value as it does in a line: what is not marked in it holds nothing.
    const length = json.length * 3 <= this.#bytes.length ? this.#bytes.write(json) : undefined;
    if (length !== undefined && this.mark(this.#bytes, 0, length).length === 0) {
      this.#remember(json);
      return json;
    }
    return JSON.stringify(this.#redactor.attributes(attributes));
  }

  #remember(text: string): void {
    if (text.length > LONGEST_REMEMBERED) return;
    if (this.#clean.size >= MOST_REMEMBERED) this.#clean.clear();
    this.#clean.add(text);
  }

  #count(found: Replacement): void {
    const { rule, kind, token } = found;
    const count = this.#counts.get(rule) ?? { kind, replacements: 0, tokens: new Set<string>() };
    this.#counts.set(rule, count);
    count.replacements++;
    count.tokens.add(token);
    this.#replacements?.add(found, this.#place);
  }

  counts(): RedactionCount[] {
    return [...this.#counts].map(([rule, { kind, replacements, tokens }]) => ({
      rule,
      kind,
      replacements,
      tokens: [...tokens],
    }));
  }

  /** The file of replacements, or undefined when there is none. */
  close(): string | undefined {
    return this.#replacements?.close();
  }
}
