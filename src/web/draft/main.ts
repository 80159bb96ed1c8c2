import type { PageData } from '../../core/document/pageData.ts';
import { createDrawer, type Drawer } from './drawer/drawer.ts';
import { followLinks } from './drawer/followLinks.ts';
import { createLeaves } from './drawer/leaf.ts';
import { foldTables } from './foldedTables.ts';
import { createHelpSheet } from './helpSheet.ts';
import { createMomentsTable } from './momentsTable.ts';
import { followReading } from './outline.ts';
import { addPageTools } from './pageTools.ts';
import { createPageZone } from './pageZone.ts';
import { listenForShortcuts } from './shortcuts.ts';
import { toggleTheme } from './theme.ts';
import { createTimeline } from './timeline/createTimeline.ts';

const data: PageData = JSON.parse(document.getElementById('page-data')?.textContent ?? '{}');
const zone = createPageZone(data);
const help = createHelpSheet();
const leaves = createLeaves(data);
const place = document.getElementById('timeline-view');
const table = createMomentsTable(data, {
  show: which => timeline?.showMoments(which),
  point: moment => timeline?.highlight(moment),
});
const drawer: Drawer = createDrawer({
  zone,
  leaves,
  locate(at) {
    drawer.close();
    timeline?.locate(at);
  },
});
const timeline =
  place &&
  createTimeline(place, data, zone, {
    changed: stage => table.follow(stage),
    open(item) {
      const leaf = leaves.at('event' in item ? `event-${item.index}` : item.id);
      if (leaf) drawer.open(leaf);
    },
  });

zone.paint(document);
addPageTools(zone, help);
foldTables();
followReading();
followLinks(leaves, drawer);
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]'))
    drawer.close();
});
listenForShortcuts(
  {
    '?': help.open,
    '/': () => timeline?.focusSearch(),
    t: () => timeline?.focus(),
    a: table.toggleAll,
    d: toggleTheme,
    z: () => zone.choose(zone.chosen() + 1),
  },
  help.lettersOn,
);
