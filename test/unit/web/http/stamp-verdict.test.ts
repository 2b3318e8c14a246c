import { caseExportSchema } from '../../../../core/trail/export.ts';
import { verifyExport } from '../../../../core/trail/verify-export.ts';
import type { StampsVerdict } from '../../../../core/trail/verify-stamps.ts';
import { judgedExport } from '../../../../web/http/views/verdict.ts';
import { exportOf } from '../../../support/builders/exports.ts';

const trail = verifyExport(caseExportSchema.parse(JSON.parse(JSON.stringify(exportOf()))));
const stamps = (over: Partial<StampsVerdict> = {}): StampsVerdict => ({
  valid: 3,
  anchored: 0,
  authorities: ['TSA Contoh'],
  findings: [],
  ...over,
});

describe('the verdict on an export with time stamps, on the page', () => {
  it.each([
    ['id', 'belum dijamin'],
    ['en', 'not anchored'],
  ] as const)('says in %s that the authority is %s: the page has no roots', (lang, said) => {
    const { verdict, stated } = judgedExport(trail, stamps(), lang);
    expect(verdict.code).toBe('VALID');
    expect(stated.at(-1)?.value).toContain(said);
    expect(stated.at(-1)?.value).toContain('TSA Contoh');
  });

  it('is that it was altered where one stamp does not hold, and names the artefact', () => {
    const findings = [{ artifactId: 'capture-1-1', problem: 'BAD_SIGNATURE' }] as const;
    const { verdict, stated } = judgedExport(trail, stamps({ valid: 2, findings }), 'id');
    expect([verdict.code, stated]).toEqual(['EDIT', []]);
    expect(verdict.detail).toContain('capture-1-1');
  });

  it('stays that of the trail where the trail is broken, or there are no stamps', () => {
    const broken = { verdict: 'broken', kind: 'gap', seq: 3, explanation: { id: 'x', en: 'x' } } as const;
    expect(judgedExport(broken, stamps(), 'id').verdict.code).toBe('GAP');
    expect(judgedExport(trail, undefined, 'id').stated).toHaveLength(3);
  });
});
