/** How a trail can be broken. `unsealed` is an event that nothing vouches for; `illegal` one that the transition table forbids. */
export type BrokenKind = 'edit' | 'gap' | 'fork' | 'unsealed' | 'illegal' | 'malformed';

/** A text for people: Indonesian and English. */
export interface Words {
  readonly id: string;
  readonly en: string;
}

/** What is wrong, and with which event. `seq` is 0 where the file as a whole is meant. */
export interface Finding {
  readonly kind: BrokenKind;
  readonly seq: number;
  readonly explanation: Words;
}

const finding = (kind: BrokenKind, seq: number, id: string, en: string): Finding => ({
  kind,
  seq,
  explanation: { id, en },
});

/** What the verifier says, one function per finding. */
export const found = {
  unplaceable: (position: number, seq: number) =>
    finding(
      'malformed',
      seq,
      `Butir ke-${position} bukan peristiwa: caseId, seq, prevHash, atau hash tidak ada atau tidak berbentuk semestinya.`,
      `Item ${position} is no event: caseId, seq, prevHash or hash is missing or has the wrong form.`,
    ),
  missing: (first: number, last: number) =>
    first === last
      ? finding('gap', first, `Peristiwa ${first} tidak ada.`, `Event ${first} is missing.`)
      : finding(
          'gap',
          first,
          `Peristiwa ${first} sampai ${last} tidak ada.`,
          `Events ${first} to ${last} are missing.`,
        ),
  noBeginning: () =>
    finding(
      'gap',
      1,
      'Peristiwa 1 menyebut pendahulu; jadi peristiwa pertama yang asli tidak ada.',
      'Event 1 names a predecessor, so the true first event is missing.',
    ),
  renumbered: (seq: number, was: number) =>
    finding(
      'gap',
      seq,
      `Peristiwa bernomor ${seq} aslinya bernomor ${was}: penomoran diubah.`,
      `The event numbered ${seq} was number ${was}: the trail has been renumbered.`,
    ),
  twins: (seq: number) =>
    finding(
      'fork',
      seq,
      `Ada lebih dari satu peristiwa bernomor ${seq}.`,
      `More than one event carries number ${seq}.`,
    ),
  branches: (seq: number, from: number) =>
    finding(
      'fork',
      seq,
      `Peristiwa ${seq} menyambung peristiwa ${from}, yang sudah mempunyai penerus: ada dua riwayat.`,
      `Event ${seq} follows event ${from}, which has another successor: there are two histories.`,
    ),
  secondBeginning: (seq: number) =>
    finding(
      'fork',
      seq,
      `Peristiwa ${seq} dibuat sebagai peristiwa pertama: ada dua riwayat.`,
      `Event ${seq} was built as a first event: there are two histories.`,
    ),
  edited: (seq: number) =>
    finding(
      'edit',
      seq,
      `Isi peristiwa ${seq} tidak sesuai dengan hash miliknya: peristiwa itu diubah.`,
      `The content of event ${seq} does not have the hash it states: it has been altered.`,
    ),
  replaced: (seq: number) =>
    finding(
      'edit',
      seq,
      `Peristiwa ${seq + 1} dibuat di atas peristiwa ${seq} yang lain: peristiwa ${seq} diubah beserta hash-nya.`,
      `Event ${seq + 1} was built on another event ${seq}: event ${seq} has been altered together with its hash.`,
    ),
  foreign: (seq: number, caseId: string) =>
    finding(
      'edit',
      seq,
      `Peristiwa ${seq} berasal dari perkara lain, ${caseId}.`,
      `Event ${seq} comes from another case, ${caseId}.`,
    ),
  cutOff: (first: number, last: number) =>
    finding(
      'gap',
      first,
      `Riwayat diketahui sampai peristiwa ${last}, tetapi mulai peristiwa ${first} tidak ada.`,
      `The trail is known up to event ${last}, but it is missing from event ${first} on.`,
    ),
  beyondHead: (seq: number) =>
    finding(
      'unsealed',
      seq,
      `Peristiwa ${seq} berada sesudah kepala riwayat yang dinyatakan berkas ini: tidak ada yang menjaminnya.`,
      `Event ${seq} stands after the head that this file states: nothing vouches for it.`,
    ),
  otherHead: (seq: number) =>
    finding(
      'edit',
      seq,
      `Peristiwa ${seq} bukan kepala riwayat yang dinyatakan berkas ini: peristiwa itu diganti.`,
      `Event ${seq} is not the head that this file states: it has been replaced.`,
    ),
  otherHistory: (seq: number) =>
    finding(
      'fork',
      seq,
      `Peristiwa ${seq} bukan peristiwa ${seq} yang sudah diketahui dari sumber lain: ada dua riwayat.`,
      `Event ${seq} is not the event ${seq} known from elsewhere: there are two histories.`,
    ),
  unreadable: (seq: number, path: string) =>
    finding(
      'malformed',
      seq,
      `Peristiwa ${seq} utuh, tetapi bentuknya salah pada "${path}".`,
      `Event ${seq} is intact, but has the wrong form at "${path}".`,
    ),
  illegal: (seq: number, why: string) =>
    finding(
      'illegal',
      seq,
      `Peristiwa ${seq} tidak diperbolehkan oleh tabel peralihan: ${why}.`,
      `Event ${seq} is not allowed by the transition table: ${why}.`,
    ),
  otherCase: (stated: string, caseId: string) =>
    finding(
      'edit',
      1,
      `Berkas menyebut perkara ${stated}, tetapi peristiwanya milik perkara ${caseId}.`,
      `The file names case ${stated}, but its events belong to case ${caseId}.`,
    ),
  otherEvidence: (artifactId: string, seq: number) =>
    finding(
      'edit',
      seq,
      `Bukti ${artifactId} dalam daftar tidak sama dengan yang dicatat peristiwa ${seq}.`,
      `Evidence ${artifactId} in the list is not what event ${seq} records.`,
    ),
  missingEvidence: (artifactId: string, seq: number) =>
    finding(
      'gap',
      seq,
      `Bukti ${artifactId}, yang dicatat peristiwa ${seq}, tidak ada dalam daftar.`,
      `Evidence ${artifactId}, which event ${seq} records, is missing from the list.`,
    ),
  unknownEvidence: (artifactId: string) =>
    finding(
      'unsealed',
      0,
      `Bukti ${artifactId} dalam daftar tidak dicatat peristiwa mana pun.`,
      `Evidence ${artifactId} in the list is recorded by no event.`,
    ),
} as const;
