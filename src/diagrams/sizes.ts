// Every measure of a drawing, in units. A unit is a CSS pixel where there is room.

/** The one size of letters. */
export const TEXT = 14;
export const LINE = 17;

export const ICON = 24;
export const DISC = 10;
export const HEAD = { length: 9, half: 5 } as const;
export const BEND = 6;
/** From the border of a box to the middle of the disc: at the end that has no arrow head, and behind a head. */
export const DISC_AT_TAIL = 14;
export const DISC_AT_HEAD = 21;
/** A line is straight for so long at each of its ends. */
export const STRAIGHT = 32;
/** Between two lines at the side of one box. */
export const PORT = 23;

/** 280 CSS pixels of content on the narrowest phone show 14 units as 12 pixels. */
export const NARROWEST = 326;
/** 864 CSS pixels show 14 units as 12 pixels. */
export const WIDEST = 1008;
/** Around a whole drawing. */
export const EDGE = 2;
export const BOX_PADDING = { x: 6, y: 9 } as const;
/** A box is no narrower. */
export const BOX = 92;
/** Inside a boundary: where a line comes in, where none does, above its label, and around the label. */
export const INSET = { line: 34, plain: 14, label: 7 } as const;
/** No label of a boundary has longer lines. */
export const LABEL = { x: 10, width: 150 } as const;
