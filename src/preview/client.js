// Runs in a page that is being previewed: listens to the preview server, and keeps the page and the panel up to date.
import { showProblems } from "./panel.js";
import { openPage } from "./update.js";

/** The build that a page was served from, as text; undefined where the server could only give a sentence. */
const buildOf = (source) => source.querySelector("script[data-build]")?.dataset.build;

let build = buildOf(document);
// The page as it was sent, before scripts and readers changed it. When a build came in between, there is no knowing.
let page = fetchPage().then(
  (source) => (buildOf(source) === build ? openPage(source) : undefined),
  () => undefined,
);
let events;

async function fetchPage() {
  const response = await fetch(location.href);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

async function follow(message, update) {
  if (String(message.build) === build) return update;
  const source = await fetchPage();
  build = buildOf(source);
  if (update?.(source, message)) {
    document.dispatchEvent(new CustomEvent("preview:updated"));
  } else {
    location.reload();
  }
  return update;
}

// A browser allows six connections to one server: pages that nobody sees give theirs back, and catch up later.
function connect() {
  events?.close();
  events = undefined;
  if (document.hidden) return;
  events = new EventSource("/.preview/events");
  events.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    showProblems(message.problems);
    // One after the other. A server that went away in between is back later with its newest build.
    page = page.then((update) => follow(message, update).catch(() => update));
  };
  // The browser tries again by itself, but not when something else answered, such as another server on this port.
  events.onerror = ({ target }) => {
    if (target.readyState === EventSource.CLOSED && target === events) setTimeout(connect, 1000);
  };
}

document.addEventListener("visibilitychange", connect);
connect();
