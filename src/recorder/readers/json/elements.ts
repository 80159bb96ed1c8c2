import { LinedWindow } from '../bytes/linedWindow.ts';
import { ValueCut } from './cut.ts';

/** A value that was cut out of a JSON text, still as text. */
export interface JsonElement {
  text: string;
  /** 1-based line on which it starts; in a text of one line, the number of the element. */
  line: number;
  /** The streamed array it stands in (`items`, `data.result`), `''` for root values and entries of a root array, `'$'` for what surrounds streamed arrays. */
  array: string;
  /** What stood in the root object before the streamed array, as cut-off JSON text; else `''`. */
  before: string;
}

export interface ElementSink {
  element(element: JsonElement): void;
  /** Text that is not JSON, or was cut off. */
  broken(entry: { line: number; text: string; why: string }): void;
}

const DEPTH_LIMIT = 2_000;
const BYTES_LIMIT = 400_000_000;
const KEPT_OF_BROKEN = 65_536;
const [NEWLINE, SEPARATOR, QUOTE, COMMA, COLON] = [0x0a, 0x1e, 0x22, 0x2c, 0x3a];
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

const isSpace = (byte: number) => byte === 0x20 || byte === 0x09 || byte === NEWLINE || byte === 0x0d;
const isPunctuation = (byte: number) =>
  byte === COMMA || byte === COLON || byte === CLOSE_ARRAY || byte === CLOSE_OBJECT;

/** A container that is walked entry by entry instead of being cut out whole. */
interface Frame {
  isArray: boolean;
  path: string;
  expecting: 'first' | 'key' | 'colon' | 'value' | 'comma';
  key: string;
}

/**
 * Cuts a JSON text of any size into the values worth parsing one by one: the entries of a root array, the entries of
 * the arrays at `arrays` (dotted paths below a root object), and root values that hold none of those, whole. Root
 * values may follow each other on new lines. An element's inside is not checked: that is the parser's work. Memory: one
 * element, and what surrounds the arrays.
 */
export class JsonElements {
  readonly #streamed: Set<string>;
  readonly #walked: Set<string>;
  readonly #sink: ElementSink;
  readonly #window = new LinedWindow();
  readonly #cut = new ValueCut();
  readonly #frames: Frame[] = [];
  #position = 0;
  #elements = 0;
  #started = false;
  #skipping = false;
  #lineStart = false;
  /** A root value ended on this line, so the next must wait for a new one. */
  #lineTaken = false;
  #valueFrom = -1;
  #valueLine = 1;
  #rootLine = 1;
  #surrounding: string[] = [];
  #surroundingFrom = -1;
  #before = '';

