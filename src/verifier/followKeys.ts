import { openRotation, type Rotation } from './openRotation.ts';
import type { VerifierKey } from './verifierKey.ts';

/** A key, and from how many entries of the log to how many it was its turn to sign. Both ends are included. */
export interface KeyTerm {
  key: VerifierKey;
  from: number;
  to: number;
}

/** The keys of a log that one trusted key leads to. */
export interface KeyChain {
  /** In their order; the trusted one is among them. */
  keys: readonly KeyTerm[];
  /** The handovers between them. */
  rotations: readonly Rotation[];
  /** What was given and does not belong to it: why, and the size of the log that it speaks of, 0 when it does not say. */
  refused: readonly { size: number; detail: string }[];
}

/**
 * Follows a log's handovers from a key that is trusted, forwards by what the older keys signed and backwards by what the
 * newer ones did. Two that contradict each other cannot both be: the one that is given first counts, the other is refused.
 *
 * @param notes those from a place that is trusted first
 */
export function followKeys(trusted: VerifierKey, notes: readonly string[]): KeyChain {
  const refused: { size: number; detail: string }[] = [];
  const sound: Rotation[] = [];
  for (const note of new Set(notes)) {
    const opened = openRotation(note);
    if ('refused' in opened) refused.push({ size: 0, detail: opened.refused });
    else sound.push(opened.rotation);
  }
  const rotations = [...leadingTo(trusted, sound), ...following(trusted, sound)];
  for (const rotation of sound)
    if (!rotations.includes(rotation))
      refused.push({
        size: rotation.size,
        detail: `it hands over from ${rotation.from.text} to ${rotation.to.text}, which is not how the trusted key ${trusted.text} goes on`,
      });
  const keys = [rotations[0]?.from ?? trusted, ...rotations.map(({ to }) => to)].map((key, place) => ({
    key,
    from: rotations[place - 1]?.size ?? 0,
    to: rotations[place]?.size ?? Number.POSITIVE_INFINITY,
  }));
  return { keys, rotations, refused };
}

function leadingTo(
  key: VerifierKey,
  sound: readonly Rotation[],
  limit = Number.POSITIVE_INFINITY,
): Rotation[] {
  const before = sound.find(({ to, size }) => to.text === key.text && size < limit);
  return before ? [...leadingTo(before.from, sound, before.size), before] : [];
}

function following(key: VerifierKey, sound: readonly Rotation[], limit = -1): Rotation[] {
  const after = sound.find(({ from, size }) => from.text === key.text && size > limit);
  return after ? [after, ...following(after.to, sound, after.size)] : [];
}
