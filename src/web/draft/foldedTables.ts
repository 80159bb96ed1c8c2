/** Folds the rows of long tables after the first few; a button below each brings them back. */
export function foldTables(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('.show-rest')) {
    const rest = button.previousElementSibling?.querySelector('.rest');
    if (!rest) continue;
    rest.classList.add('folded');
    button.hidden = false;
    button.addEventListener('click', () => {
      rest.classList.remove('folded');
      button.nextElementSibling?.remove();
      button.remove();
    });
  }
}
