/** One thing that a server needs, and whether it has it. */
export interface Part {
  name: string;
  isOk: boolean;
  /** What is wrong and what to do; only when something is. */
  reason?: string;
}

export interface Readiness {
  isReady: boolean;
  parts: readonly Part[];
}

/** Throws when the part is not as it should be; the message is for operators and names no secret. */
export type Check = () => Promise<void>;

/** A part that cannot be judged in this time, in milliseconds, is not ready. */
const PATIENCE = 1_500;
/** For so long an answer is given again, in milliseconds: whoever asks often costs nothing. */
const FRESH = 1_000;

/** What a check says is wrong. */
export class NotReady extends Error {}

/**
 * Makes the function that says whether this process can do its work. Checks run side by side; answers are kept for a
 * second.
 */
export function createReadiness(checks: Readonly<Record<string, Check>>): () => Promise<Readiness> {
  let newest: { at: number; answer: Promise<Readiness> } | undefined;
  const look = async (): Promise<Readiness> => {
    const parts = await Promise.all(Object.entries(checks).map(([name, check]) => judge(name, check)));
    return { isReady: parts.every(({ isOk }) => isOk), parts };
  };
  return () => {
    if (!newest || performance.now() - newest.at > FRESH) newest = { at: performance.now(), answer: look() };
    return newest.answer;
  };
}

async function judge(name: string, check: Check): Promise<Part> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new NotReady('It does not answer in time.')), PATIENCE);
  try {
    await Promise.race([check(), late.promise]);
    return { name, isOk: true };
  } catch (error) {
    return { name, isOk: false, reason: (error as Error).message };
  } finally {
    clearTimeout(timer);
  }
}
