import type { CaseState } from '../../../core/case/state.ts';
import type { Lang } from '../../text/lang.ts';

type CloseReason = NonNullable<CaseState['closed']>['reason'];

/** What a reporter is told in the end: that there is an outcome and of which kind, never which sanction (PP 94/2021 secrecy). */
const outcomes: Readonly<Record<CloseReason, Readonly<Record<Lang, string>>>> = {
  SANCTIONED: {
    id: 'Laporan Anda terbukti dan pejabat yang berwenang sudah mengambil keputusan. Rincian keputusan bersifat rahasia dan hanya disampaikan kepada pihak yang berkepentingan.',
    en: 'Your report was found proven and the competent authority has decided. The details are confidential and are given only to those concerned.',
  },
  DISMISSED: {
    id: 'Pelanggaran tidak terbukti. Penanganan laporan Anda selesai.',
    en: 'The violation was not proven. The handling of your report is complete.',
  },
  REJECTED: {
    id: 'Laporan Anda tidak dapat ditangani karena di luar kewenangan instansi atau tidak memenuhi syarat.',
    en: 'Your report could not be taken up: it is outside the jurisdiction of the agency, or does not qualify.',
  },
  REFERRED: {
    id: 'Laporan Anda diteruskan kepada pihak yang berwenang menanganinya.',
    en: 'Your report was passed on to the body that is competent for it.',
  },
  MERGED: {
    id: 'Peristiwa yang Anda laporkan ditangani bersama laporan lain tentang peristiwa yang sama.',
    en: 'What you reported is being handled together with another report about the same event.',
  },
  PROPOSED: {
    id: 'Laporan Anda telah diperiksa dan diteruskan kepada pejabat yang lebih tinggi untuk diputus.',
    en: 'Your report was examined and passed on to a higher authority to be decided.',
  },
  ANNULLED: {
    id: 'Laporan Anda telah diperiksa dan diputus. Keputusan itu kemudian dibatalkan melalui upaya administratif; penanganan laporan selesai.',
    en: 'Your report was examined and decided. The decision was later annulled on appeal; the handling of your report is complete.',
  },
};

export const outcomeText = (reason: CloseReason, lang: Lang): string => outcomes[reason][lang];
