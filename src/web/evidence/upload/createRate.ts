/** Seconds that are left, judged by what was sent since it began; null while it is too early to say. */
export function createRate(bytes: number): (sent: number) => number | null {
  const begun = performance.now();
  let first: number | undefined;
  return sent => {
    first ??= sent;
    const seconds = (performance.now() - begun) / 1000;
    return sent > first ? ((bytes - sent) / (sent - first)) * seconds : null;
  };
}
