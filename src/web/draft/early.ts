import { restoreTheme } from './theme.ts';

// Before the first paint, so that nothing flashes: what needs scripts may show, in the reader's colours.
document.documentElement.classList.add('js');
restoreTheme();
