/** What readers are led to: the words below one heading, up to the next; a term; a row. */
export interface Passage {
  readonly title: string;
  /** As it stands in an address. */
  readonly id: string;
  readonly sentences: readonly string[];
}
