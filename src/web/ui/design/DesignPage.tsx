import type { ComponentType } from 'react';
import { design } from '../../messages/en/design.ts';
import { Page } from '../Page.tsx';
import { ControlExamples } from './ControlExamples.tsx';
import { FieldExamples } from './FieldExamples.tsx';
import { ListExamples } from './ListExamples.tsx';
import { PlaceExamples } from './PlaceExamples.tsx';
import { SchemaExamples } from './SchemaExamples.tsx';
import { StateExamples } from './StateExamples.tsx';
import { WindowExamples } from './WindowExamples.tsx';
import { WordExamples } from './WordExamples.tsx';

const EXAMPLES: Readonly<Record<keyof typeof design.section, ComponentType>> = {
  controls: ControlExamples,
  words: WordExamples,
  fields: FieldExamples,
  windows: WindowExamples,
  schemas: SchemaExamples,
  lists: ListExamples,
  states: StateExamples,
  places: PlaceExamples,
};

/** Every primitive in every state: look here before making another one. */
export function DesignPage() {
  return (
    <Page title={design.title} lead={design.lead}>
      {Object.entries(EXAMPLES).map(([id, Examples]) => (
        <section key={id} aria-labelledby={id} className="mb-10 flex flex-col gap-4">
          <h2 id={id} className="border-b border-line pb-1 text-lg font-semibold">
            {design.section[id as keyof typeof design.section]}
          </h2>
          <Examples />
        </section>
      ))}
    </Page>
  );
}
