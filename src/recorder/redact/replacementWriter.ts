import type { Replacement } from '../../core/redaction/rule.ts';
import { type ParquetType, ParquetWriter } from '../lake/parquetWriter.ts';

const COLUMNS = [
  ['segment', 'int32'],
  ['line', 'int32'],
  ['field', 'text'],
  ['start', 'int32'],
  ['end', 'int32'],
  ['rule', 'text'],
  ['kind', 'text'],
  ['token', 'text'],
  ['encoding', 'text'],
] as const satisfies readonly (readonly [string, ParquetType])[];

const GROUP_ROWS = 16_384;

/** Where a replacement was made: segment, line and field of a record. */
export interface Place {
  segment: number;
  line: number;
  field: string;
}

/** Writes down every replacement: place, rule, kind and token; never a value. */
export class ReplacementWriter {
  readonly path: string;
  #file: ParquetWriter | undefined;
  #rows: (Replacement & Place)[] = [];

  constructor(path: string) {
    this.path = path;
  }

  add(replacement: Replacement, place: Place): void {
    this.#rows.push({ ...replacement, ...place });
    if (this.#rows.length === GROUP_ROWS) this.#flush();
  }

  #flush(): void {
    const rows = this.#rows;
    if (rows.length === 0) return;
    this.#file ??= ParquetWriter.create(this.path, COLUMNS);
    this.#file.writeGroup(
      rows.length,
      COLUMNS.map(([name, type]) =>
        type === 'int32'
          ? { plain: Int32Array.from(rows, row => row[name as 'segment' | 'line' | 'start' | 'end']) }
          : { texts: rows.map(row => row[name as 'field' | 'rule' | 'kind' | 'token' | 'encoding'] ?? '') },
      ),
    );
    this.#rows = [];
  }

  /** The file, or undefined when nothing was replaced. */
  close(): string | undefined {
    this.#flush();
    this.#file?.close();
    return this.#file && this.path;
  }
}
