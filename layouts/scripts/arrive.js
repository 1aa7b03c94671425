// Far sections wait for their layout until they come near, a reader does something, or nothing has happened for a while:
// all at once they would keep a slow phone from answering. Who looks for a place finds it in a page that is laid out.
(() => {
  const { dataset } = document.documentElement;
  const later = window.requestIdleCallback ?? setTimeout;
  const waiting = [...document.querySelectorAll(".section")];
  const end = ({ type }) => {
    if (dataset.arriving === undefined) return;
    delete dataset.arriving;
    // The browser has gone there before it told us.
    if (type === "hashchange") document.querySelector(":target")?.scrollIntoView();
  };
  const next = () => {
    if (dataset.arriving === undefined || waiting.length === 0) return end({});
    waiting.shift().style.contentVisibility = "visible";
    later(next);
  };
  setTimeout(() => later(next), 2000);
  for (const event of ["pointerdown", "keydown", "click", "hashchange", "beforeprint"])
    addEventListener(event, end, true);
})();
