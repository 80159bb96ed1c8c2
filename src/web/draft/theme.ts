import { remember, remembered } from './preferences.ts';

export type Theme = 'light' | 'dark';

/** Applies the theme chosen on an earlier visit; without one the system decides. */
export function restoreTheme(): void {
  const theme = remembered('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
}

/** The theme on screen now. */
export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** The theme that was asked for on this device; `system` where none was. */
export function chosenTheme(): Theme | 'system' {
  const theme = remembered('theme');
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** Shows a theme from now on; `system` leaves it to the device again. */
export function chooseTheme(theme: Theme | 'system'): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  remember('theme', theme);
}

/** Switches between light and dark, and remembers it. */
export function toggleTheme(): void {
  chooseTheme(currentTheme() === 'dark' ? 'light' : 'dark');
}

/** Calls back whenever other colours come on screen, by toggle, system or contrast setting. */
export function onThemeChange(changed: () => void): void {
  new MutationObserver(changed).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  for (const query of [
    '(prefers-color-scheme: dark)',
    '(forced-colors: active)',
    '(prefers-contrast: more)',
  ]) {
    matchMedia(query).addEventListener('change', changed);
  }
}
