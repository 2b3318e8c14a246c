import type { JudgeStamp } from '../../../core/evidence/time-stamp.ts';

/** Evaluated when the first stamp is to be judged: hardly a request needs the ASN.1 library. */
export const judgeStampLater: JudgeStamp = async (token, sha256) => {
  const { judgeStampBy } = await import('../../../adapters/rfc3161/judge-token.ts');
  const { noAnchors } = await import('../../../adapters/rfc3161/anchors.ts');
  return judgeStampBy(noAnchors)(token, sha256);
};
