import fc from 'fast-check';

/**
 * Property tests draw the same cases on every machine, so that a red run means a change and not a rare draw. Fresh cases:
 * `FC_SEED=$RANDOM npm test`.
 */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_230_130) });
