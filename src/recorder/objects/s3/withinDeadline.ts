/** Milliseconds within which a bucket must begin to answer what is no upload: a person may be waiting. */
const DEADLINE_MS = 4_000;

/**
 * Gives work a signal that is aborted by the caller's, or when no answer came in time; once it has answered, only the
 * caller ends what still flows. Throws an error named TimeoutError, and what the work throws.
 */
export async function withinDeadline<T>(
  signal: AbortSignal | undefined,
  work: (abortSignal: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), DEADLINE_MS);
  try {
    return await work(signal ? AbortSignal.any([signal, late.signal]) : late.signal);
  } catch (error) {
    if (late.signal.aborted) throw Object.assign(new Error('no answer in time'), { name: 'TimeoutError' });
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
