// Keeps the reader's place when they change the language: ids are the same in all.
(() => {
  document.addEventListener("click", ({ target }) => {
    const link = target.closest?.(".editions a");
    const here = document.querySelector('.contents [aria-current="true"]');
    if (link && here) link.hash = here.hash;
  });
})();
