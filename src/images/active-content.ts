import { Parser } from "htmlparser2";

const ELEMENTS = new Set(["script", "foreignobject", "iframe", "object", "embed", "handler", "listener"]);
const ANIMATIONS = new Set(["set", "animate"]);
const ADDRESSES = new Set(["href", "src"]);
/** Names and words. What has a prefix is a note of the program that drew it, such as the path of a file on Windows. */
const NO_STYLE = /:|^(?:id|class|font-family|(?:aria|data)-.*)$/i;

/**
 * What in an SVG could run or load something when it is opened by its own address, or undefined. Shown in a page it
 * could not, but the file lies on the site, and a proposal that changes only pictures must be able to run nothing.
 */
export function findActiveContent(svg: string): string | undefined {
  let found: string | undefined;
  const note = (what: string): void => {
    found ??= what;
  };
  let stylesOpen = 0;
  // Comments, entities and other elements part a style's text, and the browser puts it together again.
  let styles = "";
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const tag = localName(name);
        if (ELEMENTS.has(tag)) note(`<${name}>`);
        if (tag === "style") stylesOpen++;
        for (const [key, value] of Object.entries(attributes)) {
          if (/^xmlns(:|$)/.test(key)) continue;
          const attribute = localName(key);
          if (attribute.startsWith("on")) note(key);
          // Only what the drawing itself holds: "#gradient".
          if (ADDRESSES.has(attribute) && !/^\s*#/.test(value)) note(`${key} "${value}"`);
          if (ANIMATIONS.has(tag) && attribute === "attributename" && /href|^on/i.test(value))
            note(`<${name}> of "${value}"`);
          const mayLoad = attribute === "style" || (!NO_STYLE.test(key) && value.includes("("));
          if (mayLoad && loads(value)) note(`${key} "${value}"`);
        }
      },
      ontext(text) {
        if (stylesOpen > 0) styles += text;
      },
      onclosetag(name) {
        if (localName(name) === "style") stylesOpen--;
      },
      onprocessinginstruction(name, text) {
        // Entities can hide anything; a plain type of document and the XML line are harmless.
        if (/<!ENTITY|\[/i.test(text) || /xml-stylesheet/i.test(name)) note("declaration");
      },
    },
    { xmlMode: true },
  );
  parser.end(svg);
  if (loads(styles)) note("style that loads");
  return found;
}

/** `xlink:href` is whatever has been declared to be XLink's, by any prefix. */
function localName(name: string): string {
  return name.slice(name.lastIndexOf(":") + 1).toLowerCase();
}

/** Styles reach for other files by functions, unless these name a part of the drawing; a backslash can hide them. */
function loads(style: string): boolean {
  return /@import|\\|\b(?:image|image-set|cross-fade)\(|\b(?:url|src)\(\s*["']?(?!\s*["']?#)/i.test(style);
}
