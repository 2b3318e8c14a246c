import type { Fields } from '../people/browser.ts';
import type { SamplePerson } from './sample-people.ts';
import { check, type Stage } from './stage.ts';

/** A case as scripted people walk it, and what must have come of it. */
export interface Scenario {
  readonly title: string;
  readonly respondent: (person: SamplePerson) => boolean;
  readonly walk: (stage: Stage) => Promise<void>;
  /** The status it ends in. */
  readonly status: string;
  /** Events that its trail must hold. */
  readonly events: readonly string[];
}

const reason = 'Bukti sudah dibaca; unggahan memuat kabar yang tidak benar dan tersebar luas.';
const because = (fields: Fields): Fields => ({ reason, ...fields });

const executor = ({ position_class, employment }: SamplePerson): boolean =>
  position_class === 'PELAKSANA' && employment === 'PNS';
const expert = ({ position_class, employment, position }: SamplePerson): boolean =>
  position_class === 'JF_AHLI_PERTAMA' && employment === 'PNS' && position.includes('Hubungan Masyarakat');

const triage = (stage: Stage, track = 'DISCIPLINE_PNS'): Promise<void> =>
  stage.official('triage', because({ outcome: 'PROCEED', respondentNip: stage.respondent.nip, track }));
const review = (stage: Stage, fields: Fields = { principles: ['P6', 'P7'] }): Promise<void> =>
  stage.official('review', because({ outcome: 'PROCEED', ...fields }));

const report = (impact: string, recommendedSanction: string, charges: readonly string[] = ['3d', '3f']): Fields => ({
  findings: 'Terlapor terbukti mengunggah dan menyebarkan kabar yang tidak benar.',
  charges,
  impact,
  impactReason: 'Unggahan dibaca banyak orang dan dikaitkan dengan instansi.',
  aggravating: 'Unggahan dibiarkan beredar.',
  mitigating: 'Terlapor mengakui perbuatannya.',
  recommendedSanction,
});
const held = (stage: Stage, findings: Fields): Promise<void> =>
  stage.official(
    'examination',
    because({ outcome: 'HELD', statement: 'Saya mengunggahnya tanpa memeriksa kebenarannya.', ...findings }),
  );
const impose = (sanctionCode: string, fields: Fields = {}): Fields =>
  because({ outcome: 'SANCTION', sanctionCode, ...fields });

const serve = async (stage: Stage): Promise<void> =>
  stage.official('service', because({ outcome: 'SERVED', receivedOn: await stage.today(), method: 'IN_PERSON' }));

const light: Scenario = {
  title: 'Terbukti, hukuman ringan / proven, light',
  respondent: executor,
  status: 'CLOSED',
  events: [
    'SummonsIssued',
    'SummonsServed',
    'StatementRecorded',
    'ExaminationHeld',
    'DecisionServed',
    'SanctionEffective',
  ],
  walk: async (stage) => {
    await triage(stage);
    await review(stage);
    await stage.accused('response', { outcome: 'ANSWER', statement: 'Saya akan menghapus unggahan itu.' });
    await held(stage, report('UNIT', 'R2'));
    await stage.refused('decision', impose('S1', { impact: 'UNIT' }), /Pasal/);
    await stage.official('decision', impose('R2'));
    await serve(stage);
    await stage.pass('P40D');
  },
};

const heavy: Scenario = {
  title: 'Terbukti, hukuman berat dengan tim / proven, heavy with a team',
  respondent: executor,
  status: 'CLOSED',
  events: [
    'ExaminingTeamFormed',
    'TemporaryReleaseOrdered',
    'DecisionServed',
    'SanctionEffective',
    'ExecutionCompleted',
  ],
  walk: async (stage) => {
    await triage(stage);
    await review(stage, { principles: ['P1'], charges: ['3a'] });
    await stage.official('examination', because({ outcome: 'REQUEST_TEAM' }));
    await stage.official('team', because({ outcome: 'FORM' }));
    await stage.official('examination', because({ outcome: 'RELEASE' }));
    await held(stage, report('STATE', 'B1', ['3a']));
    await stage.official('decision', impose('B1'));
    await stage.official('service', because({ outcome: 'DISPATCHED', method: 'POST' }));
    await serve(stage);
    await stage.pass('P400D');
    await stage.official('execution', because({ outcome: 'COMPLETED' }));
  },
};

const absent = async (stage: Stage, servedOn: string): Promise<void> =>
  stage.official('examination', because({ outcome: 'ABSENT', serviceMethod: 'HANDED_OVER', servedOn }));

const noShow: Scenario = {
  title: 'Dua kali tidak hadir / no-show twice',
  respondent: executor,
  status: 'SERVICE',
  events: ['ExaminationMissed', 'ExaminationReported', 'SanctionDecided'],
  walk: async (stage) => {
    await triage(stage);
    await review(stage);
    await stage.refused('examination', because({ outcome: 'ABSENT' }), /Pasal 26/);
    const first = await stage.today();
    await stage.pass('P14D');
    await stage.refused('examination', because({ outcome: 'ABSENT' }), /Pasal 26/);
    await absent(stage, first);
    const second = await stage.today();
    await stage.pass('P14D');
    await stage.official(
      'examination',
      because({ outcome: 'ABSENT', serviceMethod: 'POSTED', servedOn: second, ...report('UNIT', 'R3') }),
    );
    await stage.official('decision', impose('R3'));
  },
};

