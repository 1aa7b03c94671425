// The problems at the bottom of the page, in a shadow root: the page's styles do not reach them. No style attribute and
// no style element, because a strict policy of the page forbids both.

const styles = new CSSStyleSheet();
styles.replaceSync(`
  @media print { section { display: none } }
  .panel {
    position: fixed; inset: auto 0 0; z-index: 2147483647; box-sizing: border-box; max-block-size: 50vh;
    display: flex; flex-direction: column; border-block-start: 4px solid #e5484d;
    background: #1c1917; color: #fafaf9; color-scheme: dark; font: 14px/1.5 ui-monospace, Menlo, Consolas, monospace;
  }
  .panel--quiet { border-block-start: 1px solid #78716c; color: #d6d3d1 }
  button {
    flex: none; padding: 0.5rem 1rem; border: 0; background: none; color: inherit; font: inherit; font-weight: bold;
    text-align: start; cursor: pointer;
  }
  button::before { content: "▾ " / "" }
  button[aria-expanded="false"]::before { content: "▸ " / "" }
  :focus-visible { outline: 2px solid #fbbf24; outline-offset: -2px }
  ul { margin: 0; padding: 0 1rem 0.5rem; overflow: auto; list-style: none }
  ul[hidden] { display: none }
  li { padding-block: 0.5rem; white-space: pre-wrap; overflow-wrap: anywhere; border-block-start: 1px solid #44403c }
  .notice { color: #d6d3d1 }
`);

// The region is there before it has anything to say: screen readers announce what changes in it, not its arrival.
const region = document.createElement("section");
region.setAttribute("role", "status");
region.setAttribute("aria-live", "polite");
region.setAttribute("aria-label", "Problems");
const host = document.createElement("preview-problems");
const root = host.attachShadow({ mode: "open" });
root.adoptedStyleSheets = [styles];
root.append(region);
document.documentElement.append(host);

let last = "[]";
// What the reader chose; until then errors are open and notices folded.
let unfolded;

/** Shows problems, `{ text, severity }`, in place of those before; none takes the panel away. */
export function showProblems(problems) {
  // What has not changed is not read out again when the stream is opened anew.
  if (JSON.stringify(problems) === last) return;
  last = JSON.stringify(problems);
  const errors = problems.filter((problem) => problem.severity === "error").length;
  region.replaceChildren();
  if (problems.length === 0) return;

  const list = document.createElement("ul");
  list.tabIndex = 0; // It scrolls, so the keyboard must reach it.
  // As text, never as markup: a problem quotes what an author wrote.
  list.append(...problems.map(({ text, severity }) => element("li", severity, text)));

  const button = element("button", "count", countProblems(errors, problems.length - errors));
  button.type = "button";
  const fold = (open) => {
    list.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  fold(unfolded ?? errors > 0);
  button.onclick = () => {
    unfolded = list.hidden;
    fold(unfolded);
  };

  const panel = element("div", errors > 0 ? "panel" : "panel panel--quiet", "");
  panel.append(button, list);
  region.append(panel);
}

/** `countProblems(2, 1)` gives "2 errors, 1 notice". */
function countProblems(errors, notices) {
  const count = (number, noun) => (number === 0 ? [] : [`${number} ${noun}${number === 1 ? "" : "s"}`]);
  return [...count(errors, "error"), ...count(notices, "notice")].join(", ");
}

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
