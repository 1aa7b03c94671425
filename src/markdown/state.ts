import type MarkdownIt from "markdown-it";

/** What markdown-it hands to a core rule; its package exports no name for it. */
export type State = Parameters<Parameters<MarkdownIt["core"]["ruler"]["push"]>[1]>[0];
