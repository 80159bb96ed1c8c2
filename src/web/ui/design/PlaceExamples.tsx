import { useSearch } from '@tanstack/react-router';
import { design } from '../../messages/en/design.ts';
import { Button } from '../Button.tsx';
import { Section } from '../Section.tsx';
import { TabLinks } from '../TabLinks.tsx';
import { ViewLinks } from '../ViewLinks.tsx';

const VIEWS = [
  { id: 'one', name: design.one },
  { id: 'other', name: design.other },
];
const TABS = [
  { to: '/design', label: design.title, keys: '1' },
  { to: '/', label: design.other, keys: '2' },
];

/** Where one is in a page, and parts of it with headings of their own. */
export function PlaceExamples() {
  const { view = 'one' }: { view?: string } = useSearch({ strict: false });
  return (
    <>
      <TabLinks label={design.tabs} tabs={TABS} />
      <ViewLinks label={design.views} views={VIEWS} shown={view} />
      <Section
        title={design.part}
        actions={
          <Button kind="quiet" size="small">
            {design.begin}
          </Button>
        }
      >
        {design.meaning}
      </Section>
    </>
  );
}
