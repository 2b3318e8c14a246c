import { readFile } from 'node:fs/promises';
import { type PublicKeys, publicKeysSchema } from '../core/trail/export.ts';
import type { Words } from '../core/trail/verify-words.ts';
import { readReceipt as judgeReceipt, type Receipt } from '../web/http/public/read-receipt.ts';

export type { Receipt } from '../web/http/public/read-receipt.ts';

export interface Keys {
  readonly keys: PublicKeys['keys'];
  readonly origin: 'file' | 'export';
}

export type ReadReceipt =
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'broken'; readonly explanation: Words }
  | { readonly kind: 'unknown-key'; readonly explanation: Words };

const unreadableKeys = (file: string): { explanation: Words } => ({
  explanation: {
    id: `${file}: bukan himpunan kunci publik (JWK Set).`,
    en: `${file}: not a set of public keys (JWK Set).`,
  },
});

/** The keys of `file` where one is named, otherwise those that the exports among the verified files bring along. */
export const readKeys = async (
  file: string | undefined,
  exported: readonly PublicKeys[],
): Promise<Keys | { explanation: Words }> => {
  if (file === undefined) return { keys: exported.flatMap(({ keys }) => keys), origin: 'export' };
  try {
    const { keys } = publicKeysSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    return { keys, origin: 'file' };
  } catch {
    return unreadableKeys(file);
  }
};

const unknownKey: Words = {
  id: 'Kunci penandatangan tidak ada di antara kunci yang diberikan (--keys, atau berkas ekspor).',
  en: 'The signing key is not among the keys given (--keys, or an export).',
};

const broken = (id: string, en: string): ReadReceipt => ({ kind: 'broken', explanation: { id, en } });

/** Verifies a filing receipt as the site does, and says in words what is wrong with it. */
export const readReceipt = async (jws: string, { keys }: Keys): Promise<ReadReceipt> => {
  const verdict = await judgeReceipt({ publicKeys: async () => ({ keys }) }, jws);
  switch (verdict.kind) {
    case 'valid':
      return { kind: 'receipt', receipt: verdict.receipt };
    case 'unknown-key':
      return { kind: 'unknown-key', explanation: unknownKey };
    case 'altered':
      return broken(
        'Tanda tangan tidak cocok: tanda terima diubah.',
        'The signature does not hold: it has been altered.',
      );
    case 'no-receipt':
      return broken('Apa pun yang ditandatangani, ini bukan tanda terima.', 'Whatever is signed, this is no receipt.');
    default:
      return verdict satisfies never;
  }
};
