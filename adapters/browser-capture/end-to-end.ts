/** RFC 9110, section 7.6.1. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Header lines as they were, without those that are for one connection only. */
export const endToEnd = (raw: readonly string[]): string[] => {
  const named = raw.flatMap((name, i) =>
    i % 2 === 0 && name.toLowerCase() === 'connection' ? (raw[i + 1] ?? '').toLowerCase().split(/\s*,\s*/) : [],
  );
  return raw.flatMap((name, i) => {
    if (i % 2 === 1) return [];
    const lower = name.toLowerCase();
    return HOP_BY_HOP.has(lower) || named.includes(lower) ? [] : [name, raw[i + 1] ?? ''];
  });
};
