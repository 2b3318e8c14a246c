import * as examination from '../../../../scripts/sample-letters/examination.ts';
import { sampleLetters } from '../../../../scripts/sample-letters/index.ts';
import * as service from '../../../../scripts/sample-letters/service.ts';
import { clausesOf, compose, ofKind, wordsOf } from './samples.ts';

const sanction = sampleLetters.SANCTION_R2;
const dicta = (letter: ReturnType<typeof compose>) => ofKind(letter, 'dictum').map(({ label }) => label);
const labelsOf = (lines: readonly { readonly label: string }[] | undefined) => lines?.map(({ label }) => label);

describe('a sanction decision', () => {
  it('carries heading, marking, recitals a to d, legal basis 1 to 3, dicta, signatory and copies', () => {
    const letter = compose('SANCTION_R2', sanction);
    expect(ofKind(letter, 'heading')[0]?.lines).toEqual([
      'KEPUTUSAN WALI KOTA CONTOH',
      'NOMOR HD-R2/CONTOH-2026-7K3M9QXA/1.1/XII/2026',
      'TENTANG',
      'HUKUMAN DISIPLIN TEGURAN TERTULIS',
    ]);
    expect(ofKind(letter, 'centred').map(({ text }) => text)).toEqual([
      'DENGAN RAHMAT TUHAN YANG MAHA ESA',
      'WALI KOTA CONTOH,',
      'MEMUTUSKAN:',
    ]);
    expect(clausesOf(letter, 'Menimbang').map(({ mark }) => mark)).toEqual(['a.', 'b.', 'c.', 'd.']);
    expect(clausesOf(letter, 'Mengingat').map(({ mark }) => mark)).toEqual(['1.', '2.', '3.']);
    expect(ofKind(letter, 'signature')[0]).toMatchObject({
      lines: ['Ditetapkan di Kota Contoh', 'pada tanggal 16 Desember 2026', 'WALI KOTA CONTOH,'],
      signatory: ['Dr. Hasanuddin Mahmud', 'NIP 196503121990031005'],
    });
    expect(ofKind(letter, 'list')[0]?.items).toHaveLength(3);
  });

  it('rests on the law in force: UU 20/2023, PP 94/2021, Peraturan BKN 6/2022', () => {
    const basis = clausesOf(compose('SANCTION_R2', sanction), 'Mengingat').map(({ text }) => text);
    for (const [i, number] of ['Nomor 20 Tahun 2023', 'Nomor 94 Tahun 2021', 'Nomor 6 Tahun 2022'].entries()) {
      expect(basis[i]).toContain(number);
    }
  });

  it('names the report it rests on, the day of the act and every provision', () => {
    const [a, b] = clausesOf(compose('SANCTION_R2', sanction), 'Menimbang').map(({ text }) => text);
    expect(a).toContain(
      'Laporan Hasil Pemeriksaan Nomor LHP/CONTOH-2026-7K3M9QXA/1.1/XII/2026 tanggal 14 Desember 2026',
    );
    expect(b).toBe(
      'bahwa perbuatan yang dilakukan pada hari Sabtu, 21 November 2026 tersebut merupakan pelanggaran terhadap ketentuan PP 94/2021 Pasal 3 huruf b dan PP 94/2021 Pasal 3 huruf f;',
    );
  });

  it('ends a quoted reason once, not twice', () => {
    expect(clausesOf(compose('SANCTION_R2', sanction), 'Menimbang')[0]?.text).toMatch(/unit kerja;$/);
  });

  it('is issued with the hash of what was disclosed, and its day in words', () => {
    const [note] = ofKind(compose('SANCTION_R2', sanction), 'note');
    expect(note?.text).toContain(sanction.decision.disclosureHash);
    expect(note?.text).toContain('Rabu tanggal enam belas bulan Desember tahun dua ribu dua puluh enam');
  });

  it.each([
    ['SANCTION_R1', 3],
    ['SANCTION_S1', 4],
    ['SANCTION_S3', 4],
    ['SANCTION_B1', 6],
    ['SANCTION_B2', 6],
    ['SANCTION_B3', 4],
    ['CLASS_REDUCTION', 5],
    ['SANCTION_PPPK', 3],
  ] as const)('numbers the dicta of %s without a gap: %i of them', (form, count) => {
    const ordinals = ['KESATU', 'KEDUA', 'KETIGA', 'KEEMPAT', 'KELIMA', 'KEENAM'];
    expect(dicta(compose(form, sampleLetters[form]))).toEqual(ordinals.slice(0, count));
  });

  it.each(['SANCTION_R1', 'SANCTION_S1', 'SANCTION_B1', 'SANCTION_B3', 'SANCTION_PPPK'] as const)(
    '%s takes effect on the 15th working day after receipt and is handed over to be carried out',
    (form) => {
      const [effect, last] = ofKind(compose(form, sampleLetters[form]), 'dictum').slice(-2);
      expect(effect?.text).toContain('hari kerja ke-15 (lima belas)');
      expect(last?.text).toContain('disampaikan kepada yang bersangkutan untuk dilaksanakan');
    },
  );

  it('leaves a line to fill in where an amount or a day is not known', () => {
    const [, execution] = ofKind(compose('SANCTION_S1', sampleLetters.SANCTION_S1), 'dictum');
    expect(execution?.identity).toEqual([
      { label: 'Terhitung mulai tanggal', value: 'tanggal berlakunya keputusan ini' },
      { label: 'Tunjangan kinerja semula', value: 'Rp ....................' },
      { label: 'Menjadi (75%)', value: 'Rp ....................' },
      { label: 'Dikembalikan mulai tanggal', value: '....................' },
    ]);
  });

  it('states amounts and days that are known', () => {
    const [, execution] = ofKind(compose('SANCTION_S2', sampleLetters.SANCTION_S2), 'dictum');
    expect(execution?.identity.map(({ value }) => value)).toEqual([
      '8 Januari 2027',
      'Rp4.000.000',
      'Rp3.000.000',
      '8 Oktober 2027',
    ]);
  });

  it('cuts no allowance under the rule of transition', () => {
    expect(wordsOf(compose('SANCTION_S3', sampleLetters.SANCTION_S3))).not.toContain('unjangan kinerja');
  });

  it('names the summonses where the respondent did not come', () => {
    expect(clausesOf(compose('SANCTION_B3', sampleLetters.SANCTION_B3), 'Menimbang')[0]?.text).toContain(
      'Surat Panggilan Nomor SP/CONTOH-2026-7K3M9QXA/1.1/XII/2026 dan SP/CONTOH-2026-7K3M9QXA/1.2/XII/2026 tetapi tidak hadir',
    );
  });

  it('adds PP 49/2018 and the agency’s own rule for a contract employee, who has no rank and another number', () => {
    const letter = compose('SANCTION_PPPK', sampleLetters.SANCTION_PPPK);
    const basis = clausesOf(letter, 'Mengingat').map(({ text }) => text);
    expect(basis[1]).toContain('Nomor 49 Tahun 2018');
    expect(basis.at(-1)).toContain('Peraturan Wali Kota Contoh Nomor 12 Tahun 2024');
    expect(labelsOf(ofKind(letter, 'dictum')[0]?.identity)).toEqual(['Nama', 'NI PPPK', 'Jabatan', 'Unit kerja']);
  });

  it('leaves room for a rank that the directory does not have, and no date of the act where it is unknown', () => {
    const letter = compose('SANCTION_R2', {
      ...sanction,
      respondent: { ...sanction.respondent, rank: undefined },
      incident: {},
    });
    expect(ofKind(letter, 'dictum')[0]?.identity[2]).toEqual({
      label: 'Pangkat/gol. ruang',
      value: '....................',
    });
    expect(wordsOf(letter)).not.toContain('21 November 2026');
  });
});

