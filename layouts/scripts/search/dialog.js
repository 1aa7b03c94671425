import { find, prepare, wordsOf } from "./find.js";
import { create, listResults } from "./results.js";

const MOST_SHOWN = 40;

const createParts = (words) => {
  const input = create("input", {
    type: "search",
    ariaLabel: words.search,
    autocomplete: "off",
    spellcheck: false,
    enterKeyHint: "go",
  });
  const close = create("button", { type: "button", textContent: words.searchClose });
  const count = create("p", { className: "search__count", ariaLive: "polite" });
  const results = create("div", { className: "search__results" });
  const head = create("div", { className: "search__head" }, input, close);
  const dialog = create("dialog", { className: "search", ariaLabel: words.search }, head, count, results);
  return { dialog, input, close, count, results };
};

const tellCount = (found, words, asked) => {
  if (asked === "") return "";
  if (found.length === 0) return words.searchNothing.replace("{}", () => asked);
  const figure = found.length > MOST_SHOWN ? `${MOST_SHOWN} / ${found.length}` : found.length;
  return words.searchCount.replace("{}", figure);
};

/** The arrows go through the field and the links, Enter in the field follows the first. */
const followKeys = (event, input, results) => {
  if (event.isComposing) return;
  const links = [...results.querySelectorAll("a")];
  if (event.key === "Enter" && event.target === input) links[0]?.click();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const stops = [input, ...links];
  const at = Math.max(0, stops.indexOf(document.activeElement));
  stops[(at + step + stops.length) % stops.length].focus();
};

/** The page's policy allows no further style element. */
const adoptStyles = (styles) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
};

/** Called by the file with the index when it has come: opens the search, as its button does from now on. */
export const openSearch = ({ sections, styles, words }) => {
  const controls = document.querySelector(".controls");
  const { dialog, input, close, count, results } = createParts(words);
  const base = document.currentScript.src;
  const own = document.querySelector("[data-page]").dataset.page;
  // A page may be open by another address than its file's.
  const hrefOf = ({ page }, id) => (page === own ? `#${id}` : new URL(`${page}#${id}`, base).href);
  adoptStyles(styles);
  const passages = prepare(sections, document.documentElement.lang);

  input.oninput = () => {
    const asked = wordsOf(input.value);
    const found = find(passages, asked);
    const shown = found.slice(0, MOST_SHOWN).map((one) => ({ ...one, href: hrefOf(one.section, one.id) }));
    results.replaceChildren(...listResults(shown, asked));
    count.textContent = tellCount(found, words, input.value.trim());
  };
  dialog.onkeydown = (event) => {
    followKeys(event, input, results);
    // In Safari the field keeps this key to itself, also when there is nothing left to clear.
    if (event.key === "Escape" && input.value === "" && !event.isComposing) dialog.close();
  };
  dialog.onclick = ({ target, ctrlKey, metaKey }) => {
    // What is beside the content belongs to the dialog itself. Further links may be opened in tabs.
    if (target === dialog || target === close || (target.closest("a") && !ctrlKey && !metaKey))
      dialog.close();
  };
  const open = () => {
    if (!dialog.open) dialog.showModal();
    input.select();
  };
  controls.querySelector(".controls__search").onclick = open;
  // The preview brings a newer index.
  document.querySelector(".search")?.remove();
  document.body.append(dialog);
  open();
};
