import { type ActView, taskActPage } from '../../../../web/pages/task-act.ts';
import { at, type Sample, type Say } from './sample.ts';
import { actBase, evidence, principles } from './samples-case.ts';
import {
  appealInputs,
  bareDecision,
  decisionInputs,
  ethicsInputs,
  examinationInputs,
  executionInputs,
  filledExamination,
  reviewInputs,
  serviceInputs,
  teamInputs,
} from './samples-kinds.ts';

/** A page as it is asked for: nothing filled in yet. */
const plainSample = (name: string, over: (say: Say) => Partial<ActView> & Pick<ActView, 'input'>): Sample => ({
  name,
  render: (lang, say) => taskActPage({ ...actBase(say), ...over(say) }, lang),
});

const papersOnly = { suggestion: null, reportText: null, evidence: null } as const;

export const actSamples: readonly Sample[] = [
  plainSample('task-triage', (say) => ({
    round: 1,
    overdue: false,
    history: [],
    suggestion: { verdict: 'no-signal', by: say('paket aturan 2026.11.1') },
    input: { kind: 'triage' },
  })),
  {
    name: 'task-triage-errors',
    render: (lang, say) =>
      taskActPage(
        {
          ...actBase(say),
          reportText: null,
          evidence: [],
          errors: [
            { field: 'outcome', message: say('Pilih satu hasil.') },
            { field: 'respondentNip', message: say('NIP ini tidak ada di daftar pegawai.') },
            { field: 'reason', message: say('Tulis alasan paling sedikit 10 huruf.') },
          ],
          typed: {
            respondentNip: say('198503122010011009'),
            reason: say('singkat'),
            caseNumber: '',
            outcome: 'PROCEED',
            track: 'ETHICS',
          },
          lists: { outcome: ['PROCEED'], track: ['ETHICS'] },
          input: { kind: 'triage' },
        },
        lang,
      ),
  },
  plainSample('task-review', (say) => ({ input: reviewInputs(say, principles(say)) })),
  plainSample('task-review-filled', (say) => ({
    errors: [{ field: 'examinationOn', message: say('Tanggal pemeriksaan harus hari kerja.') }],
    typed: { reason: say('Cukup jelas bagi saya.'), principles: 'P8', examinationOn: '2026-12-20', track: 'ETHICS' },
    lists: { principles: ['P8'], charges: ['3b', '3f'], track: ['ETHICS'] },
    input: reviewInputs(say, principles(say)),
  })),
  plainSample('task-review-ethics', (say) => ({
    input: { ...reviewInputs(say, principles(say)), charges: [] },
  })),
  plainSample('task-team', (say) => ({ ...papersOnly, input: teamInputs(say) })),
  plainSample('task-team-filled', (say) => ({
    ...papersOnly,
    errors: [{ field: 'members', message: say('Tim pemeriksa belum memuat unsur kepegawaian.') }],
    typed: { reason: say('Tim lengkap.'), chair: '197003122000032001' },
    lists: { members: ['197003122000032001', '198103122005012004'], chair: ['197003122000032001'] },
    input: teamInputs(say),
  })),
  plainSample('task-team-nobody', (say) => ({
    ...papersOnly,
    input: { ...teamInputs(say), candidates: [], derivations: [] },
  })),
  plainSample('task-examination', (say) => ({
    suggestion: null,
    evidence: evidence(say).map((item, i) => ({ ...item, isShown: i === 1 })),
    history: [
      ...actBase(say).history,
      {
        round: 2,
        at: at(say, '26 November 2026'),
        actor: say('Sri Wahyuni'),
        what: say('Terlapor tidak memenuhi panggilan I'),
        reason: say('Ditunggu sampai pukul 11.00.'),
        note: say('Perkara berlanjut tanpa kehadiran terlapor.'),
      },
    ],
    input: examinationInputs(say),
  })),
  plainSample('task-examination-filled', (say) => ({
    suggestion: null,
    ...filledExamination(say),
    input: examinationInputs(say),
  })),
  plainSample('task-examination-ethics', (say) => ({ suggestion: null, input: ethicsInputs(say) })),
  plainSample('task-decision', (say) => ({ suggestion: null, reportText: null, input: decisionInputs(say) })),
  plainSample('task-decision-filled', (say) => ({
    suggestion: null,
    reportText: null,
    errors: [{ field: 'deviationReason', message: say('Tuliskan alasannya, sekurangnya 50 huruf.') }],
    typed: { sanctionCode: 'R1', impact: 'UNIT', deviationReason: say('Sudah minta maaf.') },
    lists: { provisions: ['3b'], impact: ['UNIT'] },
    input: decisionInputs(say),
  })),
  plainSample('task-decision-ethics', (say) => ({ ...papersOnly, input: bareDecision(say) })),
  plainSample('task-service', (say) => ({ ...papersOnly, input: serviceInputs(say) })),
  plainSample('task-service-filled', (say) => ({
    ...papersOnly,
    errors: [{ field: 'receivedOn', message: say('Tanggal penerimaan belum tiba.') }],
    typed: { receivedOn: '2027-02-01', dispatchedOn: '2026-12-18', method: say('Pos tercatat RR123') },
    input: { ...serviceInputs(say), attempts: [], papers: [], decisionNumber: null },
  })),
  plainSample('task-appeal', (say) => ({ ...papersOnly, input: appealInputs(say) })),
  plainSample('task-appeal-filled', (say) => ({
    ...papersOnly,
    errors: [{ field: 'sanctionCode', message: say('Pilih hukuman lain.') }],
    typed: { body: say('Wali Kota Contoh'), decisionNumber: say('12/2027'), sanctionCode: 'R1' },
    input: { ...appealInputs(say), papers: [] },
  })),
  plainSample('task-execution', (say) => ({ ...papersOnly, input: executionInputs(say) })),
  plainSample('task-execution-filled', (say) => ({
    ...papersOnly,
    errors: [{ field: 'restoredOn', message: say('Hukuman masih berjalan.') }],
    typed: { restoredOn: '2027-07-01' },
    input: { ...executionInputs(say), endsOn: null },
  })),
];
