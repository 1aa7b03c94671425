export interface CardWords {
  readonly language: string;
  readonly title: string;
  readonly description: string;
}

/** The picture that other sites show of this one, in one language. */
export interface Card extends CardWords {
  /** Relative to the output folder: `card.png`, `de/card.png` */
  readonly path: string;
  /** Stands for its content. Other sites keep a picture by its address, so a new one needs a new address. */
  readonly version: string;
  /** The file of the flow that it shows. */
  readonly flow?: string;
}

/** In pixels: the size that every platform that shows cards takes. */
export const CARD = { width: 1200, height: 630 } as const;
