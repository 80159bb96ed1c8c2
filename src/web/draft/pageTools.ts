import { button, el, ICONS, icon } from './dom.ts';
import type { HelpSheet } from './helpSheet.ts';
import type { PageZone } from './pageZone.ts';
import { toggleTheme } from './theme.ts';

/** Fills the bar at the top: zone, print, theme, help. */
export function addPageTools(zone: PageZone, help: HelpSheet): void {
  const tools = document.getElementById('tools');
  if (!tools) return;
  tools.append(
    zonePicker(zone),
    button(icon(ICONS.print), 'Print', () => print()),
    button(icon(ICONS.theme), 'Light or dark (d)', toggleTheme, { id: 'theme' }),
    button(icon(ICONS.help), 'Keys (?)', help.open, { id: 'help' }),
  );
  tools.hidden = false;
}

function zonePicker(zone: PageZone): HTMLElement {
  const picker = el('select', { id: 'zone', 'aria-label': 'Time zone of this page' });
  for (const [index, { label, clock }] of zone.choices.entries()) {
    const name = label === clock.name ? label : `${label} · ${clock.name}`;
    picker.append(el('option', { value: String(index) }, name));
  }
  const sync = () => {
    picker.selectedIndex = zone.chosen();
  };
  picker.addEventListener('change', () => zone.choose(picker.selectedIndex));
  zone.onChange(sync);
  sync();
  return picker;
}
