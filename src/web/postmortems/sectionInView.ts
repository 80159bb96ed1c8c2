/** How far below the window's top a section begins, in pixels, that counts as reached: the bars above take some. */
const REACHED = 140;

/** Of the sections of a text, the one that is read: the last whose beginning has been scrolled to, else the first. */
export function sectionInView(ids: readonly string[]): string | undefined {
  const reached = ids.filter(id => {
    const top = document.getElementById(id)?.getBoundingClientRect().top;
    return top !== undefined && top <= REACHED;
  });
  return reached.at(-1) ?? ids[0];
}
