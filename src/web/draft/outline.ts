/** Marks in the outline the section that is being read, and shows the title in the bar once it has scrolled away. */
export function followReading(): void {
  const links = new Map<string, Element>();
  for (const link of document.querySelectorAll('.outline a'))
    links.set(link.getAttribute('href')?.slice(1) ?? '', link);
  const sections = [...document.querySelectorAll('main > section')].filter(section => links.has(section.id));
  const title = document.querySelector('main > .title h1');
  let scheduled = false;

  function mark(): void {
    scheduled = false;
    const line = innerHeight * 0.3;
    const above = sections.filter(
      section => section.getClientRects().length > 0 && section.getBoundingClientRect().top <= line,
    );
    const current = above.at(-1) ?? sections[0];
    for (const [id, link] of links) {
      if (id === current?.id) point(link);
      else link.removeAttribute('aria-current');
    }
    const passed = title ? title.getBoundingClientRect().bottom < 48 : false;
    document.documentElement.classList.toggle('scrolled', passed);
  }

  addEventListener(
    'scroll',
    () => {
      if (scheduled) return;
      scheduled = true;
      requestAnimationFrame(mark);
    },
    { passive: true },
  );
  mark();
}

/** On small screens the outline is a strip, which follows too. */
function point(link: Element): void {
  if (link.hasAttribute('aria-current')) return;
  link.setAttribute('aria-current', 'true');
  const strip = link.closest('.outline');
  if (!strip || strip.scrollWidth <= strip.clientWidth) return;
  const [inside, outside] = [link.getBoundingClientRect(), strip.getBoundingClientRect()];
  strip.scrollLeft += inside.left - outside.left - (outside.width - inside.width) / 2;
}
