/** Makes the field at the top narrow the page to operations that hold every word of it; `/` goes there, Escape leaves. */
export function findOperations(): void {
  const field = document.querySelector<HTMLInputElement>('#find')!;
  field.closest('label')!.hidden = false;
  field.addEventListener('input', () => show(field.value));
  document.addEventListener('keydown', event => {
    const isTyping = event.target instanceof HTMLInputElement;
    if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      field.focus();
      field.select();
    }
    if (event.key === 'Escape' && isTyping) {
      field.value = '';
      field.blur();
      show('');
    }
  });
  // A link to an operation that is not shown would lead nowhere.
  window.addEventListener('hashchange', () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.hidden) return;
    field.value = '';
    show('');
    target.scrollIntoView();
  });
  if (field.value) show(field.value);
}

function show(wanted: string): void {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const operations = Array.from(document.querySelectorAll<HTMLElement>('.operation'));
  const hidden = new Set<string>();
  for (const operation of operations) {
    operation.hidden = !words.every(word => operation.dataset.search!.includes(word));
    if (operation.hidden) hidden.add(operation.id);
  }
  for (const link of document.querySelectorAll<HTMLElement>('[data-for]'))
    link.hidden = hidden.has(link.dataset.for!);
  for (const group of document.querySelectorAll<HTMLElement>('.feature, .features section'))
    group.hidden = !group.querySelector('.operation:not([hidden]), [data-for]:not([hidden])');
  document.querySelector<HTMLElement>('.introduction')!.hidden = words.length > 0;
  const found = document.getElementById('found')!;
  found.hidden = words.length === 0;
  found.textContent = summaryOf(operations.length - hidden.size, operations.length);
}

function summaryOf(shown: number, all: number): string {
  return shown === 0
    ? 'No operation holds all of these words. Try one of them, or Escape for everything.'
    : `${shown} of ${all} operations`;
}
