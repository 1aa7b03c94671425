import { linesOf, openPage } from "./address.js";

const PLACES = "main :is(p, li, figcaption, pre, tr)";
// What has an address of its own, is said by the page and not by its text, or holds paragraphs.
const OTHERS =
  "main [id]:not(.footnote-item), .heading, .record, .section__note, .note__label, .narrowing__nothing, .flow :is(p, li), thead";

const isPlace = (one) => linesOf(one).length > 0 && !one.closest(OTHERS) && !one.matches("li:has(> p)");

/** A row is known by its first cell. */
const placeOf = (one) => one.cells?.[0] ?? one;

const placeAt = (node) => {
  const found = (node?.closest ? node : node?.parentElement)?.closest(PLACES);
  const place = found && placeOf(found);
  return place && isPlace(place) ? place : undefined;
};

const item = document.querySelector("[data-places]");
const button = item.querySelector("button");
const isPressed = () => button.ariaPressed === "true";
let addressOf = openPage();

const addLink = (place) => {
  const link = document.createElement("a");
  link.className = "anchor anchor--place anchor--made";
  link.href = addressOf(place);
  link.ariaLabel = item.dataset.link.replace("{}", () => linesOf(place)[0].split(" ").slice(0, 8).join(" "));
  place.prepend(link);
};

const clear = () => {
  for (const link of document.querySelectorAll(".anchor--made")) {
    // Who has just followed it goes on from there.
    if (link !== document.activeElement) link.remove();
  }
};

const show = (place) => {
  if (!place || isPressed() || place.querySelector(":scope > .anchor--made")) return;
  clear();
  addLink(place);
};

const showAll = () => {
  document.documentElement.toggleAttribute("data-places-shown", isPressed());
  for (const link of document.querySelectorAll(".anchor--made")) link.remove();
  if (isPressed()) [...document.querySelectorAll(PLACES)].map(placeOf).filter(isPlace).forEach(addLink);
};

/** Called when the file has come; from now on nothing is asked for. */
export const start = () => {
  let timer;
  const afterRest = (find) => (event) => {
    clearTimeout(timer);
    timer = setTimeout(() => show(find(event)), 150);
  };
  document.querySelector("main").onmousemove = afterRest(({ target }) => placeAt(target));
  // A finger that taps sets it too.
  const selected = () => placeAt(getSelection().anchorNode);
  document.onselectionchange = afterRest(selected);
  button.onclick = () => {
    button.ariaPressed = !isPressed();
    showAll();
  };
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && !isPressed()) clear();
  });
  document.addEventListener("preview:updated", () => {
    addressOf = openPage();
    showAll();
  });
  showAll();
  show(placeAt(document.querySelector("main :hover:not(:has(:hover))")) ?? selected());
};
