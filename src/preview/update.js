// Brings a page up to date in place. What the server sent before is compared with what it sends now, never with the
// page on screen: scripts and readers have changed that one (a details element opened, a link marked as current).

import { holdPlace, showChange } from "./place.js";

const PARTS = "head > title, head > style, nav.contents, footer";
const partsOf = (page) => [...page.querySelectorAll(PARTS)].filter((part) => !part.closest("main"));
const sectionsOf = (page) => [...(page.querySelector("main")?.children ?? [])];

/**
 * Takes the page on screen as made from `source`. The function it gives back brings it up to date with a newer source,
 * or says no where more has changed than the parts that it knows.
 */
export function openPage(source) {
  let sent = { frame: frameOf(source), parts: partsOf(source), sections: sectionsOf(source) };
  let live = { parts: partsOf(document), sections: sectionsOf(document) };

  return (fresh, { changed }) => {
    const next = { frame: frameOf(fresh), parts: partsOf(fresh), sections: sectionsOf(fresh) };
    const known =
      next.frame === sent.frame &&
      next.sections.length > 0 &&
      live.parts.length === sent.parts.length &&
      live.sections.length === sent.sections.length &&
      live.sections.every((section) => section.isConnected);
    if (!known) return false;

    const keepPlace = holdPlace();
    document.documentElement.lang = fresh.documentElement.lang;
    const parts = next.parts.map((part, at) => {
      if (part.outerHTML === sent.parts[at].outerHTML) return live.parts[at];
      return putInPlaceOf(live.parts[at], part);
    });
    const { sections, replaced } = replaceSections(sent.sections, live.sections, next.sections);
    sent = next;
    live = { parts, sections };
    keepPlace();

    // A change to many sections that no text accounts for is one of layout: there is no place to show.
    const names = changed.map((id) => `#${CSS.escape(id)}`).join();
    const isNamed = ({ now }) => names !== "" && (now.matches(names) || now.querySelector(names) !== null);
    const first = replaced.find(isNamed) ?? (replaced.length === 1 ? replaced[0] : undefined);
    if (first !== undefined) showChange(first);
    return true;
  };
}

/** The source without what can be replaced in place, and without the build's number. */
function frameOf(source) {
  const frame = source.cloneNode(true);
  frame.querySelector("script[data-build]")?.remove();
  frame.documentElement.removeAttribute("lang");
  for (const part of partsOf(frame)) part.replaceWith(frame.createElement(part.localName));
  frame.querySelector("main")?.replaceChildren();
  return frame.documentElement.outerHTML;
}

/** Puts the wanted sections on the page and leaves those alone that were sent before, in their order. */
function replaceSections(sent, live, wanted) {
  const main = document.querySelector("main");
  const texts = sent.map((section) => section.outerHTML);
  const replaced = [];
  let at = 0;
  const sections = wanted.map((section) => {
    const text = section.outerHTML;
    const same = texts.indexOf(text, at);
    if (same >= 0) {
      while (at < same) live[at++].remove();
      return live[at++];
    }
    const before = at < sent.length && nameOf(sent[at]) === nameOf(section) ? sent[at] : undefined;
    const now =
      before === undefined
        ? main.insertBefore(document.importNode(section, true), live[at] ?? null)
        : putInPlaceOf(live[at++], section);
    replaced.push({ before, after: section, now });
    return now;
  });
  while (at < sent.length) live[at++].remove();
  return { sections, replaced };
}

const nameOf = (section) =>
  section.id || section.querySelector("h1, h2, h3, h4, h5, h6")?.id || section.localName;

/** Replaces an element and hands on what the reader did to it: details that are open, the focus. */
function putInPlaceOf(old, fresh) {
  const now = document.importNode(fresh, true);
  const labelOf = (one) =>
    one.id || one.getAttribute("href") || (one.querySelector("summary") ?? one).textContent;
  // Many may have the same label, such as "The steps in words": the second is the twin of the second.
  const alike = (root, one) =>
    [...root.querySelectorAll(one.localName)].filter((other) => labelOf(other) === labelOf(one));
  const twinOf = (one) => alike(now, one)[alike(old, one).indexOf(one)];
  for (const details of old.querySelectorAll("details")) {
    const twin = twinOf(details);
    if (twin !== undefined) twin.open = details.open;
  }
  const focused = old.contains(document.activeElement) ? twinOf(document.activeElement) : undefined;
  old.replaceWith(now);
  focused?.focus({ preventScroll: true });
  return now;
}
