import { createHash } from "node:crypto";
import { git } from "./git.ts";

/** The id that git gives to a text: the SHA-1 of `blob <bytes>\0` and its bytes, 40 hexadecimal digits. */
export function blobId(text: string): string {
  const bytes = Buffer.from(text);
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/** A text by its id, from the repository that holds the folder; undefined where the repository does not have it. */
export function readBlob(folder: string, id: string): Promise<string | undefined> {
  return git(folder, ["cat-file", "blob", id]);
}
