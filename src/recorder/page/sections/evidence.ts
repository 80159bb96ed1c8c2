import type { Bundle, Coverage } from '../../../core/document/bundle.ts';
import { html, type Markup } from '../html.ts';
import {
  count,
  counted,
  dayAndTime,
  instant,
  nothing,
  type PageContext,
  type SectionText,
  table,
} from '../parts.ts';

const HEAD = ['File', 'Read as', 'Records', 'Lines', 'No time', 'From – to', 'Zone', 'Size', 'SHA-256'];

/** Evidence and coverage: each file, what it was read as, and what was not understood. */
export function evidenceSection(bundle: Bundle, context: PageContext): SectionText {
  const states = new Map(bundle.evidence.map(file => [file.path, file.state]));
  const sorted = bundle.coverage.toSorted((a, b) => trouble(b) - trouble(a));
  const rows = sorted.map(file => fileRow(file, states.get(file.path), context));
  const records = bundle.coverage.reduce((sum, file) => sum + file.records, 0);
  const skipped = bundle.coverage.filter(file => file.skipped !== '').length;
  const body =
    rows.length > 0
      ? html`<p class="lead">${counted(records, 'record')} from ${counted(rows.length, 'file')}${skipped > 0 ? `, ${count(skipped)} not read` : ''}. Times are given in the document’s zone; hashes are of the originals.</p>${table('Evidence and coverage', HEAD, rows)}`
      : nothing('No file was read. Give the folder that holds the logs, exports and chat of the incident.');
  return { id: 'evidence', title: 'Evidence and coverage', count: rows.length, body };
}

/** Files that were not read stand first, then those not wholly understood: they are what a reader must know. */
function trouble(file: Coverage): number {
  if (file.skipped !== '') return 2;
  return file.withoutTime + file.text > 0 ? 1 : 0;
}

function fileRow(file: Coverage, state: string | undefined, context: PageContext): Markup {
  if (file.skipped !== '') {
    return html`<tr class="skipped"><th scope="row" class="path">${file.path}</th><td colspan="6"><span class="chip warn">not read</span> ${file.skipped}</td><td class="number">${sizeText(file.bytes)}</td><td class="hash">${hash(file.sha256)}</td></tr>`;
  }
  const readers = readersText(file.readers);
  const notes = file.notes.map(note => html`<span class="note">${note}</span>`);
  return html`<tr><th scope="row" class="path">${file.path}${state ? html` <span class="muted">${state}</span>` : undefined}${notes}</th><td>${readers}</td><td class="number">${count(file.records)}</td><td class="number">${count(file.lines)}${extras(file)}</td><td class="number${file.withoutTime > 0 ? ' warn' : ''}">${count(file.withoutTime)}</td><td class="range">${rangeText(file, context)}</td><td>${zoneText(file)}</td><td class="number">${sizeText(file.bytes)}</td><td class="hash">${hash(file.sha256)}</td></tr>`;
}

/** One reader by its name; several each with what it read. */
function readersText(readers: Coverage['readers']): string {
  const entries = Object.entries(readers);
  return entries
    .map(([name, records]) => (entries.length > 1 ? `${name} ${count(records)}` : name))
    .join(', ');
}

function zoneText({ zone, zoneBasis }: Coverage): Markup {
  if (zoneBasis === 'none') return html`${zone || '–'}`;
  return zone === '' || zone === zoneBasis
    ? html`${zoneBasis}`
    : html`${zone} <span class="muted">${zoneBasis}</span>`;
}

function extras(file: Coverage): Markup | undefined {
  const parts = [
    file.folded > 0 ? `${count(file.folded)} folded` : '',
    file.text > 0 ? `${count(file.text)} plain text` : '',
  ].filter(part => part !== '');
  return parts.length > 0 ? html`<span class="note">${parts.join(', ')}</span>` : undefined;
}

function rangeText(file: Coverage, context: PageContext): Markup {
  if (file.from === null || file.to === null) return html`–`;
  return html`${dayAndTime(file.from, 's')} – ${instant(file.to, 's', context)}`;
}

function hash(sha256: string): Markup {
  return html`<code title="${sha256}">${sha256.slice(0, 12)}</code>`;
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

function sizeText(bytes: number): string {
  const power = bytes > 0 ? Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1) : 0;
  const value = bytes / 1000 ** power;
  return `${power > 0 && value < 10 ? value.toFixed(1) : Math.round(value)} ${UNITS[power]}`;
}
