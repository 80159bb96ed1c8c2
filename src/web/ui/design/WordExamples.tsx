import { design } from '../../messages/en/design.ts';
import { Badge } from '../Badge.tsx';
import { DueDay } from '../DueDay.tsx';
import { Markdown } from '../Markdown.tsx';
import { Meter } from '../Meter.tsx';
import { NameList } from '../NameList.tsx';
import { Progress } from '../Progress.tsx';
import { Time } from '../Time.tsx';

const TONES = ['neutral', 'accent', 'good', 'warn', 'error'] as const;
const AT = '2023-01-30T12:07:14.123456Z';

/** How words, figures and times look. */
export function WordExamples() {
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        {TONES.map(tone => (
          <Badge key={tone} tone={tone}>
            {design.tone[tone]}
          </Badge>
        ))}
      </p>
      <p className="flex flex-wrap items-center gap-x-6 gap-y-1">
        <Time at={AT} digits={6} />
        <Time at={AT} as="day" />
        <Time at={AT} as="clock" digits={3} />
        <Time at={AT} as="ago" />
        <DueDay day="2023-01-30" isOverdue />
        <DueDay day="2023-01-30" isOverdue={false} />
        <DueDay day={null} isOverdue={false} />
      </p>
      <div className="flex flex-wrap items-center gap-6">
        <Progress label={design.reading} share={0.6} className="w-40" />
        {[0, 40, 100].map(percent => (
          <Meter key={percent} percent={percent} label={design.reading} />
        ))}
      </div>
      <p className="flex flex-wrap gap-6">
        <NameList names={design.services} />
        <NameList names={design.teams} />
        <NameList names={[]} />
      </p>
      <Markdown text={design.markdown} onCite={() => {}} />
    </>
  );
}
