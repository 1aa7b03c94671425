import * as v from "valibot";
import type { OutsideLink, Place } from "../model.ts";
import { address } from "../yaml/shape.ts";

/** One link, or none where the value is no address: its own check says so. */
export function outsideLinks(value: unknown, place: Place): OutsideLink[] {
  return v.is(address, value) ? [{ address: value, place }] : [];
}
