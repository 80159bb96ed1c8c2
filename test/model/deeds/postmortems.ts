import { expect } from 'vitest';
import { CONTRIBUTORS, type Deed, RESTRICTERS, unless, when } from '../attempt.ts';
import { byId, type Organisation, type Person, type Postmortem, type Section } from '../organisation.ts';
import { seesIncident, seesPostmortem } from '../sight.ts';

const isHidden = (organisation: Organisation, actor: Person, postmortem: Postmortem): boolean =>
  !seesPostmortem(organisation, actor, postmortem);

const hasOpen = ({ postmortems }: Organisation, incidentId: string): boolean =>
  postmortems.some(each => each.incidentId === incidentId && each.state !== 'withdrawn');

/** Makes sections the newest text. */
function keepText(postmortem: Postmortem, sections: readonly Section[]): void {
  postmortem.sections = sections.map(section => ({ ...section }));
  postmortem.texts.set(postmortem.version, sections);
}

export const openPostmortem: Deed = (organisation, actor, draw) => {
  const incident = draw.of(organisation.incidents);
  if (!incident) return undefined;
  const title = draw.line();
  return {
    operation: 'postmortems.open',
    may: CONTRIBUTORS,
    send: ({ postmortems }, options) =>
      postmortems.open({ incidentId: incident.id, title }, { context: options }),
    outcome: unless(
      [
        when(!seesIncident(organisation, actor, incident), 'not_found'),
        when(hasOpen(organisation, incident.id), 'conflict'),
      ],
      ({ id, sections, version }) => {
        expect(version).toBe(1);
        const postmortem: Postmortem = {
          id,
          incidentId: incident.id,
          openedBy: actor.id,
          version,
          title,
          state: 'draft',
          isRestricted: false,
          granteeIds: [],
          sections: [],
          texts: new Map(),
        };
        keepText(
          postmortem,
          sections.map((section: Section) => ({
            id: section.id,
            title: section.title,
            markdown: '',
            version: 1,
          })),
        );
        organisation.postmortems.push(postmortem);
      },
    ),
  };
};

const STEPS = {
  finish: { from: ['draft'], to: 'ready' },
  revise: { from: ['ready', 'withdrawn'], to: 'draft' },
  withdraw: { from: ['draft', 'ready'], to: 'withdrawn' },
} as const;

export const movePostmortem: Deed = (organisation, actor, draw) => {
  const postmortem = draw.of(organisation.postmortems);
  if (!postmortem) return undefined;
  const transition = draw.of(['finish', 'revise', 'revise', 'withdraw'] as const)!;
  const { from, to }: { from: readonly string[]; to: Postmortem['state'] } = STEPS[transition];
  const { ifMatch, isStale } = draw.basis(postmortem.version);
  const isTwice = postmortem.state === 'withdrawn' && hasOpen(organisation, postmortem.incidentId);
  return {
    operation: `postmortems.${transition}`,
    may: CONTRIBUTORS,
    ifMatch,
    isExclusive: true,
    send: ({ postmortems }, options) =>
      postmortems[transition](
        { id: postmortem.id, reason: 'The authors agreed on it.' },
        { context: options },
      ),
    outcome: unless(
      [
        when(isHidden(organisation, actor, postmortem), 'not_found'),
        when(isStale, 'conflict'),
        when(!from.includes(postmortem.state) || isTwice, 'conflict'),
      ],
      () => {
        Object.assign(postmortem, { state: to, version: postmortem.version + 1 });
      },
    ),
  };
};

export const editPostmortem: Deed = (organisation, actor, draw) => {
  const postmortem = draw.of(organisation.postmortems);
  if (!postmortem) return undefined;
  const title = draw.line();
  const owner = draw.once(2) ? draw.of(organisation.people) : undefined;
  const incident = byId(organisation.incidents, postmortem.incidentId);
  const isHandedOver = owner !== undefined && owner.id !== incident.holders.postmortemOwner;
  const { ifMatch, isStale } = draw.basis(postmortem.version);
  return {
    operation: 'postmortems.edit',
    may: CONTRIBUTORS,
    ifMatch,
    isExclusive: true,
    send: ({ postmortems }, options) =>
      postmortems.edit(
        { id: postmortem.id, title, ...(owner && { ownerId: owner.id }) },
        { context: options },
      ),
    outcome: unless(
      [
        when(isHidden(organisation, actor, postmortem), 'not_found'),
        when(isStale, 'conflict'),
        when(isHandedOver && owner.isDisabled, 'invalid'),
      ],
      () => {
        Object.assign(postmortem, { title, version: postmortem.version + 1 });
        if (!isHandedOver) return;
        incident.holders.postmortemOwner = owner.id;
        incident.version++;
      },
    ),
  };
};

