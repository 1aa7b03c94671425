/**
 * Whether a request's Host header is a name of this machine and of our port.
 *
 * Listening on loopback is not enough: a page on the web can point a name of its own at 127.0.0.1 (DNS rebinding)
 * and read the preview as if it were its own site. Its requests carry that name here.
 */
export function isOwnHost(host: string | undefined, port: number): boolean {
  const parts = /^(?<name>\[[^\]]*\]|[^:]*)(?::(?<port>\d+))?$/.exec(host ?? "")?.groups;
  return parts !== undefined && isLoopbackName(parts.name ?? "") && Number(parts.port ?? 80) === port;
}

// Browsers resolve every name below `.localhost` to loopback themselves and ask no name server.
function isLoopbackName(name: string): boolean {
  return /^(?:(?:[a-z0-9-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(name);
}