const dismissed: Scenario = {
  title: 'Tidak terbukti / dismissed',
  respondent: expert,
  status: 'DISMISSED',
  events: ['ExaminationHeld', 'CaseDismissed', 'CaseClosed'],
  walk: async (stage) => {
    await triage(stage);
    await review(stage);
    await held(stage, report('UNIT', 'NONE'));
    await stage.official('decision', because({ outcome: 'DISMISS' }));
  },
};

const silent: Scenario = {
  title: 'Atasan diam / supervisor silent',
  respondent: executor,
  status: 'EXAMINATION',
  events: ['TaskReminded', 'TaskEscalated', 'ReviewDecided'],
  walk: async (stage) => {
    await triage(stage);
    await stage.pass('P14D');
    await review(stage);
  },
};

const superiorAccused: Scenario = {
  title: 'Atasan sendiri dilaporkan / superior accused',
  respondent: ({ position_class }) => position_class === 'PENGAWAS',
  status: 'DECISION',
  events: ['ReviewDecided', 'ExaminationHeld'],
  walk: async (stage) => {
    await triage(stage);
    await review(stage);
    await held(stage, report('AGENCY', 'S1'));
    const own = (await stage.mails()).filter(({ to, text }) => to === stage.respondent.mail && text.includes('/t/'));
    check(own.length === 1, 'the accused superior got no task but their own page');
  },
};

const moreEvidence: Scenario = {
  title: 'Perlu bukti tambahan / more evidence',
  respondent: expert,
  status: 'DISMISSED',
  events: ['ExaminationReturned', 'DisclosureFrozen', 'CaseDismissed'],
  walk: async (stage) => {
    await triage(stage);
    await review(stage);
    await stage.official('examination', because({ outcome: 'RETURN_FOR_EVIDENCE' }));
    await triage(stage);
    await review(stage);
    await held(stage, report('UNIT', 'NONE'));
    await stage.official('decision', because({ outcome: 'DISMISS' }));
  },
};

const recidivist: Scenario = {
  title: 'Mengulangi pelanggaran / recidivist',
  respondent: executor,
  status: 'SERVICE',
  events: ['SanctionDecided'],
  walk: async (stage) => {
    await triage(stage);
    await review(stage);
    await held(stage, report('UNIT', 'R1'));
    await stage.official('decision', impose('R1'));
    await serve(stage);
    await stage.pass('P40D');
    await stage.report({
      key: `again-${stage.caseNumber}`,
      urls: [],
      description: 'Pegawai yang sama kembali menyebarkan kabar bohong (hoaks) lain yang belum pernah dilaporkan.',
    });
    await triage(stage);
    await review(stage);
    await held(stage, report('UNIT', 'R1'));
    await stage.refused('decision', impose('R1'), /35 ayat \(2\)/);
    await stage.official(
      'decision',
      impose('R2', { deviationReason: 'Terlapor mengulangi pelanggaran sejenis, sehingga hukuman harus lebih berat.' }),
    );
  },
};

const pppk: Scenario = {
  title: 'PPPK dengan aturan instansi / PPPK under the agency rule',
  respondent: ({ employment, position_class }) => employment === 'PPPK' && position_class === 'PELAKSANA',
  status: 'SERVICE',
  events: ['SanctionDecided', 'DecisionSigned'],
  walk: async (stage) => {
    await triage(stage, 'DISCIPLINE_PPPK');
    await review(stage);
    await held(stage, report('UNIT', 'R2'));
    await stage.official('decision', impose('R2'));
  },
};

const ethics: Scenario = {
  title: 'Kode etik, sanksi moral / ethics, moral sanction',
  respondent: expert,
  status: 'CLOSED',
  events: ['ExaminingTeamFormed', 'SanctionDecided', 'SanctionEffective'],
  walk: async (stage) => {
    await triage(stage, 'ETHICS');
    await review(stage, { principles: ['P2'] });
    await stage.official('team', because({ outcome: 'FORM' }));
    await held(stage, report('UNIT', 'M1', []));
    await stage.official('decision', impose('M1'));
    await serve(stage);
    await stage.pass('P40D');
  },
};

const annulled: Scenario = {
  title: 'Keberatan dikabulkan / appeal annulled',
  respondent: expert,
  status: 'CLOSED',
  events: ['AppealFiled', 'AppealDecided', 'CaseClosed'],
  walk: async (stage) => {
    await triage(stage);
    await review(stage);
    await held(stage, report('AGENCY', 'S1'));
    await stage.official('decision', impose('S1'));
    await serve(stage);
    await stage.accused('remedy', { outcome: 'FILE', grounds: 'Saya keberatan: unggahan itu bukan milik saya.' });
    await stage.official(
      'appeal',
      because({ outcome: 'ANNULLED', body: 'Pejabat atasan', decisionNumber: 'KEP/12/2026' }),
    );
  },
};

/** By the name that the command takes. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  light,
  'no-show': noShow,
  dismissed,
  silent,
  'superior-accused': superiorAccused,
  'more-evidence': moreEvidence,
  recidivist,
  pppk,
  ethics,
  annulled,
  heavy,
};
