import type { Deed } from '../attempt.ts';
import * as actions from './actions.ts';
import * as catalogue from './catalogue.ts';
import * as course from './course.ts';
import * as declaring from './declaring.ts';
import * as many from './many.ts';
import * as people from './people.ts';
import * as postmortems from './postmortems.ts';
import * as taking from './taking.ts';
import * as writing from './writing.ts';

/** Everything that people try, by name. */
export const DEEDS: Readonly<Record<string, Deed>> = {
  ...declaring,
  ...course,
  ...taking,
  ...many,
  ...writing,
  ...postmortems,
  ...actions,
  ...catalogue,
  ...people,
};

/** What is tried more often than the rest, as everything else hangs on it, and how many times as often. */
export const WEIGHTS: Readonly<Record<string, number>> = {
  declare: 5,
  openPostmortem: 3,
  addAction: 3,
  move: 3,
};
