const PREFIX = 'afterword.';

/** What the reader chose on an earlier visit; undefined where the browser keeps nothing for local files. */
export function remembered(name: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a choice for the next visit, if the browser allows it. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // The choice still holds for this visit.
  }
}
