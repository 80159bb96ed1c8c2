import { ROLE_NAMES, type Role } from '../../contract/roles.ts';
import { t } from '../messages/index.ts';
import { CheckField } from '../ui/CheckField.tsx';

interface RoleFieldsProps {
  roles: readonly Role[];
  error?: string | undefined;
  onChange(roles: Role[]): void;
}

/** The roles of a person, each with what it is for. */
export function RoleFields({ roles, error, onChange }: RoleFieldsProps) {
  const wrong = roles.length === 0 ? t.people.needRole : error;
  return (
    <fieldset>
      <legend className="text-sm font-medium">{t.people.roles}</legend>
      <p role="status" className={wrong ? 'text-sm text-error' : 'text-sm text-muted'}>
        {wrong ?? t.people.rolesHint}
      </p>
      <div className="mt-2 grid gap-1.5 sm:grid-cols-2">
        {ROLE_NAMES.map(role => (
          <CheckField
            key={role}
            label={t.people.role[role]}
            text={t.people.roleText[role]}
            isChecked={roles.includes(role)}
            onChange={isChecked =>
              onChange(isChecked ? [...roles, role] : roles.filter(other => other !== role))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
