import * as z from 'zod';

/**
 * Pieces of the functions' environments. A schema in this folder is used twice: the handler parses `process.env` with it once, on its
 * first load, and the construct that deploys the handler must be given exactly its variables, or it does not compile.
 */
const name = z.string().min(1);
const url = z.string().regex(/^https?:\/\/[^/]+$/, 'must be an origin without a trailing slash');
const arn = z.string().min(1);

export const trailTable = { TRAIL_TABLE: name } as const;
export const casesTable = { CASES_TABLE: name } as const;
export const tasksTable = { TASKS_TABLE: name } as const;
export const visitsTable = { VISITS_TABLE: name } as const;
export const directoryTable = { DIRECTORY_TABLE: name } as const;
export const peopleTable = { PEOPLE_TABLE: name } as const;
/** What people prove themselves with beside their mailbox, and browsers on their way through that. */
export const stepUpTables = { FACTORS_TABLE: name, STEP_UPS_TABLE: name } as const;
/** Request keys of intake. */
export const requestsTable = { REQUESTS_TABLE: name } as const;
/** Counters of the rate limits. */
export const throttleTable = { THROTTLE_TABLE: name } as const;
export const accessTable = { ACCESS_TABLE: name } as const;

/** The vault, where uploads of strangers wait for their check, and who needs what of the vault. */
export const evidence = { EVIDENCE_BUCKET: name, QUARANTINE_BUCKET: name, HOLDS_TABLE: name } as const;

/** What looks for malware in files from outside. */
export const scanning = { MALWARE_SCAN: z.enum(['GUARDDUTY', 'NONE']) } as const;

/** Seals reporter identity. */
export const peopleKey = { PEOPLE_KEY_ID: name } as const;
/** Seals task tokens and the secrets that an idempotent answer repeats. */
export const secretsKey = { SECRETS_KEY_ID: name } as const;
/** HMAC of link secrets, mailed codes and match tags. */
export const macKey = { MAC_KEY_ID: name } as const;
/** Signs receipts and decision records. */
export const signerKey = { SIGNER_KEY_ID: name } as const;

/** The address people reach the system at: stands in mails, and in the links of pages. */
export const site = { BASE_URL: url } as const;

export const mail = { MAIL_FROM: name, MAIL_CONFIGURATION_SET: name } as const;

/** The case's state machine: to start executions and to end callbacks. */
export const workflow = { STATE_MACHINE_ARN: arn } as const;

/** One-time schedules: their group, what they call, as whom, and where a call ends that never succeeds. */
export const timers = {
  SCHEDULE_GROUP: name,
  TIMER_TARGET_ARN: arn,
  SCHEDULER_ROLE_ARN: arn,
  TIMER_DLQ_ARN: arn,
} as const;

/** The agency's identity provider, for staff. */
export const oidc = { OIDC_ISSUER: z.url(), OIDC_AUDIENCE: name, OIDC_CLIENT_ID: name } as const;

/** Where the static files of the pages lie in the bundle. */
export const assets = { ASSET_DIR: name } as const;

/** Where the fonts of the letters lie in the bundle. */
export const fonts = { FONT_DIR: name } as const;

/** Where the packed browser lies in the bundle, if it was built with one. */
export const browser = { CHROMIUM_DIR: name } as const;

/** The function that takes captures, for whoever asks for one. */
export const captureFunction = { CAPTURE_FUNCTION_ARN: arn } as const;

/** Mails that came in. */
export const inboundTable = { INBOUND_TABLE: name } as const;

/** Stands for a domain that the deployment does not have: it takes no mail in. */
export const NO_MAIL_DOMAIN = 'none';

/** Under which domain mails are taken in, and the key that proves the addresses of cases there. */
export const mailDomain = { MAIL_DOMAIN: name } as const;

/** Stands for a secret that the deployment does not have. */
export const NO_SECRET = 'none';

/**
 * What signs letters inside their PDF: the secret with the agency's certificate, or the one for the certified national service. At most
 * one is given; the other, or both, are `none`.
 */
export const documentSigning = { DOCUMENT_CERTIFICATE_ARN: arn, BSRE_SECRET_ARN: arn } as const;

/** Stands for a time-stamping authority that the deployment does not have: no evidence is stamped. */
export const NO_AUTHORITY = 'none';

/** The time-stamping authority (RFC 3161), and the file with the roots that its certificate must lead to. */
export const timeStamping = { TSA_URL: z.union([z.url(), z.literal(NO_AUTHORITY)]), TSA_ANCHORS_FILE: name } as const;

/** What printing, signing and filing letters takes. */
export const letters = { ...evidence, ...signerKey, ...fonts, ...documentSigning } as const;

/** What opening, moving and ending human tasks takes. */
export const humanTasks = {
  ...trailTable,
  ...casesTable,
  ...tasksTable,
  ...directoryTable,
  ...peopleTable,
  ...secretsKey,
  ...macKey,
  ...workflow,
  ...timers,
  ...mail,
  ...site,
} as const;

/** Settles mails: files reports, attaches answers, records what did not arrive. No right to read who a reporter is. */
export const settlingMails = {
  ...trailTable,
  ...casesTable,
  ...tasksTable,
  ...directoryTable,
  ...peopleTable,
  ...requestsTable,
  ...inboundTable,
  ...evidence,
  ...scanning,
  ...peopleKey,
  ...secretsKey,
  ...macKey,
  ...signerKey,
  ...workflow,
  ...mail,
  ...mailDomain,
  ...site,
} as const;
