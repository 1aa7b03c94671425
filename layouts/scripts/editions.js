// Keeps the reader's place when they change the language: ids are the same in all. The place is the last heading that
// has come up to the top of the window, or the one that they have followed a link to, where it stands in the window or
// they have gone up to the switch since.
(() => {
  document.addEventListener("click", ({ target }) => {
    const link = target.closest?.('a[rel="alternate"]');
    if (!link) return;
    const followed = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const headings = [...document.querySelectorAll("main :is(h2, h3, h4, h5, h6)[id]")];
    const top = (heading) => heading.getBoundingClientRect().top;
    const isSeen = followed && top(followed) >= 0 && top(followed) < innerHeight;
    const here = isSeen ? followed : (headings.findLast((heading) => top(heading) < 100) ?? followed);
    link.hash = here ? `#${here.id}` : "";
  });
})();
