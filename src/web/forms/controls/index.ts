import type { Control } from '../control.ts';
import type { Kind } from '../kindOf.ts';
import { ChecksControl, ChipsControl, ChoiceControl } from './ChoiceControls.tsx';
import { GroupControl } from './GroupControl.tsx';
import { ItemsControl } from './ItemsControl.tsx';
import { LinesControl } from './LinesControl.tsx';
import { LineControl, ProseControl, SecretControl } from './TextControls.tsx';
import { DayControl, InstantControl, NumberControl, SwitchControl } from './ValueControls.tsx';

/** The control of each kind of field. */
export const CONTROLS: Readonly<Record<Kind, Control>> = {
  secret: SecretControl,
  choice: ChoiceControl,
  switch: SwitchControl,
  number: NumberControl,
  day: DayControl,
  instant: InstantControl,
  prose: ProseControl,
  line: LineControl,
  checks: ChecksControl,
  chips: ChipsControl,
  items: ItemsControl,
  lines: LinesControl,
  group: GroupControl,
};
