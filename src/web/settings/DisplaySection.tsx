import { useState } from 'react';
import { chooseTheme, chosenTheme } from '../draft/theme.ts';
import { t } from '../messages/index.ts';
import { SelectField } from '../ui/Field.tsx';
import { Section } from '../ui/Section.tsx';
import { chooseZone, useZone, ZONES } from '../ui/zone.ts';

/** How things are shown on this device. */
export function DisplaySection() {
  const zone = useZone();
  const [theme, setTheme] = useState(chosenTheme);
  return (
    <Section title={t.settings.display}>
      <div className="flex flex-wrap gap-4">
        <SelectField
          label={t.settings.theme}
          className="w-56"
          value={theme}
          onChange={({ target }) => {
            const next = target.value as ReturnType<typeof chosenTheme>;
            chooseTheme(next);
            setTheme(next);
          }}
        >
          {Object.entries(t.settings.themes).map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t.settings.zone}
          className="w-72"
          hint={t.settings.zoneText}
          value={zone}
          onChange={({ target }) => chooseZone(target.value)}
        >
          {ZONES.map(name => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
    </Section>
  );
}
