import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { Keyboard, type LucideIcon, Search } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { type ReactNode, useEffect, useState } from 'react';
import { t } from '../../messages/index.ts';
import { MAIN_PAGES } from '../pages.ts';
import { useMe } from '../useMe.ts';
import { COMMANDS } from './commands.ts';
import { commandsHere } from './commandsHere.ts';
import { matches } from './matches.ts';
import { useFound } from './useFound.ts';

/** Milliseconds until a closed dialog has given the focus back. */
const FOCUS_BACK = 50;

/** What can be gone to and done, narrowed by what is typed. */
export function PaletteDialog({ onClose }: { onClose(): void }) {
  const me = useMe();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const { found, isLooking } = useFound(typed);
  const fits = ({ label, may }: { label: string; may?: Parameters<typeof me.may>[0] }): boolean =>
    (!may || me.may(may)) && matches(label, typed);
  const go = ({ to, search = {} }: { to: string; search?: object }): void => {
    onClose();
    void navigate({ to, search: { ...search } });
  };
  const pages = MAIN_PAGES.filter(fits);
  const commands = COMMANDS.filter(fits);
  const here = typed.trim() === '' ? [] : commandsHere().filter(fits);
  // What fits best is chosen as soon as it is there, until an arrow key chooses another.
  const best = found[0]?.key ?? commands[0]?.label ?? here[0]?.keys ?? pages[0]?.to ?? 'archive';
  const [chosen, setChosen] = useState(best);
  useEffect(() => setChosen(best), [best]);
  return (
    <Dialog.Root open onOpenChange={isOpen => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/35" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed left-1/2 top-[12vh] z-50 w-[min(38rem,calc(100vw-2rem))] -translate-x-1/2 overflow-hidden rounded-lg border border-line bg-raised shadow-float"
        >
          <Dialog.Title className="sr-only">{t.shell.palette}</Dialog.Title>
          <Command label={t.shell.palette} shouldFilter={false} loop value={chosen} onValueChange={setChosen}>
            <Command.Input
              value={typed}
              onValueChange={setTyped}
              placeholder={t.shell.palettePlaceholder}
              className="h-12 w-full border-b border-line bg-transparent px-4 text-lg outline-none placeholder:text-muted"
            />
            <Command.List className="max-h-[min(60vh,32rem)] overflow-y-auto p-2">
              {found.length > 0 && (
                <Group heading={t.shell.results}>
                  {found.map(({ key, icon, name, detail, link }) => (
                    <Item key={key} value={key} {...{ icon, detail }} onSelect={() => go(link)}>
                      {name}
                    </Item>
                  ))}
                </Group>
              )}
              {commands.length > 0 && (
                <Group heading={t.shell.commands}>
                  {commands.map(({ label, icon, does }) => (
                    <Item
                      key={label}
                      value={label}
                      icon={icon}
                      onSelect={() => {
                        if (typeof does !== 'function') return go(does);
                        onClose();
                        does();
                      }}
                    >
                      {label}
                    </Item>
                  ))}
                </Group>
              )}
              {here.length > 0 && (
                <Group heading={t.shell.here}>
                  {here.map(({ keys, label, run }) => (
                    <Item
                      key={keys}
                      value={keys}
                      icon={Keyboard}
                      detail={keys}
                      onSelect={() => {
                        onClose();
                        // The focus goes back to the page first: what is done may want it elsewhere.
                        setTimeout(run, FOCUS_BACK);
                      }}
                    >
                      {label}
                    </Item>
                  ))}
                </Group>
              )}
              {pages.length > 0 && (
                <Group heading={t.shell.pages}>
                  {pages.map(({ to, label, icon, keys }) => (
                    <Item key={to} value={to} icon={icon} detail={keys} onSelect={() => go({ to })}>
                      {label}
                    </Item>
                  ))}
                </Group>
              )}
              {typed.trim() && (
                <Group heading={t.shell.archive}>
                  <Item
                    value="archive"
                    icon={Search}
                    onSelect={() => go({ to: '/archive', search: { text: typed.trim() } })}
                  >
                    {t.shell.searchArchive(typed.trim())}
                  </Item>
                </Group>
              )}
            </Command.List>
            <p role="status" className="sr-only">
              {isLooking ? t.common.loading : t.shell.foundCount(found.length)}
            </p>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="mb-1 text-sm text-muted [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1"
    >
      {children}
    </Command.Group>
  );
}

interface ItemProps {
  value: string;
  icon: LucideIcon;
  detail?: string;
  onSelect(): void;
  children: string;
}

function Item({ value, icon: Icon, detail, onSelect, children }: ItemProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex h-9 cursor-pointer items-center gap-3 rounded px-2.5 aria-selected:bg-accent-soft aria-selected:text-accent"
    >
      <Icon size={16} aria-hidden className="shrink-0" />
      <span dir="auto" className="min-w-0 flex-1 truncate text-left text-base text-text">
        {children}
      </span>
      {detail && <span className="max-w-40 truncate font-mono text-xs">{detail}</span>}
    </Command.Item>
  );
}
