export type Level = 'none' | 'read' | 'change';

/** What somebody chose for a token: one of the broad presets, or a level for each feature. */
export interface ScopeChoice {
  preset: 'read' | 'all' | 'some';
  levels: Readonly<Record<string, Level>>;
}

/** What a token is offered that nobody has chosen anything for. */
export const READ_ALL: ScopeChoice = { preset: 'read', levels: {} };

const BROAD = { read: ['*:read'], all: ['*:*'] };

/** The scopes as the API takes them: `*:read`, `incidents:change`, which includes reading. Empty when nothing is chosen. */
export function toScopes({ preset, levels }: ScopeChoice): string[] {
  if (preset !== 'some') return BROAD[preset];
  return Object.entries(levels)
    .filter(([, level]) => level !== 'none')
    .map(([feature, level]) => `${feature}:${level}`);
}
