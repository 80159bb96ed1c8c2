import type { Dimension } from '../../core/taxonomy/taxonomy.ts';
import { t } from '../messages/index.ts';
import { toDraftLinks } from '../services/LinkFields.tsx';
import type { Edited } from '../ui/useForm.ts';
import type { Incident } from './incident.ts';

/** The fields as they are filled in; words that are not known are empty. */
export const valuesOf = ({
  title,
  severity,
  summary,
  services,
  links,
  layer,
  causeClass,
  useCase,
}: Incident) => ({
  title,
  severity: severity as string,
  summary,
  services,
  links: toDraftLinks(links),
  layer: layer ?? '',
  causeClass: causeClass ?? '',
  useCase: useCase ?? '',
});

export type IncidentValues = ReturnType<typeof valuesOf>;

/** The operation's input that the form describes. */
export const toInput = ({ services, links, severity, ...values }: IncidentValues) => ({
  ...values,
  severity: severity as Incident['severity'],
  layer: values.layer || null,
  causeClass: values.causeClass || null,
  useCase: values.useCase || null,
  serviceIds: services.map(({ id }) => id),
  links: links.map(({ title, url }) => ({ title, url })),
});

/** How the fields and their values read; `nameOf` knows the words that incidents are filed under. */
export function wordsOf(
  nameOf: (dimension: Dimension, id: string) => string,
): Edited<IncidentValues>['words'] {
  const { field, severity } = t.incidents;
  const term = (dimension: Dimension) => ({
    label: t.incidents.dimension[dimension] ?? dimension,
    text: (id: string) => id && nameOf(dimension, id),
  });
  return {
    title: field.title,
    severity: { label: field.severity, text: id => severity[id] ?? id },
    summary: field.summary,
    services: field.services,
    links: t.incidents.links,
    layer: term('layer'),
    causeClass: term('causeClass'),
    useCase: term('useCase'),
  };
}
