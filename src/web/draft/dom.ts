type Child = Node | string | undefined | false;
type Attributes = Record<string, string | undefined>;

/** Makes an element. Texts become text nodes, never markup: they may come from evidence. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child !== undefined && child !== false));
  return element;
}

/** A button that does something. `label` names it for people who do not see its face. */
export function button(
  face: Child,
  label: string,
  act: () => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  const made = el('button', { type: 'button', 'aria-label': label, title: label, ...attributes }, face);
  made.addEventListener('click', act);
  return made;
}

/** A line icon of 16 × 16, hidden from readers of text. */
export function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

export const ICONS = {
  close: 'M4 4l8 8M12 4l-8 8',
  previous: 'M10 3L5 8l5 5',
  next: 'M6 3l5 5-5 5',
  copy: 'M5.5 5.5V3h7.5v7.5h-2.5M3 5.5h7.5V13H3z',
  theme: 'M8 2.5a5.5 5.5 0 1 0 5.5 5.5A4.4 4.4 0 0 1 8 2.5z',
  help: 'M6 6a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1.1M8 11.4v.1M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0z',
  print: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.7 10.7L14 14',
  filter: 'M2 4h12M4.5 8h7M6.5 12h3',
  series: 'M2 11l3-4 3 2 3-6 3 4',
  closer: 'M8 3v10M3 8h10',
  farther: 'M3 8h10',
  reset: 'M3 8a5 5 0 1 1 1.6 3.7M3 12.5V9.5h3',
  up: 'M3 10l5-5 5 5',
  down: 'M3 6l5 5 5-5',
  locate: 'M8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3M11 8a3 3 0 1 1-6 0 3 3 0 0 1 6 0z',
} as const;