describe('a moral sanction', () => {
  it.each([
    ['MORAL_M1', 'secara tertutup, yaitu hanya kepada yang bersangkutan'],
    ['MORAL_M2', 'secara terbuka menurut tata cara'],
  ] as const)('%s is stated %s', (form, words) => {
    const letter = compose(form, sampleLetters[form]);
    expect(ofKind(letter, 'dictum')[1]?.text).toContain(words);
    expect(clausesOf(letter, 'Mengingat').map(({ text }) => text)[1]).toContain('Nomor 42 Tahun 2004');
    expect(wordsOf(letter)).not.toContain('hukuman disiplin');
  });
});

describe('a dismissal', () => {
  it.each([
    ['DISCIPLINE_PNS', ['Nomor 20 Tahun 2023', 'Nomor 94 Tahun 2021', 'Nomor 6 Tahun 2022']],
    ['DISCIPLINE_PPPK', ['Nomor 20 Tahun 2023', 'Nomor 49 Tahun 2018']],
    ['ETHICS', ['Nomor 20 Tahun 2023', 'Nomor 42 Tahun 2004']],
  ] as const)('cites the basis of the track %s', (track, numbers) => {
    const data = sampleLetters.DISMISSAL;
    const basis = clausesOf(compose('DISMISSAL', { ...data, case: { ...data.case, track } }), 'Mengingat');
    expect(basis).toHaveLength(numbers.length);
    for (const [i, number] of numbers.entries()) expect(basis[i]?.text).toContain(number);
  });

  it.each([
    ['NONE', 'hasil penelaahan dan peninjauan'],
    ['HELD', 'hasil pemeriksaan'],
    ['ABSENT', 'alat bukti dan keterangan yang ada'],
  ] as const)('of a case with attendance %s rests on %s, and imposes nothing', (attendance, words) => {
    const letter = compose('DISMISSAL', { ...sampleLetters.DISMISSAL, examination: { attendance } });
    expect(clausesOf(letter, 'Menimbang')[1]?.text).toContain(words);
    expect(wordsOf(letter)).toContain('Tidak ada hukuman disiplin');
  });
});

