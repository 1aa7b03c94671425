// Where the reader is on the page, and where the change is.

const styles = new CSSStyleSheet();
styles.replaceSync(".preview-changed { outline: 3px solid #d97706; outline-offset: 6px }");
document.adoptedStyleSheets.push(styles);

/** Remembers which address is nearest to the top of the window; the function it gives back puts it there again. */
export function holdPlace() {
  const topOf = (element) => element.getBoundingClientRect().top;
  const addresses = [...document.querySelectorAll("main [id]:not(svg *)")].filter((element) =>
    element.checkVisibility(),
  );
  const near = addresses.map((element) => ({ id: element.id, top: topOf(element) }));
  const nearest = near.sort((one, other) => Math.abs(one.top) - Math.abs(other.top))[0];
  return () => {
    const element = nearest && document.getElementById(nearest.id);
    // At the very top the page stays at its beginning, whatever is put there.
    if (element && scrollY > 0) scrollBy({ top: topOf(element) - nearest.top, behavior: "instant" });
  };
}

/** Highlights a section that was replaced, and scrolls to what changed in it when that is out of view. */
export function showChange({ before, after, now }) {
  let place = firstChange(before, after, now);
  while (!place.checkVisibility()) place = place.parentElement;
  const { top, bottom, height } = place.getBoundingClientRect();
  if (bottom <= 0 || top >= innerHeight) {
    place.scrollIntoView({ block: height > innerHeight ? "start" : "center", behavior: "instant" });
  }
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  now.classList.add("preview-changed");
  const fade = now.animate(
    { outlineColor: ["#d97706", "transparent"] },
    { duration: 1500, easing: "ease-in" },
  );
  fade.onfinish = () => now.classList.remove("preview-changed");
}

/** The innermost element on the page that the source before does not have at that place. */
function firstChange(before, after, now) {
  const at = [...after.children].findIndex(
    (child, at) => child.outerHTML !== before?.children[at]?.outerHTML,
  );
  return at < 0 ? now : firstChange(before?.children[at], after.children[at], now.children[at]);
}
