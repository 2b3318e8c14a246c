import type { CDPSession, Page } from 'playwright-core';

/** The device of the person at the browser, as Chromium plays it. */
export interface VirtualAuthenticator {
  /** Whether finger or PIN are recognised. */
  verifies(isVerified: boolean): Promise<void>;
  /** Puts the same key back with a counter of the past, as a copy of the device would have it. */
  clone(): Promise<void>;
  count(): Promise<number>;
}

/** A device with a fingerprint reader, for all pages of this visit. */
export const withAuthenticator = async (page: Page): Promise<VirtualAuthenticator> => {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const credentials = async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials;
  return {
    verifies: async (isUserVerified) => {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    },
    clone: async () => {
      for (const credential of await credentials()) {
        const { credentialId } = credential;
        await session.send('WebAuthn.removeCredential', { authenticatorId, credentialId });
        await session.send('WebAuthn.addCredential', { authenticatorId, credential: { ...credential, signCount: 0 } });
      }
    },
    count: async () => (await credentials()).length,
  };
};
