import fc from 'fast-check';
import { compare } from './compare.ts';
import { DEEDS, WEIGHTS } from './deeds/index.ts';
import { drawFrom } from './draw.ts';
import type { Organisation } from './organisation.ts';
import { FAULTS, type Fault, perform } from './perform.ts';
import type { World } from './world.ts';

type Command = fc.AsyncCommand<Organisation, World>;

const NUMBERS = { minLength: 24, maxLength: 24 };
/** Evenly spread: small numbers more often would mean first choices more often. */
const numbers = fc.noBias(fc.array(fc.nat(2 ** 30), NUMBERS));
/** Text as people paste it; what cannot be kept is refused elsewhere. */
const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map(given => given.replaceAll('\0', ''));

interface Tried {
  deed: string;
  fault: Fault;
  who: number;
  choices: number[];
  looks: number[];
  text: string;
}

/** Somebody does something, in the way of which something may come; afterwards two people look around. */
class Try implements Command {
  readonly tried: Tried;
  constructor(tried: Tried) {
    this.tried = tried;
  }
  check = () => true;
  async run(model: Organisation, real: World): Promise<void> {
    const { deed, fault, who, choices, looks, text: given } = this.tried;
    const { people } = model;
    const actor = people[who % people.length]!;
    const attemptOf = (name: string) => DEEDS[name]!(model, actor, drawFrom(choices, given, model));
    // As long as there is nothing to do it to, an incident is declared instead.
    const attempt = attemptOf(deed) ?? attemptOf('declare');
    await perform(attempt!, { actor, fault, real, model });
    const draw = drawFrom(looks, '', model);
    await compare(real, model, { actors: [actor, draw.of(people)!], draw });
  }
  toString = () => `${this.tried.deed} (${this.tried.fault}) ${JSON.stringify(this.tried)}`;
}

/** The server is stopped and started again. */
class Restart implements Command {
  check = () => true;
  run = (_model: Organisation, real: World) => real.restart();
  toString = () => 'restart';
}

/** Time goes by. */
class Wait implements Command {
  readonly minutes: number;
  constructor(minutes: number) {
    this.minutes = minutes;
  }
  check = () => true;
  run = async (_model: Organisation, real: World) => real.forward(this.minutes * 60_000);
  toString = () => `wait ${this.minutes} minutes`;
}

/** Nothing: what a command shrinks to that has no part in a failure. */
class Nothing implements Command {
  check = () => false;
  run = async () => undefined;
  toString = () => '–';
}

const weighted = Object.keys(DEEDS).map(deed => ({
  arbitrary: fc.constant(deed),
  weight: WEIGHTS[deed] ?? 1,
}));
const fault = fc.oneof(
  { arbitrary: fc.constant<Fault>('none'), weight: 5 },
  { arbitrary: fc.constantFrom(...FAULTS), weight: 4 },
);
const tried = fc.record({
  deed: fc.oneof(...weighted),
  fault,
  who: fc.noBias(fc.nat(1_000)),
  choices: numbers,
  looks: numbers,
  text,
});

const command: fc.Arbitrary<Command> = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: fc.constant(new Nothing()), weight: 1 },
  { arbitrary: fc.integer({ min: 1, max: 3_000 }).map(minutes => new Wait(minutes)), weight: 12 },
  { arbitrary: fc.constant(new Restart()), weight: 2 },
  { arbitrary: tried.map(given => new Try(given)), weight: 185 },
);

/** So many commands; of a failing run those that do not matter become nothing. */
export const commands = (count: number): fc.Arbitrary<Command[]> =>
  fc.array(command, { minLength: count, maxLength: count });
