import type { MomentRule } from '../moment.ts';
import type { Observations } from '../observation.ts';
import { alertMoments } from './alerts.ts';
import { changeMoments } from './changes.ts';
import { errorMoments } from './errors.ts';
import { eventMoments } from './events.ts';
import { messageMoments } from './messages.ts';
import { metricMoments } from './metrics.ts';
import { requestMoments } from './requests.ts';
import { silenceMoments } from './silences.ts';
import { topicMoments } from './topics.ts';

/** Every rule that proposes moments. */
export const MOMENT_RULES: readonly MomentRule<Observations>[] = [
  requestMoments,
  errorMoments,
  topicMoments,
  eventMoments,
  alertMoments,
  changeMoments,
  messageMoments,
  metricMoments,
  silenceMoments,
];
