import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { caseEventSchema, type EventData } from '../case/events.ts';
import type { JudgeStamp, StampFault, StampVerdict } from '../evidence/time-stamp.ts';
import type { ParsedCaseExport } from './export.ts';
import type { Words } from './verify-words.ts';

type Stamped = EventData['EvidenceTimestamped'];

/** What is wrong with a stamp: with the token itself, or with what stands in the trail about it. */
export type StampProblem = StampFault | 'TOKEN_MISSING' | 'OTHER_TOKEN' | 'OTHER_FACTS';

export interface StampFinding {
  readonly artifactId: string;
  readonly problem: StampProblem;
}

export interface StampsVerdict {
  readonly valid: number;
  /** Of the valid ones: those whose authority is vouched for by a root that the judge was given. */
  readonly anchored: number;
  /** Who stamped, each once. */
  readonly authorities: readonly string[];
  readonly findings: readonly StampFinding[];
}

const stampsIn = (events: readonly unknown[]): readonly Stamped[] =>
  events.flatMap((event) => {
    const parsed = caseEventSchema.safeParse(event);
    return parsed.success && parsed.data.type === 'EvidenceTimestamped' ? [parsed.data.data] : [];
  });

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

type Judged = StampProblem | Extract<StampVerdict, { verdict: 'valid' }>;

const judged = async (stamped: Stamped, token: string | undefined, judge: JudgeStamp): Promise<Judged> => {
  if (token === undefined) return 'TOKEN_MISSING';
  const bytes = bytesOf(token);
  if (bytesToHex(digest(bytes)) !== stamped.token.sha256) return 'OTHER_TOKEN';
  const verdict = await judge(bytes, stamped.sha256);
  if (verdict.verdict === 'invalid') return verdict.fault;
  const { genTime, authority, serialNumber } = verdict;
  const isAsTold =
    genTime === stamped.genTime && authority === stamped.authority && serialNumber === stamped.serialNumber;
  return isAsTold ? verdict : 'OTHER_FACTS';
};

/**
 * Judges the time stamps of an exported case: every stamp that the trail records must come with the very token, the token must be one for
 * the bytes of its artefact, and say what the trail says it does. Undefined where the trail records none.
 */
export const verifyStamps = async (file: ParsedCaseExport, judge: JudgeStamp): Promise<StampsVerdict | undefined> => {
  const stamps = stampsIn(file.events);
  if (stamps.length === 0) return undefined;
  const tokens = new Map((file.timestamps ?? []).map(({ artifactId, token }) => [artifactId, token]));
  const findings: StampFinding[] = [];
  const authorities = new Set<string>();
  let anchored = 0;
  for (const stamped of stamps) {
    const { artifactId } = stamped;
    const verdict = await judged(stamped, tokens.get(artifactId), judge);
    if (typeof verdict === 'string') findings.push({ artifactId, problem: verdict });
    else {
      authorities.add(verdict.authority);
      if (verdict.anchored) anchored += 1;
    }
  }
  return { valid: stamps.length - findings.length, anchored, authorities: [...authorities], findings };
};

const problems: Readonly<Record<StampProblem, Words>> = {
  TOKEN_MISSING: { id: 'token cap waktunya tidak ada di berkas', en: 'its time stamp token is not in the file' },
  OTHER_TOKEN: { id: 'tokennya bukan yang tercatat di jejak', en: 'its token is not the one that the trail records' },
  OTHER_FACTS: { id: 'tokennya menyebut hal lain daripada jejak', en: 'its token says something else than the trail' },
  UNREACHABLE: { id: 'otoritas tidak terjangkau', en: 'the authority was not reached' },
  REJECTED: { id: 'otoritas menolak', en: 'the authority refused' },
  MALFORMED: { id: 'tokennya rusak', en: 'its token is malformed' },
  WRONG_NONCE: { id: 'tokennya menjawab permintaan lain', en: 'its token answers another request' },
  WRONG_IMPRINT: { id: 'tokennya untuk berkas lain', en: 'its token is for other bytes' },
  BAD_SIGNATURE: { id: 'tanda tangan tokennya tidak cocok', en: 'the signature of its token does not hold' },
  WRONG_CERTIFICATE: {
    id: 'sertifikat yang disebut tokennya tidak ada',
    en: 'the certificate that its token names is not there',
  },
  WRONG_PURPOSE: {
    id: 'sertifikat otoritasnya bukan untuk cap waktu',
    en: 'the certificate of its authority is not for time stamps',
  },
  OUTSIDE_VALIDITY: {
    id: 'sertifikat otoritasnya tidak berlaku pada waktu itu',
    en: 'the certificate of its authority was not valid at that time',
  },
  NOT_ANCHORED: {
    id: 'otoritasnya tidak dijamin oleh akar yang diberikan',
    en: 'no given root vouches for its authority',
  },
};

/** One finding in words. */
export const stampWords = ({ artifactId, problem }: StampFinding): Words => ({
  id: `Cap waktu bukti ${artifactId} tidak dapat dipercaya: ${problems[problem].id}.`,
  en: `The time stamp of evidence ${artifactId} cannot be trusted: ${problems[problem].en}.`,
});

/** How many stamps hold, and what nobody could say without roots. */
export const stampSummary = ({ valid, anchored, authorities }: StampsVerdict): Words => {
  const by = authorities.join(', ');
  return anchored === valid
    ? {
        id: `${valid} cap waktu sah, otoritas dijamin oleh akar yang diberikan: ${by}.`,
        en: `${valid} time stamps valid, their authority vouched for by a given root: ${by}.`,
      }
    : {
        id: `${valid} cap waktu: tanda tangan sah, tetapi otoritasnya (${by}) belum dijamin, karena tidak ada sertifikat akar yang diberikan.`,
        en: `${valid} time stamps: signature valid, but the authority (${by}) is not anchored, as no root certificate was given.`,
      };
};
