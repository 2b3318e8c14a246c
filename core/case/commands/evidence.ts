import type { ArtifactId, CaseId } from '../../ids.ts';
import { refused } from '../../refusal.ts';
import { appending, type Command, notNow } from '../decision.ts';
import type { Artifact, EventData } from '../events.ts';

/** Lists what is to be captured in this round. */
export const planCaptures =
  (captures: EventData['EvidenceRequested']['captures']): Command =>
  (state) =>
    notNow(state, 'EvidenceRequested') ??
    appending({ type: 'EvidenceRequested', data: { round: state.round, captures } });

const settled = (id: string) =>
  refused('EVIDENCE_SETTLED', `Bukti ${id} sudah dicatat.`, `Evidence ${id} is on record already.`);

const has = (records: readonly { readonly artifactId: ArtifactId }[], id: ArtifactId): boolean =>
  records.some(({ artifactId }) => artifactId === id);

/** Records an artefact that is in the evidence store; also one whose capture had failed before. */
export const storeEvidence =
  (artifact: Omit<Artifact, 'round'>): Command =>
  (state) =>
    has(state.evidence, artifact.artifactId)
      ? settled(artifact.artifactId)
      : (notNow(state, 'EvidenceStored') ??
        appending({ type: 'EvidenceStored', data: { ...artifact, round: state.round } }));

/** Records that there is no capture, and why: that too is evidence. */
export const failCapture =
  (failure: Omit<EventData['EvidenceCaptureFailed'], 'round'>): Command =>
  (state) =>
    has([...state.evidence, ...state.captureFailures], failure.artifactId)
      ? settled(failure.artifactId)
      : (notNow(state, 'EvidenceCaptureFailed') ??
        appending({ type: 'EvidenceCaptureFailed', data: { ...failure, round: state.round } }));

const questionOpen = refused(
  'QUESTION_OPEN',
  'Pertanyaan kepada pelapor masih terbuka.',
  'The question to the reporter is still open.',
);

/** Records what the rules suggest for this round, once; not while the reporter is still being asked. */
export const suggestPrinciples =
  (suggested: Omit<EventData['PrinciplesSuggested'], 'round'>): Command =>
  (state) =>
    notNow(state, 'PrinciplesSuggested') ??
    (state.openTask === undefined ? undefined : questionOpen) ??
    appending({ type: 'PrinciplesSuggested', data: { ...suggested, round: state.round } });

/** Records on this case that another report about the same facts was merged into it. */
export const mergeReport =
  (from: CaseId): Command =>
  (state) =>
    notNow(state, 'ReportMerged') ?? appending({ type: 'ReportMerged', data: { from } });

const notPending = refused(
  'SCAN_SETTLED',
  'Hasil pemeriksaan berkas ini sudah dicatat.',
  'The result of the scan of this file is on record already.',
);

/** Records what an engine says about a file whose scan was pending; once, also when the case is closed. */
export const recordScan =
  (scanned: EventData['EvidenceScanned']): Command =>
  (state) =>
    state.evidence.some(({ artifactId, scan }) => artifactId === scanned.artifactId && scan?.verdict === 'PENDING')
      ? (notNow(state, 'EvidenceScanned') ?? appending({ type: 'EvidenceScanned', data: scanned }))
      : notPending;

const stampedAlready = refused(
  'STAMPED_ALREADY',
  'Bukti ini sudah bercap waktu.',
  'This piece of evidence bears a time stamp already.',
);
const notTheBytes = refused(
  'NOT_THE_BYTES',
  'Cap waktu ini bukan untuk bukti ini.',
  'This time stamp is not for this piece of evidence.',
);

/** Records a time stamp that was verified and stored, once per artefact, for the bytes that it has. */
export const stampEvidence =
  (stamp: EventData['EvidenceTimestamped']): Command =>
  (state) => {
    const isOfIt = state.evidence.some(
      ({ artifactId, sha256 }) => artifactId === stamp.artifactId && sha256 === stamp.sha256,
    );
    if (!isOfIt) return notTheBytes;
    if (has(state.timestamps, stamp.artifactId)) return stampedAlready;
    return notNow(state, 'EvidenceTimestamped') ?? appending({ type: 'EvidenceTimestamped', data: stamp });
  };
