/** Eleventy copies plain objects for every page that it prints, and ours lead to the whole document. */
class Uncopied {}

/** The same facts as an object that is no plain one. */
export function uncopied<Facts extends object>(facts: Facts): Facts {
  return Object.assign(new Uncopied(), facts);
}
