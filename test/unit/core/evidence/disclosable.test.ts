import { artifactKindSchema } from '../../../../core/case/event-parts.ts';
import { cleanCopy, disclosable } from '../../../../core/evidence/clean-copy.ts';
import { wayToRespondent } from '../../../../core/evidence/disclosable.ts';
import { plainJpeg } from '../../../support/pictures.ts';

const page = new TextEncoder().encode('<html>Masuk sebagai Siti</html>');

describe('what a respondent may be shown', () => {
  it.each(['CAPTURE', 'CAPTURE_MANIFEST', 'CAPTURE_TEXT', 'ATTACHMENT'] as const)('has a clean copy of %s', (kind) => {
    expect(disclosable(kind)).toBe(true);
    expect(cleanCopy({ kind, bytes: plainJpeg, mediaType: 'image/jpeg' }).kind).toBe('clean');
  });

  it.each(['REPORT', 'MESSAGE', 'DECISION_RECORD'] as const)('never has %s', (kind) => {
    expect(wayToRespondent(kind)).toBe('NEVER');
    expect(disclosable(kind)).toBe(false);
    expect(cleanCopy({ kind, bytes: plainJpeg, mediaType: 'image/jpeg' }).kind).toBe('not-possible');
  });

  it('is settled for every kind of artefact', () => {
    for (const kind of artifactKindSchema.options) expect(wayToRespondent(kind)).toMatch(/^[A-Z_]+$/);
  });

  it('has captured pages, and not pages and texts that the reporter saved: those can show who was signed in', () => {
    expect(cleanCopy({ kind: 'CAPTURE', bytes: page, mediaType: 'text/html' }).kind).toBe('clean');
    expect(cleanCopy({ kind: 'ATTACHMENT', bytes: page, mediaType: 'image/jpeg' })).toMatchObject({
      kind: 'not-possible',
      reason: { en: expect.stringContaining('saved') },
    });
  });
});
