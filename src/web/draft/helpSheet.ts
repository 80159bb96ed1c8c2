import { button, el, ICONS, icon } from './dom.ts';
import { remember, remembered } from './preferences.ts';

const KEYS: readonly (readonly [heading: string, rows: readonly (readonly [string, string])[]])[] = [
  [
    'Anywhere',
    [
      ['?', 'This help'],
      ['/', 'Search events and moments'],
      ['t', 'Go to the timeline'],
      ['a', 'Show all moments, or those kept'],
      ['z', 'Next time zone'],
      ['d', 'Light or dark'],
      ['Esc', 'Close what is open'],
    ],
  ],
  [
    'On the timeline',
    [
      ['← →', 'Earlier, later'],
      ['+ −', 'Closer, farther'],
      ['0  Home', 'The whole window'],
      [', .', 'Moment before, after'],
      ['Enter', 'Open the moment'],
      ['g', 'Graphs on or off'],
      ['Drag', 'Move; with Shift, zoom into a stretch'],
      ['Ctrl + wheel', 'Zoom at the pointer'],
    ],
  ],
  [
    'In the drawer',
    [
      ['← →', 'Evidence before, after'],
      ['Esc', 'Close, and back to the text'],
    ],
  ],
];

/** The sheet of keys, and the switch for those that are single letters. */
export interface HelpSheet {
  open(): void;
  lettersOn(): boolean;
}

/** Makes the help sheet, a modal dialog. */
export function createHelpSheet(): HelpSheet {
  const letters = el('input', { type: 'checkbox', id: 'letters' });
  letters.checked = remembered('letters') !== 'off';
  letters.addEventListener('change', () => remember('letters', letters.checked ? 'on' : 'off'));
  const sheet = el('dialog', { class: 'help', 'aria-labelledby': 'help-title' });
  const shut = button(icon(ICONS.close), 'Close', () => sheet.close());
  const groups = KEYS.map(([heading, rows]) =>
    el(
      'section',
      {},
      el('h3', {}, heading),
      el(
        'dl',
        {},
        ...rows.map(([keys, what]) => el('div', {}, el('dt', {}, el('kbd', {}, keys)), el('dd', {}, what))),
      ),
    ),
  );
  sheet.append(
    el('header', {}, el('h2', { id: 'help-title' }, 'Keys'), shut),
    el('div', { class: 'help-groups' }, ...groups),
    el('label', { class: 'help-letters' }, letters, ' Single-letter keys'),
  );
  document.body.append(sheet);
  return { open: () => sheet.open || sheet.showModal(), lettersOn: () => letters.checked };
}
