import type { Environment } from "nunjucks";

/**
 * Nunjucks forgets the fault of a template that is included in a loop, and prints nothing in its place. One that could
 * not be compiled says its fault again; the others have been compiled already, and cost nothing.
 */
export function refuseBrokenTemplates({ loaders }: Pick<Environment, "loaders">): void {
  for (const template of loaders.flatMap(({ cache }) => Object.values(cache))) {
    try {
      template.compile();
    } catch (cause) {
      throw new Error(`Cannot use the template ${template.path}`, { cause });
    }
  }
}
