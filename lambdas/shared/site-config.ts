import { type AppConfig, defaultLimits } from '../../web/http/base/config.ts';

/** A function takes 6 MB, base64 and all: larger files go to the store by their presigned address. */
const FILE_FORM_BYTES = 4 * 1024 * 1024;

export const siteConfig = (env: { BASE_URL: string }): AppConfig => ({
  baseUrl: env.BASE_URL,
  limits: { ...defaultLimits, fileFormBytes: FILE_FORM_BYTES },
  // API Gateway tells the caller's address itself.
  trustProxyHops: 0,
  inboxHref: null,
});
