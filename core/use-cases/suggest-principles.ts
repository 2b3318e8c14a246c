import { failCapture, suggestPrinciples as suggestCommand } from '../case/commands/evidence.ts';
import type { CaseState } from '../case/state.ts';
import { recordedPart, suggestPrinciples } from '../classify/suggest-principles.ts';
import type { ClassifiedText } from '../classify/suggestion.ts';
import { readReport } from '../intake/report-artifact.ts';
import { collectUploads } from './collect-uploads.ts';
import { mayAppend, mustAppend, requireCase } from './load-case.ts';
import { unsettledCaptures } from './plan-capture.ts';
import type { FlowCase, FlowResult, Ports } from './ports.ts';
import { type StampPorts, stampEvidence } from './stamp-evidence.ts';

type SuggestPorts = StampPorts & Pick<Ports, 'packs' | 'scanner'>;

const gaveUp = {
  code: 'CAPTURE_GAVE_UP',
  reason: {
    id: 'Pengambilan gagal berulang kali karena gangguan pada sistem ini.',
    en: 'The capture failed repeatedly because of a fault in this system.',
  },
};

/** A capture that never came to an end is on record as failed before the case goes on. */
const settleCaptures = async (ports: SuggestPorts, state: CaseState): Promise<CaseState> => {
  let current = state;
  for (const artifactId of unsettledCaptures(state, state.round)) {
    const result = await mayAppend(ports, {
      caseId: state.caseId,
      commandId: `capture-failed:${artifactId}`,
      step: 'SuggestPrinciples',
      command: failCapture({ artifactId, ...gaveUp, failedAt: ports.clock.now() }),
    });
    if (result.kind !== 'refused') current = result.state;
  }
  return current;
};

/** What is read: the report's description, the reporter's later messages, and the text of each capture. */
export const classifiedTexts = async (
  evidence: Ports['evidence'],
  state: CaseState,
): Promise<readonly ClassifiedText[]> => {
  const report = state.report.report.sha256;
  const texts: ClassifiedText[] = [
    { artifactSha256: report, text: (await readReport(evidence, report)).incident.description },
  ];
  for (const artifact of state.evidence) {
    if (artifact.kind !== 'MESSAGE' && artifact.kind !== 'CAPTURE_TEXT') continue;
    const bytes = await evidence.get(artifact.sha256);
    if (bytes !== undefined) texts.push({ artifactSha256: artifact.sha256, text: new TextDecoder().decode(bytes) });
  }
  return texts;
};

/** Suggests principles for this round. Nothing moves on the machine's word: triage follows whatever it says. */
export const suggestPrinciplesStep = async (ports: SuggestPorts, input: FlowCase): Promise<FlowResult> => {
  const { caseId, agencyId, round } = input;
  const before = await requireCase(ports, caseId);
  const earlier = before.suggestions.find((suggested) => suggested.round === before.evidenceRound);
  if (earlier !== undefined) return { caseId, agencyId, round, outcome: earlier.outcome };
  const settled = await settleCaptures(ports, await collectUploads(ports, before));
  const state = await stampEvidence(ports, settled);
  const texts = await classifiedTexts(ports.evidence, state);
  const suggested = recordedPart(suggestPrinciples({ texts }, ports.packs));
  await mustAppend(ports, {
    caseId,
    commandId: `suggest:${round}`,
    step: 'SuggestPrinciples',
    command: suggestCommand(suggested),
  });
  return { caseId, agencyId, round, outcome: suggested.outcome };
};
