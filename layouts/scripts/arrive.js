// Until a reader does something, far sections wait for their layout until they come near: all at once they would keep a
// slow phone from answering. Who looks for a place finds it in a page that has been laid out whole.
(() => {
  const end = ({ type }) => {
    const { dataset } = document.documentElement;
    if (dataset.arriving === undefined) return;
    delete dataset.arriving;
    // The browser has gone there before it told us.
    if (type === "hashchange") document.querySelector(":target")?.scrollIntoView();
  };
  for (const event of ["pointerdown", "keydown", "click", "hashchange", "beforeprint"])
    addEventListener(event, end, true);
})();