  constructor(arrays: readonly string[], sink: ElementSink) {
    this.#streamed = new Set(arrays);
    this.#walked = new Set(
      arrays.flatMap(path => path.split('.').map((_, i, all) => all.slice(0, i).join('.'))),
    );
    this.#sink = sink;
  }

  /** Takes the next bytes. */
  push(chunk: Uint8Array): void {
    this.#window.append(chunk);
    const bytes = this.#window.bytes;
    if (!this.#started && bytes.length < 3) return;
    this.#start();
    this.#run();
    this.#dropDone();
    if (this.#window.bytes.length > BYTES_LIMIT) this.#giveUp('one value is too large');
  }

  /** Settles what is open when the bytes are over. */
  end(): void {
    this.#start();
    this.push(Buffer.from('\n'));
    if (this.#valueFrom >= 0 || this.#frames.length > 0) this.#giveUp('the text ends inside a value');
  }

  #start(): void {
    if (this.#started) return;
    this.#started = true;
    const bytes = this.#window.bytes;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#position = 3;
  }

  #run(): void {
    const bytes = this.#window.bytes;
    while (this.#position < bytes.length) {
      if (this.#valueFrom >= 0) {
        const next = this.#cut.scan(bytes, this.#position);
        this.#position = next < 0 ? ~next : next;
        if (next < 0) return;
        this.#closeValue();
        continue;
      }
      const byte = bytes[this.#position] as number;
      if (this.#skipping) this.#skip(byte);
      else if (isSpace(byte)) {
        if (byte === NEWLINE) this.#lineTaken = false;
        this.#position++;
      } else if (this.#frames.length === 0) this.#atRoot(byte);
      else this.#inFrame(byte);
    }
  }

  /** After broken text only a bracket at the start of a line is trusted to begin a value. */
  #skip(byte: number): void {
    const mayBegin = byte === OPEN_OBJECT || byte === OPEN_ARRAY || byte === SEPARATOR;
    if (this.#lineStart && mayBegin) this.#skipping = false;
    else this.#position++;
    this.#lineStart = byte === NEWLINE;
    this.#lineTaken = false;
  }

  #atRoot(byte: number): void {
    if (byte === SEPARATOR) {
      this.#position++;
      this.#lineTaken = false;
    } else if (this.#lineTaken) this.#giveUp('there is text after the end of a JSON value');
    else if (isPunctuation(byte)) this.#giveUp('this is not a JSON value');
    else this.#enter(byte, '', true);
  }

  #inFrame(byte: number): void {
    const frame = this.#frames[this.#frames.length - 1] as Frame;
    const { isArray, expecting } = frame;
    if (expecting === 'comma' || expecting === 'first') {
      if (byte === (isArray ? CLOSE_ARRAY : CLOSE_OBJECT)) return this.#leave();
      if (expecting === 'first') frame.expecting = isArray ? 'value' : 'key';
      else if (byte === COMMA) {
        frame.expecting = isArray ? 'value' : 'key';
        this.#position++;
      } else if (isArray && !isPunctuation(byte)) {
        this.#broken(this.#position + 1, 'a comma is missing before this value');
        frame.expecting = 'value';
      } else this.#giveUp('a comma is missing, or brackets do not match');
      return;
    }
    if (expecting === 'colon') {
      if (byte !== COLON) return this.#giveUp('a colon is missing');
      frame.expecting = 'value';
      this.#position++;
    } else if (expecting === 'key') {
      if (byte !== QUOTE) return this.#giveUp('a key must be a string');
      this.#openValue();
    } else if (!isPunctuation(byte)) {
      if (isArray) this.#openValue();
      else this.#enter(byte, frame.path === '' ? frame.key : `${frame.path}.${frame.key}`, false);
    } else if (isArray && (byte === COMMA || byte === CLOSE_ARRAY)) {
      this.#broken(this.#position + 1, 'a value is missing before this');
      frame.expecting = 'comma';
    } else this.#giveUp('a value is missing');
  }

  /** Starts the value at the position: walks into it when an array is streamed from there, else cuts it out whole. */
  #enter(byte: number, path: string, isRoot: boolean): void {
    const parent = this.#frames[this.#frames.length - 1];
    if (byte === OPEN_ARRAY && (isRoot || this.#streamed.has(path))) {
      if (!isRoot) {
        this.#surrounding.push(this.#window.text(this.#surroundingFrom, this.#position + 1));
        this.#surroundingFrom = -1;
        this.#before = this.#surrounding.join('');
      }
    } else if (byte === OPEN_OBJECT && this.#walked.has(path)) {
      if (isRoot) {
        this.#surrounding = [];
        this.#surroundingFrom = this.#position;
        this.#rootLine = this.#window.lineOf(this.#position);
      }
    } else return this.#openValue();
    if (parent) parent.expecting = 'comma';
    this.#frames.push({ isArray: byte === OPEN_ARRAY, path, expecting: 'first', key: '' });
    this.#position++;
  }

  #leave(): void {
    const frame = this.#frames.pop() as Frame;
    const isRoot = this.#frames.length === 0;
    if (frame.isArray && !isRoot) this.#surroundingFrom = this.#position;
    this.#position++;
    if (!isRoot) return;
    this.#lineTaken = true;
    if (frame.isArray) return;
    const array = this.#surrounding.length > 0 ? '$' : '';
    this.#surrounding.push(this.#window.text(this.#surroundingFrom, this.#position));
    this.#surroundingFrom = -1;
    this.#emit(this.#surrounding.join(''), array, '', this.#rootLine);
  }

  #openValue(): void {
    this.#valueFrom = this.#position;
    this.#valueLine = this.#window.lineOf(this.#position);
    this.#cut.open();
  }

  #closeValue(): void {
    const from = this.#valueFrom;
    const frame = this.#frames[this.#frames.length - 1];
    this.#valueFrom = -1;
    if (!frame) this.#lineTaken = true;
    else if (frame.expecting === 'key') {
      frame.key = this.#window.text(from + 1, this.#position - 1);
      frame.expecting = 'colon';
      return;
    } else frame.expecting = 'comma';
    if (frame && !frame.isArray) return;
    const text = this.#window.text(from, this.#position);
    if (this.#cut.deepest > DEPTH_LIMIT) {
      this.#report(this.#valueLine, text, `nested deeper than ${DEPTH_LIMIT} levels`);
      return;
    }
    this.#emit(text, frame?.path ?? '', this.#frames.length > 1 ? this.#before : '', this.#valueLine);
  }

  #emit(text: string, array: string, before: string, line: number): void {
    this.#elements++;
    this.#sink.element({ text, array, before, line: line === 1 ? this.#elements : line });
  }

  /** Reports everything that is open, and skips to the next line. */
  #giveUp(why: string): void {
    const from = this.#openFrom();
    const lineEnd = this.#window.bytes.indexOf(NEWLINE, this.#position);
    const to = lineEnd < 0 ? this.#window.bytes.length : lineEnd;
    this.#position = from;
    this.#broken(to, why);
    this.#position = to;
    this.#frames.length = 0;
    this.#valueFrom = -1;
    this.#surroundingFrom = -1;
    this.#skipping = true;
    this.#lineStart = false;
  }

  #broken(to: number, why: string): void {
    this.#report(this.#window.lineOf(this.#position), this.#window.text(this.#position, to), why);
  }

  #report(line: number, text: string, why: string): void {
    this.#sink.broken({ line, text: text.slice(0, KEPT_OF_BROKEN), why });
  }

  /** Where the first thing that is open begins. */
  #openFrom(): number {
    const value = this.#valueFrom >= 0 ? this.#valueFrom : this.#position;
    return this.#surroundingFrom >= 0 ? Math.min(this.#surroundingFrom, value) : value;
  }

  /** Lets go of the bytes before everything that is open. */
  #dropDone(): void {
    const first = this.#openFrom();
    this.#window.drop(first);
    this.#position -= first;
    if (this.#valueFrom >= 0) this.#valueFrom -= first;
    if (this.#surroundingFrom >= 0) this.#surroundingFrom -= first;
  }
}
