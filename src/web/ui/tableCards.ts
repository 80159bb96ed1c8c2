/** Below the lead, one after the other, as many to a line as there is room for. */
const BELOW =
  'card:order-3 card:!max-w-full card:!min-w-0 card:overflow-visible card:whitespace-normal card:p-0 card:text-left card:text-sm card:empty:hidden';

/** How the parts of a table stand where it is too narrow for columns: each row is a card, its cells flow. */
export const CARDS = {
  table: 'card:block',
  group: 'card:block',
  heads: 'card:flex card:flex-wrap card:gap-x-4 card:px-3',
  head: 'card:flex card:!w-auto card:items-center card:p-0',
  // The empty element between them ends the line of the lead.
  row: 'card:relative card:flex card:flex-wrap card:items-baseline card:gap-x-3 card:gap-y-0.5 card:px-3 card:py-2.5 card:before:order-2 card:before:basis-full',
  lead: 'card:order-1 card:!min-w-0 card:flex-1 card:basis-0 card:p-0',
  before: 'card:absolute card:left-2 card:top-2 card:!w-auto card:p-0',
  after: 'card:order-1 card:!w-auto card:self-start card:p-0',
  fact: `${BELOW} card:flex card:items-baseline card:gap-1.5 card:before:shrink-0 card:before:text-muted card:before:content-[attr(data-label)]`,
  plain: `${BELOW} card:block`,
  hidden: 'card:hidden',
} as const;
