import type { Nouns } from '../contract/makeNouns.ts';
import type { TestPerson } from '../harness/server.ts';
import type { Face } from './faces.ts';
import { MARK, type Planted } from './plantSecret.ts';
import type { Question } from './questions.ts';

const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi;

/** An answer without what differs anyway: ids, numbers, and where the next page begins. */
const withoutNames = (answer: string): string =>
  answer
    .replace(UUID, '#')
    .replace(/\bINC-\d+/gi, 'INC-#')
    .replace(/(nextCursor\\?":\s*\\?")[\w-]+/g, '$1#');

/** What of the hidden an answer holds that was not in the question. */
function leaksIn(answer: string, { input }: Question, secret: Nouns): string[] {
  const asked = JSON.stringify(input);
  const words = answer.match(new RegExp(`${MARK}\\w*`, 'gi')) ?? [];
  const names = [...secret.values()].filter(name => new RegExp(`${name}\\b`, 'i').test(answer));
  return [...words, ...names].filter(found => !asked.includes(found));
}

interface Asked {
  planted: Planted;
  person: TestPerson;
  question: Question;
}

/** How two questions that must be answered alike are not; and what one of them lets out. */
export async function differences(face: Face, one: Asked, other: Asked): Promise<string[]> {
  const [answer, expected] = [
    await face(one.planted, one.person, one.question),
    await face(other.planted, other.person, other.question),
  ];
  const { what } = one.question;
  const leaks = leaksIn(answer, one.question, one.planted.secret).map(found => `${what} shows ${found}`);
  return withoutNames(answer) === withoutNames(expected)
    ? leaks
    : [...leaks, `${what} answers ${answer.slice(0, 400)} instead of ${expected.slice(0, 400)}`];
}
