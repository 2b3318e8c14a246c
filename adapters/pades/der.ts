import * as asn1js from 'asn1js';

type Value = asn1js.BaseBlock;

export const der = (value: Value): Uint8Array<ArrayBuffer> => new Uint8Array(value.toBER());

export const sequence = (...value: Value[]): asn1js.Sequence => new asn1js.Sequence({ value });
export const oid = (value: string): asn1js.ObjectIdentifier => new asn1js.ObjectIdentifier({ value });
export const integer = (value: number): asn1js.Integer => new asn1js.Integer({ value });
export const octets = (valueHex: Uint8Array): asn1js.OctetString =>
  new asn1js.OctetString({ valueHex: Uint8Array.from(valueHex) });
export const bits = (valueHex: Uint8Array): asn1js.BitString =>
  new asn1js.BitString({ valueHex: Uint8Array.from(valueHex) });

/** DER wants the elements of a SET OF in the order of their encodings. */
export const setOf = (...value: Value[]): asn1js.Set =>
  new asn1js.Set({ value: value.toSorted((a, b) => Buffer.compare(der(a), der(b))) });

/** `[tag]`, explicit or around the elements of an implicit SET. */
export const tagged = (tagNumber: number, value: Value[]): asn1js.Constructed =>
  new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber }, value });

/** What was DER already. */
export const raw = (bytes: Uint8Array): Value => asn1js.fromBER(Uint8Array.from(bytes).buffer).result;

export const sha256Algorithm = (): asn1js.Sequence => sequence(oid('2.16.840.1.101.3.4.2.1'));
export const rsaSha256Algorithm = (): asn1js.Sequence => sequence(oid('1.2.840.113549.1.1.11'), new asn1js.Null());
