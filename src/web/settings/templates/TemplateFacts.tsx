import { t } from '../../messages/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Template } from './template.ts';

/** A template as those see it who may not change it. */
export function TemplateFacts({ template }: { template: Template }) {
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <div>
        <h2 className="text-lg font-semibold">{template.name}</h2>
        <p className="text-muted">{template.description}</p>
      </div>
      {template.sections.map(section => (
        <Section
          key={section.id}
          title={section.title}
          actions={section.isRequired && <Badge>{t.common.required}</Badge>}
        >
          <p>{section.guidance}</p>
          {section.filledBy.length > 0 && (
            <p className="mt-1 text-sm text-muted">
              {t.templates.filledBy}: {section.filledBy.map(fill => t.templates.fills[fill]).join(', ')}
            </p>
          )}
        </Section>
      ))}
    </div>
  );
}
