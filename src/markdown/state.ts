import type MarkdownIt from "markdown-it";

// What markdown-it hands to its rules; its package exports no names for it.

export type State = Parameters<Parameters<MarkdownIt["core"]["ruler"]["push"]>[1]>[0];
export type InlineState = Parameters<Parameters<MarkdownIt["inline"]["ruler"]["push"]>[1]>[0];
export type BlockState = Parameters<Parameters<MarkdownIt["block"]["ruler"]["push"]>[1]>[0];
