import { Parser } from "htmlparser2";

const ELEMENTS = new Set(["script", "foreignobject", "iframe", "object", "embed", "handler", "listener"]);
const ANIMATIONS = new Set(["set", "animate"]);
const ADDRESSES = new Set(["href", "xlink:href", "src"]);

/**
 * What in an SVG could run or load something when it is opened by its own address, or undefined. Shown in a page it
 * could not, but the file lies on the site, and a proposal that changes only pictures must be able to run nothing.
 */
export function findActiveContent(svg: string): string | undefined {
  let found: string | undefined;
  const note = (what: string): void => {
    found ??= what;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const tag = name.toLowerCase();
        if (ELEMENTS.has(tag)) note(`<${name}>`);
        for (const [key, value] of Object.entries(attributes)) {
          const attribute = key.toLowerCase();
          if (attribute.startsWith("on")) note(key);
          // Only what the drawing itself holds: "#gradient".
          if (ADDRESSES.has(attribute) && !/^\s*#/.test(value)) note(`${key} "${value}"`);
          if (ANIMATIONS.has(tag) && attribute === "attributename" && /href|^on/i.test(value))
            note(`<${name}> of "${value}"`);
          if (loads(value)) note(`${key} "${value}"`);
        }
      },
      ontext(text) {
        if (/@import/i.test(text) || loads(text)) note("style that loads");
      },
      onprocessinginstruction(name, text) {
        // Entities can hide anything; a plain type of document and the XML line are harmless.
        if (/<!ENTITY|\[/i.test(text) || /xml-stylesheet/i.test(name)) note("declaration");
      },
    },
    { xmlMode: true },
  );
  parser.end(svg);
  return found;
}

/** Styles reach for other files by `url(…)`, unless it names a part of the drawing. */
function loads(text: string): boolean {
  return /url\(\s*["']?(?!\s*["']?#)/i.test(text);
}
