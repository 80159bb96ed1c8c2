import { Fragment } from 'react';
import { t } from '../messages/index.ts';

interface NameListProps {
  names: readonly string[];
  /** So many are shown; the others are counted, and said on hover. */
  most?: number;
  /** What is said where there are none. */
  none?: string;
}

/** Names one after the other, each in its own direction of writing; rows stay low however many there are. */
export function NameList({ names, most = 4, none = t.common.none }: NameListProps) {
  if (names.length === 0) return <span className="text-muted">{none}</span>;
  const left = names.length - most;
  return (
    <span {...(left > 0 && { title: names.join(', ') })} className="[overflow-wrap:anywhere]">
      {names.slice(0, most).map((name, index) => (
        <Fragment key={name}>
          {index > 0 && ', '}
          <bdi>{name}</bdi>
        </Fragment>
      ))}
      {left > 0 && <span className="whitespace-nowrap text-muted"> {t.common.andMore(left)}</span>}
    </span>
  );
}
