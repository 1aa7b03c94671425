// Links come with pull requests of strangers, and the check runs inside somebody's network: it must not ask what only
// that network can reach, neither by a number, nor by a name that resolves to one, nor by a redirect.

import { BlockList, isIPv4, isIPv6 } from "node:net";

/** IPv4 that is not the public's, by the registry of special purposes (RFC 6890 and later). */
const PRIVATE_4 = blockList("ipv4", [
  ["0.0.0.0", 8], // "this host": Linux takes it for loopback
  ["10.0.0.0", 8],
  ["100.64.0.0", 10], // carriers' own, and clouds'
  ["127.0.0.0", 8],
  ["168.63.129.16", 32], // public by its number, inside by its use: a cloud's own machine service
  ["169.254.0.0", 16], // link-local, where clouds answer with credentials
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3], // multicast, reserved, broadcast
]);

/**
 * All but 2000::/3, which is what the public uses, and within it what carries an IPv4 address or is for examples. So
 * loopback, link-local, unique local and IPv4-mapped addresses are in it, and what is given out later.
 */
const PRIVATE_6 = blockList("ipv6", [
  ["::", 3],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
  ["4000::", 2],
  ["8000::", 1],
]);

/** Whether an IP address lies inside a network. What cannot be read as one is taken for private. */
export function isPrivateAddress(address: string): boolean {
  if (isIPv4(address)) return PRIVATE_4.check(address, "ipv4");
  return !isIPv6(address) || address.includes("%") || PRIVATE_6.check(address, "ipv6");
}

function blockList(family: "ipv4" | "ipv6", subnets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of subnets) list.addSubnet(net, prefix, family);
  return list;
}
