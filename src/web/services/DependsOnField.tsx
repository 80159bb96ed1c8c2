import { t } from '../messages/index.ts';
import { type Found, PickFound } from '../ui/PickFound.tsx';
import { useFoundServices } from './useFoundServices.ts';

interface DependsOnFieldProps {
  /** The service itself, which cannot depend on itself; undefined for a new one. */
  serviceId: string | undefined;
  chosen: readonly Found[];
  error: string | undefined;
  onChange(chosen: Found[]): void;
}

/** The services that one cannot do without. */
export function DependsOnField({ serviceId, chosen, error, onChange }: DependsOnFieldProps) {
  const services = useFoundServices();
  return (
    <PickFound
      {...services}
      found={services.found.filter(({ id }) => id !== serviceId)}
      label={t.services.dependsOn}
      hint={t.services.dependsOnHint}
      placeholder={t.services.addDependency}
      chosen={chosen}
      error={error}
      onAdd={picked => onChange([...chosen, picked])}
      onRemove={picked => onChange(chosen.filter(({ id }) => id !== picked.id))}
    />
  );
}
