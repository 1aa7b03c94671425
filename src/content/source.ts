import { isUtf8 } from "node:buffer";
import { constants, readFileSync } from "node:fs";
import { join } from "node:path";
import { errorCode } from "../error-code.ts";
import type { Problem } from "../model.ts";

/** A text file of the site, or the reason why it cannot be read. */
export interface Source {
  readonly text: string | undefined;
  readonly problems: readonly Problem[];
}

/**
 * A text file as its editor wrote it, without the marks of its editor: no byte order mark, `\n` at line ends.
 * Nothing else could be done meanwhile, and a thousand small files take a fifth of the time that promises of them do.
 */
export function readSource(folder: string, file: string): Source {
  const path = join(folder, file);
  try {
    const read = readFileSync(path, { ...OWN, encoding: "utf8" });
    const text = read.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
    const isWhole = !text.includes(UNKNOWN) || isUtf8(readFileSync(path, OWN));
    return { text, problems: isWhole ? [] : [notUtf8(file, text)] };
  } catch (error) {
    return { text: undefined, problems: [unreadable(file, reasonOf(error))] };
  }
}

// What stands for bytes that are no letter. Somebody may also have written it.
const UNKNOWN = "\uFFFD";

// A symbolic link is not followed: it could show any file of the machine that builds the site. Windows has no such
// flag. Node takes a number as well, which its types leave out.
const OWN = { flag: (constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)) as unknown as string };

/** What could not be read became U+FFFD: the first of them is where the editor has to look. */
function notUtf8(file: string, text: string): Problem {
  const before = text.slice(0, Math.max(0, text.indexOf(UNKNOWN))).split("\n");
  const place = { file, line: before.length, column: (before.at(-1) ?? "").length + 1 };
  const message = "Cannot read this character: the file is not UTF-8; save it with that encoding";
  return { rule: "unreadable", severity: "error", message, place };
}

function unreadable(file: string, reason: string): Problem {
  const message = `Cannot read "${file}": ${reason}`;
  return { rule: "unreadable", severity: "error", message, place: { file, line: 1, column: 1 } };
}

function reasonOf(error: unknown): string {
  switch (errorCode(error)) {
    case "ELOOP":
      return "it is a symbolic link; put the file itself there";
    case "EISDIR":
      return "it is a folder; put a file there";
    case "EACCES":
    case "EPERM":
      return "it is not allowed; change its permissions";
    case "ENOENT":
      return "it has gone; save it again";
    default:
      throw error;
  }
}
