import { button, ICONS, icon } from './dom.ts';

/** A button that copies a text and says that it did. `text` is asked for when it is pressed. */
export function copyButton(label: string, text: () => string): HTMLButtonElement {
  const made = button(icon(ICONS.copy), label, () => {
    void copied(text()).then(done => {
      made.dataset.said = done ? 'Copied' : 'Could not copy';
      setTimeout(() => delete made.dataset.said, 1500);
    });
  });
  made.classList.add('quiet', 'copy');
  return made;
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedBySelection(text);
  }
}

/** For browsers that give local files no clipboard. */
function copiedBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}
