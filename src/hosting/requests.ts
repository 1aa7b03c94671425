import type { BuiltPage, Document } from "../model.ts";
import type { AskedFile } from "../printing/asked-files.ts";

/** What is asked for by a page, one line of the list each. */
interface Request {
  readonly address: string;
  readonly when: string;
}

/** The list, in Markdown, of everything that the pages can ask for: for whoever answers for the readers' data. */
export function tellRequests(
  { site, pictures }: Document,
  pages: readonly BuiltPage[],
  asked: readonly AskedFile[],
): string {
  const shown = [...pictures.values()].some((picture) => picture.kind === "picture");
  const requests: Request[] = [
    ...pages.map(({ page }) => ({ address: page.path, when: "when somebody opens it" })),
    ...(shown ? [{ address: "images/*", when: "when a picture comes near the window" }] : []),
    ...asked.map(({ path, when }) => ({ address: path, when })),
  ];
  const outside: Request[] =
    site.analytics === undefined
      ? []
      : [
          {
            address: site.analytics.script,
            when: `on every page, to count visits (${site.analytics.name})${site.analytics.integrity === undefined ? "" : "; its content is fixed by a hash"}`,
          },
          ...(site.analytics.picture === undefined
            ? []
            : [
                {
                  address: `${new URL(site.analytics.picture).origin}/*`,
                  when: "each visit, told by that script, or by a picture where scripts are off",
                },
              ]),
        ];
  return `# What a browser asks for

Made when the site was built. Pages hold their styles and scripts themselves.

## From this site

${listOf(requests)}

## From others

${outside.length === 0 ? "Nothing." : listOf(outside)}

The Content Security Policy of each page allows these and no others. \`nginx.conf\` and \`Caddyfile\` beside this file, and \`_headers\` above, send
what all pages share of it as a header, with who may frame them, which no page can say, and the other headers that a host should send.
`;
}

function listOf(requests: readonly Request[]): string {
  return requests.map(({ address, when }) => `- \`${address}\`: ${when}`).join("\n");
}
