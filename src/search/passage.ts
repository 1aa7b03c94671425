/** What readers are led to: the words below one heading, up to the next; a term; a row. */
export interface Passage {
  readonly title: string;
  /** As it stands in an address. */
  readonly id: string;
  /** Paragraphs, items and cells. What asks for them cuts them into sentences, where few have to wait for it. */
  readonly texts: readonly string[];
  /** Texts with an address of their own, by their places on the list. */
  readonly ids?: Readonly<Record<number, string>>;
}