describe('a summons', () => {
  it('says who is to come to whom, when with the zone, where, how, and why', () => {
    const fields = ofKind(compose('SUMMONS', examination.firstSummons), 'fields').flatMap(({ lines }) => lines);
    expect(fields).toEqual(
      expect.arrayContaining([
        { label: 'Hari', value: 'Kamis' },
        { label: 'Tanggal', value: '10 Desember 2026' },
        { label: 'Pukul', value: '09.00 WIB' },
        { label: 'Cara', value: 'tatap muka, tertutup' },
      ]),
    );
    expect(fields.filter(({ label }) => label === 'Pangkat/gol. ruang')).toHaveLength(2);
  });

  it.each([
    [examination.firstSummons, 'SURAT PANGGILAN I', 'Atasan Langsung,'],
    [examination.secondSummons, 'SURAT PANGGILAN II', 'Ketua Tim Pemeriksa,'],
  ])('has its ordinal in the title and its signatory’s capacity', (data, title, capacity) => {
    const letter = compose('SUMMONS', data);
    expect(ofKind(letter, 'heading')[0]?.lines[0]).toBe(title);
    expect(ofKind(letter, 'signature')[0]?.lines).toContain(capacity);
  });

  it('warns only the second time that a decision can be taken without the person', () => {
    expect(wordsOf(compose('SUMMONS', examination.firstSummons))).not.toContain('panggilan kedua');
    expect(wordsOf(compose('SUMMONS', examination.secondSummons))).toContain('panggilan kedua');
  });

  it('of an ethics case names principles and needs no provision', () => {
    const data = { ...examination.firstSummons, violations: [] };
    expect(() => compose('SUMMONS', data)).toThrow('{violations.article}');
    const letter = compose('SUMMONS', { ...data, case: { ...data.case, track: 'ETHICS' } });
    expect(wordsOf(letter)).toContain('pelanggaran kode etik');
    expect(ofKind(letter, 'points')).toHaveLength(1);
  });
});

describe('an examination record', () => {
  const record = examination.examinationRecord;

  it('begins with day, date, month and year in words', () => {
    expect(ofKind(compose('EXAMINATION_RECORD', record), 'paragraph')[0]?.text).toMatch(
      /^Pada hari ini, Kamis tanggal sepuluh bulan Desember tahun dua ribu dua puluh enam, bertempat di /,
    );
  });

  it('numbers questions and answers, and each examiner of a team', () => {
    const letter = compose('EXAMINATION_RECORD', record);
    expect(ofKind(letter, 'questions')[0]?.items.map(({ mark }) => mark)).toEqual(['1.', '2.', '3.']);
    expect(ofKind(letter, 'persons')[0]?.items.map(({ mark }) => mark)).toEqual(['1.', '2.', '3.']);
  });

  it('is signed by the examinee and every examiner', () => {
    const places = ofKind(compose('EXAMINATION_RECORD', record), 'signatures')[0]?.places ?? [];
    expect(places.map(({ lines }) => lines[0])).toEqual(['Yang diperiksa,', 'Pemeriksa,', 'Pemeriksa,', 'Pemeriksa,']);
  });

  it.each([
    ['SIGNED', 'ditandatangani oleh pemeriksa dan yang diperiksa'],
    ['REFUSED', 'tidak bersedia menandatangani'],
    ['PENDING', 'belum menandatanganinya'],
  ] as const)('says that it is %s', (signing, words) => {
    expect(wordsOf(compose('EXAMINATION_RECORD', { ...record, signing }))).toContain(words);
  });

  it('of a superior alone says “saya”, and leaves out what was not said', () => {
    const { statement: _statement, corrections: _corrections, companion: _companion, ...rest } = record;
    const letter = compose('EXAMINATION_RECORD', {
      ...rest,
      basis: { kind: 'OWN' },
      examiners: record.examiners.slice(0, 1),
    });
    expect(wordsOf(letter)).toContain('tertutup, saya:');
    expect(ofKind(letter, 'persons')[0]?.items[0]?.mark).toBe('');
    expect(ofKind(letter, 'subheading').map(({ text }) => text)).toEqual(['Pertanyaan dan jawaban', 'Penandatanganan']);
  });

  it('may rest on a statement without questions, but not on nothing', () => {
    expect(() => compose('EXAMINATION_RECORD', { ...record, questions: [] })).not.toThrow();
    expect(() => compose('EXAMINATION_RECORD', { ...record, questions: [], statement: undefined })).toThrow(
      '{questions',
    );
  });
});

