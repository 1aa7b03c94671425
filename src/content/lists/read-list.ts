import type { List, Problem } from "../../model.ts";
import type { YamlFile } from "../../yaml/yaml.ts";

/** A file that keeps a list, before it is known whether it has the shape of one. */
export interface ListFile {
  readonly yaml: YamlFile;
  readonly file: string;
  readonly languages: readonly string[];
}

export interface ReadList {
  readonly list: List | undefined;
  readonly problems: readonly Problem[];
}
