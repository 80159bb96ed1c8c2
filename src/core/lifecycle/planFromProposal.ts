import type { VerificationPlan } from './verification.ts';

const HOLD = /\bhold(?:s)?\b[^`]{0,20}?\bfor (\d{1,3}) days\b|\bfor (\d{1,3}) days\b/i;
const DAYS = 14;

/** A query that is a condition: it compares with something. */
const isCondition = (code: string): boolean =>
  /(?:[<>]=?|==|!=)\s*(?:bool\s*)?[\w.(]/.test(code.replace(/\{[^}]*\}/g, ''));

/**
 * The plan that a drafted action's words describe, for a person to correct: a query to hold, a drill, a test in CI, or
 * else evidence for someone to sign. Words that a plan has no field for stay in its text.
 */
export function planFromProposal(verification: string): VerificationPlan {
  const words = verification.replace(/`[^`]*`/g, ' ');
  const code = /`([^`]+)`/.exec(verification)?.[1]?.trim() ?? '';
  const isAboutRule = /\b(?:alert|absence) (?:rule|alert)|unit test\b/i.test(words);
  if (isCondition(code) && !isAboutRule) {
    const [, held, plain] = HOLD.exec(words) ?? [];
    return { kind: 'promql', fields: { query: code, days: Number(held ?? plain ?? DAYS) } };
  }
  const drill = /\b(?:game day|load test)\b:?\s*(.*)/is.exec(verification);
  if (drill) return { kind: 'game-day', fields: splitDrill(drill[1] || verification, verification) };
  if (/\b(?:in|by) (?:CI|the (?:release )?pipeline)\b|\bpipeline refuses\b/i.test(words))
    return { kind: 'ci', fields: { test: verification } };
  return { kind: 'sign-off', fields: { evidence: verification } };
}

/** `what is broken; what must happen`, as far as the words part them. */
function splitDrill(text: string, whole: string): Record<string, string> {
  const [scenario = '', ...rest] = text.split(/[;:]\s+/);
  return rest.length === 0 ? { scenario: whole, expected: whole } : { scenario, expected: rest.join('; ') };
}
