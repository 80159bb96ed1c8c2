import { Plus } from 'lucide-react';
import { useState } from 'react';
import { design } from '../../messages/en/design.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../Button.tsx';
import { CheckField } from '../CheckField.tsx';
import { CheckFilter } from '../CheckFilter.tsx';
import { ChoiceBar } from '../ChoiceBar.tsx';
import { CopyLine } from '../CopyLine.tsx';
import { LinkButton } from '../LinkButton.tsx';
import { Menu } from '../Menu.tsx';
import { RemoveButton } from '../RemoveButton.tsx';
import { say } from '../Toasts.tsx';
import { Tooltip } from '../Tooltip.tsx';

const KINDS = ['primary', 'plain', 'quiet', 'danger'] as const;
const WAYS = [
  { id: 'one', name: design.one },
  { id: 'other', name: design.other },
] as const;

/** What is pressed, ticked and chosen. */
export function ControlExamples() {
  const [way, setWay] = useState<'one' | 'other'>('one');
  const [isTicked, setTicked] = useState(true);
  const [isMine, setMine] = useState<boolean | undefined>(true);
  return (
    <>
      {([undefined, 'disabled', 'isBusy'] as const).map(state => (
        <div key={state ?? 'normal'} className="flex flex-wrap items-center gap-2">
          {KINDS.map(kind => (
            <Button
              key={kind}
              kind={kind}
              {...(state && { [state]: true })}
              onClick={() => say(design.pressed(design.kind[kind]))}
            >
              {design.kind[kind]}
              {state && ` · ${state === 'disabled' ? design.disabled : design.busy}`}
            </Button>
          ))}
          {state === undefined && (
            <>
              <Button size="small">{design.small}</Button>
              <Button size="icon" aria-label={t.common.add} icon={<Plus size={16} />} />
              <LinkButton to="/design">{design.link}</LinkButton>
              <Menu
                trigger={<Button>{design.menu}</Button>}
                items={[
                  { label: design.one, keys: 'o', onSelect() {} },
                  { label: design.notNow, isDisabled: true, onSelect() {} },
                  null,
                  { label: t.common.remove, isDangerous: true, onSelect() {} },
                ]}
              />
              <RemoveButton
                title={design.remove}
                text={design.after}
                isBusy={false}
                onRemove={() => say(t.common.remove)}
              />
            </>
          )}
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => say(design.meaning)}>{design.say}</Button>
        <Button onClick={() => say(design.meaning, { undo: () => say(design.undone) })}>
          {design.sayUndo}
        </Button>
        <Button onClick={() => say(design.wholeWrong, { tone: 'error' })}>{design.sayWrong}</Button>
        <Tooltip text={design.hovered}>
          <Button kind="quiet">{design.hover}</Button>
        </Tooltip>
      </div>
      <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
        <div>
          <CheckField label={design.ticked} text={design.meaning} isChecked={isTicked} onChange={setTicked} />
          <CheckField label={design.disabled} isChecked isDisabled onChange={setTicked} />
          <CheckField type="radio" label={design.oneOf} isChecked={isTicked} onChange={setTicked} />
          <CheckFilter label={design.mine} isChecked={isMine} onChange={setMine} />
        </div>
        <div className="flex flex-col gap-4">
          <ChoiceBar label={design.ways} choices={WAYS} chosen={way} onChoose={next => setWay(next)} />
          <CopyLine label={design.shownOnce} value="afw_0123456789" hint={design.copyHint} />
        </div>
      </div>
    </>
  );
}
