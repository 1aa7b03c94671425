import type { Delete, FootnoteDefinition, FootnoteReference, Nodes, Root, Table, TableCell } from "mdast";
import { type Handle, type Join, type State, toMarkdown } from "mdast-util-to-markdown";

/** Nodes → Markdown as forges read it: CommonMark with tables, footnotes and struck out words. */
export function writeMarkdown(root: Root): string {
  return toMarkdown(root, {
    bullet: "-",
    emphasis: "*",
    fences: true,
    incrementListMarker: true,
    listItemIndent: "one",
    resourceLink: true,
    rule: "-",
    handlers: { delete: struckOut, footnoteDefinition, footnoteReference, table },
    join: [joinMark, joinTable],
    // Words that look like the dashes below a header, which make a table of what stands above them.
    unsafe: [
      { atBreak: true, character: "|", after: "[\\t ]*:?-" },
      { atBreak: true, character: ":", after: "-" },
      { atBreak: true, character: "-", after: "-*:?[\\t ]*\\|" },
    ],
  });
}

/** `[!NOTE]` and what follows it stand together. */
const joinMark: Join = (left) => (left.type === "html" && left.value.startsWith("[!") ? 0 : undefined);

/**
 * In an item nothing stands between blocks where no words of its list do: there lines of words would become rows of a
 * table above them, and a table the last lines of a quotation or of a list.
 */
const joinTable: Join = (left, right, parent) => {
  if (parent.type !== "listItem") return undefined;
  const last = lastBlock(left);
  if (last.type === "table" && /^(?:paragraph|heading|table)$/.test(right.type)) return 1;
  return right.type === "table" && last.type === "paragraph" && last !== left ? 1 : undefined;
};

/** What the last lines of a block belong to. */
function lastBlock(node: Nodes): Nodes {
  const isContainer = node.type === "blockquote" || node.type === "list" || node.type === "listItem";
  const last = isContainer ? node.children.at(-1) : undefined;
  return last === undefined ? node : lastBlock(last);
}

const struckOut: Handle = (node: Delete, _, state, info) =>
  `~~${state.containerPhrasing(node, { ...info, before: "~", after: "~" })}~~`;

const footnoteReference: Handle = ({ identifier }: FootnoteReference) => `[^${identifier}]`;

const footnoteDefinition: Handle = (node: FootnoteDefinition, _, state, info) => {
  const words = state.indentLines(state.containerFlow(node, info), (line, index, isBlank) =>
    index === 0 || isBlank ? line : `    ${line}`,
  );
  return `[^${node.identifier}]: ${words}`;
};

const RULES = { left: ":---", center: ":---:", right: "---:", none: "---" } as const;

const table: Handle = (node: Table, _, state) => {
  const [head, ...body] = node.children.map(({ children }) =>
    rowOf(children.map((cell) => cellOf(cell, state))),
  );
  const columns = node.children[0]?.children ?? [];
  const rule = rowOf(columns.map((_cell, index) => RULES[node.align?.[index] ?? "none"]));
  return [head, rule, ...body].join("\n");
};

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Words in one line. A bar would end the cell, in code as well. */
function cellOf(cell: TableCell, state: State): string {
  const exit = state.enter("phrasing");
  const words = state.containerPhrasing(cell, {
    before: "|",
    after: "|",
    now: { line: 1, column: 1 },
    lineShift: 0,
  });
  exit();
  return words.replace(/\\?\n/g, " ").replaceAll("|", "\\|");
}

/** The plain words of a node. */
export function textOf(node: Nodes): string {
  if ("value" in node) return node.type === "html" ? "" : node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
