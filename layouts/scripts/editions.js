// Keeps the reader's place when they change the language: ids are the same in all. The place is the one that they
// followed a link to; the switch stands at the top, so that where they are now says little.
(() => {
  document.addEventListener("click", ({ target }) => {
    const link = target.closest?.(".editions a");
    if (link && location.hash) link.hash = location.hash;
  });
})();
