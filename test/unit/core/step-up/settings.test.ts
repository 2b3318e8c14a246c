import { taskKindSchema } from '../../../../core/case/event-parts.ts';
import { stepUpFor, stepUpSettingsSchema, usesStepUp } from '../../../../core/step-up/settings.ts';

const asked = (settings: Parameters<typeof stepUpFor>[0]): string[] =>
  taskKindSchema.options.filter((kind) => stepUpFor(settings, kind) !== undefined);
const of = (stepUp: object) => ({ stepUp: stepUpSettingsSchema.parse(stepUp) });

describe('step-up', () => {
  it.each([
    ['nobody, where an agency says nothing', {}, []],
    ['nobody, where it says nothing about whom', of({}), []],
    ['whoever decides', of({ decision: 'REQUIRED' }), ['decision']],
    ['the respondent', of({ respondent: 'REQUIRED' }), ['response', 'remedy']],
    ['both', of({ decision: 'REQUIRED', respondent: 'REQUIRED' }), ['decision', 'response', 'remedy']],
  ])('is asked of %s', (_whom, settings, kinds) => {
    expect(asked(settings).sort()).toEqual([...kinds].sort());
    expect(usesStepUp(settings)).toBe(kinds.length > 0);
  });

  it('lets people enrol where they first need it, unless an agency says otherwise', () => {
    expect(stepUpSettingsSchema.parse({}).enrolment).toBe('ON_FIRST_USE');
    expect(usesStepUp(undefined)).toBe(false);
  });
});
