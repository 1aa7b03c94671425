/** A file in a book. */
export interface Part {
  /** Relative to the package file: `sections/why.xhtml` */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** It stands in the order in which the book is read. */
  readonly isRead?: boolean;
  /** What a reading system must know before it opens the file: `svg`, `nav` */
  readonly properties?: readonly string[];
}
