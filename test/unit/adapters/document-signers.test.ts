import { deferredDocumentSigner } from '../../../adapters/deferred-document-signer.ts';
import { unsignedDocumentSigner } from '../../../adapters/unsigned-document-signer.ts';
import { ServiceUnavailable } from '../../../core/errors.ts';
import type { DocumentSigner, SigningFacts } from '../../../core/letters/document-signer.ts';
import { instantSchema } from '../../../core/time.ts';

const facts: SigningFacts = {
  at: instantSchema.parse('2026-03-02T02:00:00.000Z'),
  reason: 'Keputusan',
  name: 'Sri Wahyuni',
};
const pdf = new TextEncoder().encode('%PDF-1.7');
const stamping = (stamp: number): DocumentSigner => ({ sign: async (given) => new Uint8Array([...given, stamp]) });

describe('without a certificate', () => {
  it('a letter stays as it was printed, byte for byte', async () => {
    expect(await unsignedDocumentSigner.sign(pdf, facts)).toEqual(pdf);
  });
});

describe('a signer that is made when it is needed', () => {
  it('is not made before the first letter, and made once for all of them', async () => {
    let made = 0;
    const signer = deferredDocumentSigner(async () => stamping(++made));
    expect(made).toBe(0);

    const letters = await Promise.all([signer.sign(pdf, facts), signer.sign(pdf, facts)]);
    letters.push(await signer.sign(pdf, facts));

    expect(letters).toEqual(Array(3).fill(new Uint8Array([...pdf, 1])));
    expect(made).toBe(1);
  });

  it('is made anew for the next letter where it could not be made', async () => {
    let tries = 0;
    const signer = deferredDocumentSigner(async () => {
      tries += 1;
      if (tries === 1) throw new ServiceUnavailable('no answer');
      return stamping(tries);
    });

    await expect(signer.sign(pdf, facts)).rejects.toBeInstanceOf(ServiceUnavailable);
    expect(await signer.sign(pdf, facts)).toEqual(new Uint8Array([...pdf, 2]));
  });

  it('is kept where signing one letter fails', async () => {
    let made = 0;
    const signer = deferredDocumentSigner(async () => {
      made += 1;
      return { sign: () => Promise.reject(new ServiceUnavailable('no answer')) };
    });

    await expect(signer.sign(pdf, facts)).rejects.toBeInstanceOf(ServiceUnavailable);
    await expect(signer.sign(pdf, facts)).rejects.toBeInstanceOf(ServiceUnavailable);
    expect(made).toBe(1);
  });
});
