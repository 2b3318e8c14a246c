import {
  type AddressReason,
  GLOBAL_UNICAST_IPV6,
  IPV4_IN_IPV6,
  SPECIAL_IPV4,
  SPECIAL_IPV6,
  type SpecialBlock,
} from './special-addresses.ts';

export type { AddressReason } from './special-addresses.ts';

/** What the guard says of one address. */
export type AddressVerdict = { readonly refused: true; readonly reason: AddressReason } | { readonly refused: false };

interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

interface Block extends Address {
  readonly prefix: number;
}

const IPV4_OCTET = '(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^${IPV4_OCTET}\\.${IPV4_OCTET}\\.${IPV4_OCTET}\\.${IPV4_OCTET}$`);
const LONGEST_ADDRESS = 64;

function parseIpv4(text: string): Address | undefined {
  const match = IPV4.exec(text);
  if (match === null) return undefined;
  return { bits: 32, value: match.slice(1).reduce((sum, octet) => (sum << 8n) | BigInt(octet), 0n) };
}

/** The WHATWG parser knows every IPv6 form and writes it in one (RFC 5952), which leaves only `::` to expand. */
function parseIpv6(text: string): Address | undefined {
  if (!/^[0-9a-f:.]{2,45}$/i.test(text)) return undefined;
  const url = URL.parse(`http://[${text}]/`);
  if (url === null) return undefined;
  const [head = '', tail] = url.hostname.slice(1, -1).split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  const groups = [...left, ...zeros, ...right];
  return { bits: 128, value: groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n) };
}

function parseAddress(text: string): Address | undefined {
  if (text.length > LONGEST_ADDRESS) return undefined;
  const zone = text.indexOf('%'); // an interface name after a link-local address
  const address = zone < 0 ? text : text.slice(0, zone);
  return parseIpv4(address) ?? parseIpv6(address);
}

function parseBlock(cidr: string): Block {
  const [text = '', prefix] = cidr.split('/');
  const address = parseAddress(text);
  if (address === undefined) throw new TypeError(`not an address block: ${cidr}`);
  return { ...address, prefix: Number(prefix) };
}

function contains(block: Block, address: Address): boolean {
  const shift = BigInt(block.bits - block.prefix);
  return block.bits === address.bits && block.value >> shift === address.value >> shift;
}

const parseTable = (table: readonly SpecialBlock[]) =>
  table.map(([cidr, reason]) => ({ block: parseBlock(cidr), reason }));

const SPECIAL = [...parseTable(SPECIAL_IPV4), ...parseTable(SPECIAL_IPV6)];
const CARRIERS = IPV4_IN_IPV6.map(parseBlock);
const GLOBAL_UNICAST = parseBlock(GLOBAL_UNICAST_IPV6);

function judge(address: Address): AddressVerdict {
  if (CARRIERS.some((carrier) => contains(carrier, address))) {
    return judge({ bits: 32, value: address.value & 0xffff_ffffn });
  }
  const special = SPECIAL.find(({ block }) => contains(block, address));
  if (special !== undefined) return { refused: true, reason: special.reason };
  if (address.bits === 128 && !contains(GLOBAL_UNICAST, address)) return { refused: true, reason: 'RESERVED' };
  return { refused: false };
}

/**
 * Says whether an IP address may be captured from. Only public unicast addresses may; whatever cannot be read as an
 * address is refused too, so a caller never has to decide what an odd answer of a resolver means.
 *
 * @param ip an IPv4 address in dotted decimals or an IPv6 address in any form of RFC 4291, without brackets.
 */
export function refuseAddress(ip: string): AddressVerdict {
  const address = parseAddress(ip);
  return address === undefined ? { refused: true, reason: 'NOT_AN_ADDRESS' } : judge(address);
}
