import { handleBounce, recordBounce, requestAnonymity } from '../../../core/case/commands/closing.ts';
import { recordScan, stampEvidence, storeEvidence } from '../../../core/case/commands/evidence.ts';
import {
  artifactOf,
  bounceHandled,
  evidenceScanned,
  evidenceTimestamped,
  notificationBounced,
} from '../builders/drafts.ts';
import { type Make, type Moves, withoutRound } from './move.ts';

const { scan } = evidenceScanned('file').data;
/** A mail comes back; or, where one did, somebody says how its reader was reached. */
const mailComesBack: Make = (seen) =>
  seen.bounces.length > 0 ? handleBounce(bounceHandled.data) : recordBounce(notificationBounced.data);

/** What may come from outside at any time, also when the case is closed. */
export const lateMoves: Moves = {
  'a mail comes back': mailComesBack,
  'a mail is dealt with that came': () => handleBounce(bounceHandled.data),
  'the reporter wants to be nobody': () => requestAnonymity,
  'a file waits for its scan': (_seen, { number }) =>
    storeEvidence(
      withoutRound(artifactOf(`file-${number}`, { kind: 'ATTACHMENT', scan: { ...scan, verdict: 'PENDING' } })),
    ),
  'the scanner answers': (seen, { number }) => {
    const waiting = seen.evidence.find((item) => item.scan?.verdict === 'PENDING')?.artifactId;
    return recordScan({ artifactId: waiting ?? artifactOf(`file-${number}`).artifactId, scan });
  },
  'a stamp comes': (seen, { variant }) => {
    const { data } = evidenceTimestamped('capture-1');
    const item = seen.evidence[variant % Math.max(1, seen.evidence.length)];
    return stampEvidence(item === undefined ? data : { ...data, artifactId: item.artifactId, sha256: item.sha256 });
  },
};
