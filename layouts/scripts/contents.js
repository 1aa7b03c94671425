// Marks the entry of the contents whose section is being read with `aria-current="true"`.
(() => {
  const mark = () => {
    // Looked up each time: the preview exchanges them while the page is open, one after the other.
    const headingOf = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const links = [...document.querySelectorAll('.contents [href^="#"]')].filter(headingOf);
    // Of a section that is still far only the section itself is laid out.
    const headings = links
      .map(headingOf)
      .map((heading) => heading.closest(`[aria-labelledby="${CSS.escape(heading.id)}"]`) ?? heading);
    const end = document.documentElement.scrollHeight - innerHeight;
    // How far the page has been scrolled when a heading stands a little below the top of the window.
    const starts = headings.map((heading) => heading.getBoundingClientRect().top + scrollY - 90);
    // The headings that never come up so far share the way that is left, so that each has its turn.
    const reached = starts.findLastIndex((start) => start < end);
    const from = starts[reached];
    const share = Math.min(1, (end - from) / (starts.at(-1) - from));
    let current = starts.findLastIndex(
      (start, i) => (i > reached ? from + (start - from) * share : start) <= scrollY + 1,
    );
    // One of them that has just been followed is the one that is meant.
    const followed = links.findIndex((link) => link.hash === location.hash);
    if (followed > reached && scrollY > end - 2) current = followed;
    links.forEach((link, i) => {
      link.dataset.here = link.closest("nav").dataset.here;
      link.ariaCurrent = i === Math.max(0, current) ? "true" : null;
    });
  };

  for (const event of ["scroll", "resize", "hashchange"]) addEventListener(event, mark);
  document.addEventListener("preview:updated", mark);
  // Asks where things stand: in the script itself, the page would have to be laid out for that alone.
  requestAnimationFrame(mark);
})();