describe('an examination report', () => {
  it('has the columns of the form', () => {
    const [table] = ofKind(compose('EXAMINATION_REPORT', examination.examinationReport), 'table');
    expect(labelsOf(table?.columns)).toEqual([
      'No.',
      'Bentuk pelanggaran',
      'Waktu',
      'Tempat',
      'Faktor yang memberatkan',
      'Faktor yang meringankan',
      'Dampak perbuatan',
    ]);
    expect(table?.rows[0]?.[0]).toBe('1.');
  });

  it('recommends a sanction and says whose authority it is', () => {
    expect(
      ofKind(compose('EXAMINATION_REPORT', examination.examinationReport), 'points')[0]?.items.map(({ text }) => text),
    ).toEqual([
      'yang bersangkutan terbukti melakukan pelanggaran disiplin terhadap ketentuan PP 94/2021 Pasal 3 huruf b dan PP 94/2021 Pasal 3 huruf f, dan direkomendasikan untuk dijatuhi hukuman disiplin tingkat ringan berupa teguran tertulis;',
      'kewenangan untuk mengambil keputusan berada pada Kepala Dinas Kependudukan dan Pencatatan Sipil.',
    ]);
  });

  it('recommends to end the case where nothing is proven', () => {
    const letter = compose('EXAMINATION_REPORT', {
      ...examination.examinationReport,
      finding: 'NOT_PROVEN',
      violations: [],
      recommended: undefined,
    });
    expect(wordsOf(letter)).toContain('direkomendasikan agar perkara dihentikan');
  });

  it('of an examination in absentia names both summonses, and says where nothing is recorded', () => {
    const letter = compose('EXAMINATION_REPORT', examination.reportInAbsentia);
    expect(ofKind(letter, 'points')[0]?.items).toHaveLength(2);
    expect(ofKind(letter, 'points')[0]?.items[0]?.text).toContain('diterima tanggal 2 Desember 2026');
    expect(ofKind(letter, 'table')[0]?.rows[0]).toContain('tidak ada yang dicatat');
  });
});

describe('other letters', () => {
  it('the team is a table of members with element and seat', () => {
    expect(
      ofKind(compose('EXAMINING_TEAM', examination.examiningTeam), 'table')[0]?.rows.map((row) => row.slice(-2)),
    ).toEqual([
      ['atasan langsung', 'ketua merangkap anggota'],
      ['pengawasan', 'sekretaris merangkap anggota'],
      ['kepegawaian', 'anggota'],
    ]);
  });

  it('a temporary release keeps the rights, and names an acting official where there is one', () => {
    const data = examination.temporaryRelease;
    expect(dicta(compose('TEMPORARY_RELEASE', data))).toHaveLength(5);
    const { actingOfficial: _actingOfficial, ...rest } = data;
    const letter = compose('TEMPORARY_RELEASE', rest);
    expect(dicta(letter)).toHaveLength(4);
    expect(wordsOf(letter)).toContain('tetap masuk kerja dan diberikan hak kepegawaian');
  });

  it.each([
    ['handed over', service.deliveryReceipt, '14 Januari 2027'],
    ['not signed', service.refusedReceipt, 'tidak bersedia menandatangani tanda terima ini'],
  ] as const)('a receipt %s says so', (_what, data, words) => {
    expect(wordsOf(compose('DELIVERY_RECEIPT', data))).toContain(words);
  });

  it('the receipt of an appeal lists what came in and where it goes', () => {
    const letter = compose('APPEAL_RECEIPT', { ...service.appealReceipt, route: 'BPASN', forwardedTo: 'BPASN' });
    expect(wordsOf(letter)).toContain('banding administratif');
    expect(ofKind(letter, 'points')[0]?.items).toHaveLength(3);
  });

  it('copies to nobody print no list', () => {
    expect(ofKind(compose('DISMISSAL', { ...sampleLetters.DISMISSAL, copies: [] }), 'list')).toHaveLength(0);
  });
});
