/** Where a forge shows a file for editing, and where it takes reports; both below the repository's address. */
interface Forge {
  readonly host: RegExp;
  readonly edit: (file: string, branch: string, line: number) => string;
  readonly issue: string;
}

// Only some editors can be opened at a line.
const FORGES: readonly Forge[] = [
  {
    host: /\bgithub\b/,
    edit: (file, branch, line) => `edit/${branch}/${file}#L${line}`,
    issue: "issues/new",
  },
  {
    host: /\bgitlab\b/,
    edit: (file, branch, line) => `-/edit/${branch}/${file}#L${line}`,
    issue: "-/issues/new",
  },
  {
    host: /\b(?:codeberg|forgejo|gitea)\b/,
    edit: (file, branch) => `_edit/${branch}/${file}`,
    issue: "issues/new",
  },
  {
    // What a company runs by that name has other addresses.
    host: /^bitbucket\.org$/,
    edit: (file, branch) => `src/${branch}/${file}?mode=edit&at=${branch}`,
    issue: "issues/new",
  },
];

/** Where a file is edited, its name from the top of the repository; undefined where the host does not tell the forge. */
export function editAddress(
  repository: string,
  { file, branch, line }: { file: string; branch: string; line: number },
): string | undefined {
  const forge = forgeOf(repository);
  return forge && `${repository}/${forge.edit(encodePath(file), encodePath(branch), line)}`;
}

/** Where a mistake is reported. Most forges take the address that is left for an unknown one. */
export function issueAddress(repository: string): string {
  return `${repository}/${forgeOf(repository)?.issue ?? "issues/new"}`;
}

export function isKnownForge(repository: string): boolean {
  return forgeOf(repository) !== undefined;
}

/**
 * `git@forge.example.org:team/site.git` → `https://forge.example.org/team/site`, without whatever stands for a person
 * or a secret in it. Undefined for an address that no browser can open.
 */
export function webAddress(remote: string): string | undefined {
  const [, host, path] = /^(?:[^@/:]+@)?([^@/:]+\.[^@/:]+):(?!\/\/)\/?(.+)$/.exec(remote) ?? [];
  const address = host === undefined ? remote : `ssh://${host}/${path}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, port, pathname } = new URL(address);
  if (!["https:", "http:", "ssh:", "git:"].includes(protocol) || hostname === "") return undefined;
  const isWeb = protocol.startsWith("http");
  // The port of ssh is none of the web's, and some forges have a host of their own for it.
  const place = isWeb ? hostname + (port && `:${port}`) : hostname.replace(/^(?:alt)?ssh\./, "");
  return `${isWeb ? protocol : "https:"}//${place}${pathname.replace(/(?:\.git)?\/*$/, "")}`;
}

function forgeOf(repository: string): Forge | undefined {
  const { hostname } = new URL(repository);
  return FORGES.find(({ host }) => host.test(hostname));
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
