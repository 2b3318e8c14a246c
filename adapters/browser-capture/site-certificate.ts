import { X509Certificate } from 'node:crypto';
import type { CDPSession } from 'playwright-core';
import type { SiteCertificate } from '../../core/capture/page-capture.ts';

const isoTime = (text: string): string => new Date(text).toISOString();

/** What a certificate says, and its fingerprint. */
export const describeCertificate = (der: Uint8Array): SiteCertificate => {
  const { subject, issuer, validFrom, validTo, fingerprint256 } = new X509Certificate(der);
  return {
    subject,
    issuer,
    validFrom: isoTime(validFrom),
    validTo: isoTime(validTo),
    fingerprint: fingerprint256.replaceAll(':', '').toLowerCase(),
  };
};

/** The certificate that the browser accepted from the site of an address; none for plain HTTP. */
export const siteCertificate = async (session: CDPSession, url: string): Promise<SiteCertificate | undefined> => {
  const { protocol, origin } = new URL(url);
  if (protocol !== 'https:') return undefined;
  const { tableNames: chain } = await session.send('Network.getCertificate', { origin });
  const [own] = chain;
  return own === undefined ? undefined : describeCertificate(new Uint8Array(Buffer.from(own, 'base64')));
};
