/**
 * The ASN.1 library reads BER and forgives lengths that do not add up. A token is evidence: it is taken in its one DER form or not at all,
 * so that no two different files are the same stamp.
 */
interface Element {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

const CONSTRUCTED = 0x20;
const DEEPEST = 40;

const lengthAt = (
  bytes: Uint8Array,
  place: number,
): { readonly length: number; readonly start: number } | undefined => {
  const first = bytes[place];
  if (first === undefined || first === 0x80 || first > 0x83) return undefined;
  if (first < 0x80) return { length: first, start: place + 1 };
  const start = place + 1 + (first - 0x80);
  const length = bytes.subarray(place + 1, start).reduce((sum, byte) => sum * 256 + byte, 0);
  const shortest = first === 0x81 ? 0x80 : 2 ** (8 * (first - 0x81));
  return start <= bytes.byteLength && length >= shortest ? { length, start } : undefined;
};

const elementAt = (bytes: Uint8Array, place: number, end: number): Element | undefined => {
  const tag = bytes[place];
  if (tag === undefined || (tag & 0x1f) === 0x1f) return undefined;
  const sized = lengthAt(bytes, place + 1);
  if (sized === undefined || sized.start + sized.length > end) return undefined;
  return { tag, start: sized.start, end: sized.start + sized.length };
};

const childrenOf = (bytes: Uint8Array, from: number, until: number): readonly Element[] | undefined => {
  const found: Element[] = [];
  for (let place = from; place < until; ) {
    const element = elementAt(bytes, place, until);
    if (element === undefined) return undefined;
    found.push(element);
    place = element.end;
  }
  return found;
};

const isStrict = (bytes: Uint8Array, { tag, start, end }: Element, depth: number): boolean => {
  if ((tag & CONSTRUCTED) === 0) return true;
  const children = depth > DEEPEST ? undefined : childrenOf(bytes, start, end);
  return children?.every((child) => isStrict(bytes, child, depth + 1)) ?? false;
};

/** Whether the bytes are one element in which every length is the shortest and adds up. */
export const isOneElement = (bytes: Uint8Array): boolean => {
  const whole = elementAt(bytes, 0, bytes.byteLength);
  return whole !== undefined && whole.end === bytes.byteLength && isStrict(bytes, whole, 0);
};

const SEQUENCE = 0x30;
const INTEGER = 0x02;

/** Whether the bytes are `SEQUENCE { INTEGER, INTEGER }`: an ECDSA signature (RFC 3279, 2.2.3), each number in its shortest form. */
export const isEcdsaSignature = (bytes: Uint8Array): boolean => {
  const whole = isOneElement(bytes) ? elementAt(bytes, 0, bytes.byteLength) : undefined;
  const parts = whole?.tag === SEQUENCE ? childrenOf(bytes, whole.start, whole.end) : undefined;
  const isShortest = ({ start, end }: Element): boolean =>
    end > start && !(end - start > 1 && bytes[start] === 0 && (bytes[start + 1] ?? 0) < 0x80);
  return parts?.length === 2 && parts.every((part) => part.tag === INTEGER && isShortest(part));
};
