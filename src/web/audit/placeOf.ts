/** Where a thing of each kind is shown; what is shown within another has no place of its own. */
const PLACES: Readonly<Record<string, (id: string) => { to: string; search?: { open: string } }>> = {
  incident: id => ({ to: `/incidents/${id}` }),
  postmortem: id => ({ to: `/postmortems/${id}` }),
  action: open => ({ to: '/actions', search: { open } }),
  service: open => ({ to: '/services', search: { open } }),
  person: open => ({ to: '/people', search: { open } }),
  team: open => ({ to: '/people/teams', search: { open } }),
  template: id => ({ to: `/settings/templates/${id}` }),
};

/** Where the subject of an event is shown, if it has a place of its own. */
export const placeOf = (subject: { kind: string; id: string } | null) =>
  subject ? PLACES[subject.kind]?.(subject.id) : undefined;
