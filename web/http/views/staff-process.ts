import { currentDisclosure, undisclosedEvidence } from '../../../core/case/disclosure.ts';
import type { CaseState } from '../../../core/case/state.ts';
import { examiningTeam, servedProof } from '../../../core/case/summons.ts';
import { signingOf } from '../../views/examination-report.ts';

const examinationOf = (state: CaseState) => {
  const team = examiningTeam(state);
  const release = state.releases.at(-1);
  return {
    team: team === undefined ? null : { formedAt: team.at, members: team.members },
    temporaryRelease:
      release === undefined ? null : { from: release.from, actingOfficial: release.actingOfficial ?? null },
    summonses: state.summonses.map((summons) => {
      const proof = servedProof(state, summons);
      const { round, session, ordinal, letterId, issuedOn, examinationAt, place, mode } = summons;
      const { examiner, disclosureHash, workingDays, warning } = summons;
      return {
        ...{ round, session, ordinal, letterId, issuedOn, examinationAt, place, mode, examiner, disclosureHash },
        workingDays,
        warning: warning ?? null,
        served: proof === undefined ? null : { manner: proof.manner, servedOn: proof.servedOn },
      };
    }),
    absences: state.absences.map(({ round, session, ordinal, proof, final, at, disclosureHash }) => ({
      ...{ round, session, ordinal, proof, final, disclosureHash },
      recordedAt: at,
    })),
    examinations: state.examinations.map((held) => ({
      ...{ round: held.round, session: held.session, disclosureHash: held.disclosureHash },
      signing: signingOf(state, held),
      recordedAt: held.at,
      recordArtifactId: held.record.artifactId,
    })),
    report: reportOf(state),
  };
};

const reportOf = (state: CaseState) => {
  const report = state.reports.at(-1);
  if (report === undefined) return null;
  const { seq: _seq, actor: _actor, at, letters, impact, impactReason, ...columns } = report;
  const { aggravating, mitigating, recommendedSanction, ...rest } = columns;
  return {
    ...rest,
    impact: impact ?? null,
    impactReason: impactReason ?? null,
    aggravating: aggravating ?? null,
    mitigating: mitigating ?? null,
    recommendedSanction: recommendedSanction ?? null,
    reportedAt: at,
    letterIds: letters,
  };
};

const disclosuresOf = (state: CaseState) =>
  state.disclosures.map(({ round, version, hash, track, principles, charges, evidence, withheld, at }) => ({
    ...{ round, version, hash, track, principles, charges, withheld },
    evidence: evidence.map(({ artifactId, sha256, copy }) => ({ artifactId, sha256, copy })),
    frozenAt: at,
    current: hash === currentDisclosure(state)?.hash,
  }));

const lettersOf = (state: CaseState) =>
  state.letters.map(({ letterId, form, number, round, documents, at }) => ({
    ...{ letterId, form, number, round },
    issuedAt: at,
    documents: documents.map(({ artifactId, sha256, mediaType, size }) => ({ artifactId, sha256, mediaType, size })),
  }));

/** What was held against whom, shown and found: the examination as its trail tells it. */
export const processDetail = (state: CaseState) => ({
  examination: examinationOf(state),
  disclosures: disclosuresOf(state),
  undisclosedEvidence: state.disclosures.length === 0 ? [] : undisclosedEvidence(state),
  letters: lettersOf(state),
});
