/** Where an AWS service, or an engine that speaks its protocol, is reached. */
export interface AwsAddress {
  readonly region: string;
  /** Base address of another engine. Default: the service itself. */
  readonly endpoint?: string | undefined;
  /** Default: the role the function runs under. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
  /** One attempt's limit in milliseconds. Default 5,000. */
  readonly requestTimeoutMs?: number | undefined;
}

const MAX_ATTEMPTS = 4;
const CONNECT_MS = 2_000;
const REQUEST_MS = 5_000;

/**
 * The settings every AWS client of this system takes. An attempt is given up after five seconds and made again, so that a lost
 * answer costs seconds and not the function's whole time; each adapter says what makes its repeated attempts harmless.
 */
export const awsClientOptions = ({ region, endpoint, credentials, requestTimeoutMs = REQUEST_MS }: AwsAddress) => ({
  region,
  ...(endpoint !== undefined && { endpoint }),
  ...(credentials !== undefined && { credentials }),
  maxAttempts: MAX_ATTEMPTS,
  requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: requestTimeoutMs, throwOnRequestTimeout: true },
});
