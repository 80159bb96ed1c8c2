/**
 * uPlot makes a number format of the browser's language as soon as it is loaded, and breaks where that is no language:
 * a browser without a locale says `en-US@posix`. Loaded before it, this gives such a browser a language.
 */
try {
  Intl.getCanonicalLocales(navigator.language);
} catch {
  Object.defineProperty(navigator, 'language', { value: 'en-US', configurable: true });
}
