/** Why an address is not a public web server. */
export type AddressReason =
  | 'NOT_AN_ADDRESS'
  | 'UNSPECIFIED'
  | 'LOOPBACK'
  | 'PRIVATE'
  | 'SHARED'
  | 'LINK_LOCAL'
  | 'METADATA'
  | 'DOCUMENTATION'
  | 'BENCHMARKING'
  | 'MULTICAST'
  | 'BROADCAST'
  | 'TUNNEL'
  | 'RESERVED';

/** A block, and why nothing inside it is captured. */
export type SpecialBlock = readonly [cidr: string, reason: AddressReason];

/**
 * IPv4 blocks that are never captured; the first match gives the reason, so single hosts stand before their block.
 * Source: IANA IPv4 Special-Purpose Address Registry (RFC 6890), IANA IPv4 Multicast Address Space Registry, and the
 * metadata and resolver addresses that cloud providers serve inside a network.
 */
export const SPECIAL_IPV4: readonly SpecialBlock[] = [
  ['0.0.0.0/32', 'UNSPECIFIED'],
  ['0.0.0.0/8', 'RESERVED'], // this network, RFC 791
  ['10.0.0.0/8', 'PRIVATE'], // RFC 1918
  ['100.100.100.200/32', 'METADATA'], // Alibaba Cloud
  ['100.64.0.0/10', 'SHARED'], // carrier-grade NAT, RFC 6598
  ['127.0.0.0/8', 'LOOPBACK'], // RFC 1122
  ['168.63.129.16/32', 'METADATA'], // Azure platform address, outside every reserved block
  ['169.254.169.254/32', 'METADATA'], // AWS, Azure, Google Cloud, Oracle
  ['169.254.169.253/32', 'METADATA'], // AWS resolver
  ['169.254.170.2/32', 'METADATA'], // AWS container credentials
  ['169.254.170.23/32', 'METADATA'], // AWS pod credentials
  ['169.254.0.0/16', 'LINK_LOCAL'], // RFC 3927
  ['172.16.0.0/12', 'PRIVATE'], // RFC 1918
  ['192.0.0.192/32', 'METADATA'], // Oracle Cloud, older form
  ['192.0.0.0/24', 'RESERVED'], // IETF protocol assignments, RFC 6890
  ['192.0.2.0/24', 'DOCUMENTATION'], // TEST-NET-1, RFC 5737
  ['192.31.196.0/24', 'RESERVED'], // AS112, RFC 7535
  ['192.52.193.0/24', 'TUNNEL'], // automatic multicast tunnelling, RFC 7450
  ['192.88.99.0/24', 'TUNNEL'], // 6to4 relay anycast, RFC 7526
  ['192.168.0.0/16', 'PRIVATE'], // RFC 1918
  ['192.175.48.0/24', 'RESERVED'], // AS112, RFC 7534
  ['198.18.0.0/15', 'BENCHMARKING'], // RFC 2544
  ['198.51.100.0/24', 'DOCUMENTATION'], // TEST-NET-2, RFC 5737
  ['203.0.113.0/24', 'DOCUMENTATION'], // TEST-NET-3, RFC 5737
  ['224.0.0.0/4', 'MULTICAST'], // RFC 5771
  ['255.255.255.255/32', 'BROADCAST'], // RFC 919
  ['240.0.0.0/4', 'RESERVED'], // RFC 1112
];

/**
 * IPv6 blocks that are never captured; first match wins. Everything outside global unicast (2000::/3) is refused even
 * when it is not listed. Source: IANA IPv6 Special-Purpose Address Registry, RFC 4291, and cloud metadata addresses.
 */
export const SPECIAL_IPV6: readonly SpecialBlock[] = [
  ['::/128', 'UNSPECIFIED'],
  ['::1/128', 'LOOPBACK'],
  ['::/96', 'TUNNEL'], // IPv4-compatible, RFC 4291 2.5.5.1
  ['::ffff:0:0:0/96', 'TUNNEL'], // IPv4-translated, RFC 2765
  ['64:ff9b:1::/48', 'TUNNEL'], // local-use translation, RFC 8215
  ['100::/64', 'RESERVED'], // discard, RFC 6666
  ['100:0:0:1::/64', 'RESERVED'], // dummy prefix, RFC 9780
  ['2001::/32', 'TUNNEL'], // Teredo, RFC 4380
  ['2001:2::/48', 'BENCHMARKING'], // RFC 5180
  ['2001::/23', 'RESERVED'], // IETF protocol assignments, ORCHID among them
  ['2001:db8::/32', 'DOCUMENTATION'], // RFC 3849
  ['2002::/16', 'TUNNEL'], // 6to4, RFC 3056
  ['2620:4f:8000::/48', 'RESERVED'], // AS112, RFC 7534
  ['3fff::/20', 'DOCUMENTATION'], // RFC 9637
  ['5f00::/16', 'RESERVED'], // segment routing SIDs, RFC 9602
  ['fd00:ec2::/32', 'METADATA'], // AWS metadata, resolver, time and pod credentials
  ['fd20:ce::254/128', 'METADATA'], // Google Cloud
  ['fc00::/7', 'PRIVATE'], // unique local, RFC 4193
  ['fe80::a9fe:a9fe/128', 'METADATA'], // OpenStack
  ['fe80::/10', 'LINK_LOCAL'], // RFC 4291
  ['fec0::/10', 'PRIVATE'], // site-local, RFC 3879
  ['ff00::/8', 'MULTICAST'], // RFC 4291
];

/** The only IPv6 block from which public hosts are numbered (RFC 4291 2.4, IANA IPv6 Global Unicast registry). */
export const GLOBAL_UNICAST_IPV6 = '2000::/3';

/**
 * IPv6 forms that reach exactly the IPv4 host in their last 32 bits, and are therefore judged as that host:
 * IPv4-mapped (RFC 4291 2.5.5.2) and the well-known NAT64 prefix (RFC 6052), which IPv6-only networks resolve to.
 */
export const IPV4_IN_IPV6: readonly string[] = ['::ffff:0:0/96', '64:ff9b::/96'];
