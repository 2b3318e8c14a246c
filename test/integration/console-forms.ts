/** The forms of an incoming mail, by the end of their path. */
const mailForms: Readonly<Record<string, string>> = {
  asli: 'open-raw',
  baca: 'open-raw',
  selesai: 'end-undelivered',
  laporan: 'file-report',
  sisih: 'set-aside',
};

/** What the token of a console form is tied to, by the path that the form is sent to. */
export const formSubjectOf = (path: string): string => {
  const [, , place, name = '', , artifactId = '', step] = path.split('/');
  const last = path.split('/').at(-1) ?? '';
  if (place === 'surat') return `mail:${name}:${mailForms[last] ?? last}`;
  if (step === 'ulang') return `recapture:${name}:${artifactId}`;
  if (step === 'asli') return `original:${name}:${artifactId}`;
  return /^\/konsol\/(keluar|faktor|pemulihan)$/.test(path) ? path : last;
};
