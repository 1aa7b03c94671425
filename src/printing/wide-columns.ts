import type { TableList } from "../model.ts";
import { pick } from "./words.ts";

/** No cell of another column holds more characters. */
const SHORT = 48;

/** Which columns of a table hold sentences, so that each row gives them the same room: the first, its name, never does. */
export function wideColumns({ columns, rows }: TableList, language: string): boolean[] {
  return columns.map(
    (_, index) =>
      index > 0 && rows.some(({ cells }) => pick(cells[index]?.text ?? {}, language).length > SHORT),
  );
}
