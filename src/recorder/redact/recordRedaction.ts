import { isIP } from 'node:net';
import { createPrefilter } from '../../core/redaction/prefilter.ts';
import { createRedactor, type Redactor } from '../../core/redaction/redactor.ts';
import type { Replacement } from '../../core/redaction/rule.ts';
import { RULES } from '../../core/redaction/rules/index.ts';
import type { RedactionCount } from '../ingest/messages.ts';
import type { RedactRecord } from '../ingest/recordKeeper.ts';
import { type Place, ReplacementWriter } from './replacementWriter.ts';
import { tokenKey } from './tokenKey.ts';

/** Redacts records field by field, and keeps the account of what was replaced. One for each reading thread. */
export class RecordRedaction {
  /** Positions of what may be redacted, one for each line that holds any. */
  readonly mark = createPrefilter(RULES).marks;
  #redactor: Redactor;
  #replacements: ReplacementWriter | undefined;
  #place: Place = { segment: 0, line: 0, field: '' };
  #counts = new Map<string, { kind: string; replacements: number; tokens: Set<string> }>();

  constructor(key: Uint8Array, replacementsPath: string | undefined) {
    this.#redactor = createRedactor({ tokenOf: tokenKey(key), onReplacement: found => this.#count(found) });
    this.#replacements = replacementsPath === undefined ? undefined : new ReplacementWriter(replacementsPath);
  }

  /** The redaction of one segment's records. */
  forSegment(segment: number): RedactRecord {
    return (record, line) => {
      this.#place = { segment, line, field: 'body' };
      record.body = this.#redactor.text(record.body);
      if (record.name) record.name = this.#field('name', record.name);
      if (record.service) record.service = this.#field('service', record.service);
      if (record.source) record.source = this.#field('source', record.source);
      // The address of a machine of ours says which clock it is; the addresses of people are in other fields.
      if (record.host && isIP(record.host) === 0) record.host = this.#field('host', record.host);
      if (record.attributes === undefined) return record;
      this.#place.field = 'attributes';
      record.attributes = this.#redactor.attributes(record.attributes);
      return record;
    };
  }

  #field(field: string, text: string): string {
    this.#place.field = field;
    return this.#redactor.text(text);
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