export const restrictPostmortem: Deed = (organisation, actor, draw) => {
  const postmortem = draw.of(organisation.postmortems);
  if (!postmortem) return undefined;
  const isRestricted = !draw.once(3);
  const personIds = draw
    .some(organisation.people)
    .slice(0, 2)
    .map(({ id }) => id);
  const teamIds = draw.some(organisation.teams).map(({ id }) => id);
  const { ifMatch, isStale } = draw.basis(postmortem.version);
  return {
    operation: 'postmortems.restrict',
    may: RESTRICTERS,
    ifMatch,
    isExclusive: true,
    send: ({ postmortems }, options) =>
      postmortems.restrict(
        { id: postmortem.id, isRestricted, reason: 'It was decided so.', personIds, teamIds },
        { context: options },
      ),
    outcome: unless(
      [when(isHidden(organisation, actor, postmortem), 'not_found'), when(isStale, 'conflict')],
      () => {
        const granteeIds = [...new Set([...personIds, ...teamIds, ...(isRestricted ? [actor.id] : [])])];
        Object.assign(postmortem, { isRestricted, granteeIds, version: postmortem.version + 1 });
      },
    ),
  };
};

export const editSection: Deed = (organisation, actor, draw) => {
  const postmortem = draw.of(organisation.postmortems);
  const section = draw.of(postmortem?.sections ?? []);
  if (!postmortem || !section) return undefined;
  const markdown = draw.once(5) ? section.markdown : draw.prose();
  const isChange = markdown !== section.markdown;
  // Who knows any version since which the section did not change may edit it.
  const known = draw.once(2)
    ? undefined
    : section.version - 1 + draw.number(postmortem.version - section.version + 3);
  const isStale = known !== undefined && (known < section.version || known > postmortem.version);
  return {
    operation: 'postmortems.editSection',
    may: CONTRIBUTORS,
    ifMatch: known,
    isExclusive: isChange,
    send: ({ postmortems }, options) =>
      postmortems.editSection(
        { postmortemId: postmortem.id, id: section.id, markdown },
        { context: options },
      ),
    outcome: unless(
      [
        when(isHidden(organisation, actor, postmortem), 'not_found'),
        when(postmortem.state !== 'draft', 'conflict'),
        when(isStale, 'conflict'),
      ],
      answer => {
        expect(answer.markdown).toBe(markdown);
        if (!isChange) return;
        const version = ++postmortem.version;
        keepText(
          postmortem,
          postmortem.sections.map(each => (each.id === section.id ? { ...each, markdown, version } : each)),
        );
        expect(answer.version).toBe(version);
      },
    ),
  };
};

export const changeOutline: Deed = (organisation, actor, draw) => {
  const postmortem = draw.of(organisation.postmortems);
  if (!postmortem) return undefined;
  const gone = draw.once(2) ? draw.of(postmortem.sections) : undefined;
  const title = draw.line();
  const { ifMatch, isStale } = draw.basis(postmortem.version);
  return {
    operation: gone ? 'postmortems.removeSection' : 'postmortems.addSection',
    may: CONTRIBUTORS,
    ifMatch,
    isExclusive: true,
    send: ({ postmortems }, options) =>
      gone
        ? postmortems.removeSection({ postmortemId: postmortem.id, id: gone.id }, { context: options })
        : postmortems.addSection({ postmortemId: postmortem.id, title }, { context: options }),
    outcome: unless(
      [
        when(isHidden(organisation, actor, postmortem), 'not_found'),
        when(isStale || postmortem.state !== 'draft', 'conflict'),
      ],
      ({ sections }) => {
        const version = ++postmortem.version;
        keepText(
          postmortem,
          gone
            ? postmortem.sections.filter(({ id }) => id !== gone.id)
            : [...postmortem.sections, { id: sections.at(-1).id, title, markdown: '', version }],
        );
      },
    ),
  };
};

export const restoreVersion: Deed = (organisation, actor, draw) => {
  const postmortem = draw.of(organisation.postmortems);
  const number = draw.of([...(postmortem?.texts.keys() ?? [])]);
  if (!postmortem || number === undefined) return undefined;
  const { ifMatch, isStale } = draw.basis(postmortem.version);
  return {
    operation: 'postmortems.restoreVersion',
    may: CONTRIBUTORS,
    ifMatch,
    send: ({ postmortems }, options) =>
      postmortems.restoreVersion({ id: postmortem.id, number }, { context: options }),
    outcome: unless(
      [
        when(isHidden(organisation, actor, postmortem), 'not_found'),
        when(isStale || postmortem.state !== 'draft', 'conflict'),
      ],
      answer => {
        const old = postmortem.texts.get(number)!;
        const said = ({ id, title, markdown }: Section) => ({ id, title, markdown });
        expect(answer.sections.map(said)).toEqual(old.map(said));
        if (answer.version === postmortem.version) return;
        expect(answer.version).toBe(++postmortem.version);
        keepText(
          postmortem,
          old.map((section, i) => ({ ...section, version: answer.sections[i].version })),
        );
      },
    ),
  };
};
