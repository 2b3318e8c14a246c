import { JsonLog } from '../../../adapters/json-log.ts';
import { ServiceUnavailable } from '../../../core/errors.ts';
import { stillClock } from '../../support/still-clock.ts';

describe('the log', () => {
  let lines: string[];
  let log: JsonLog;
  beforeEach(() => {
    lines = [];
    log = new JsonLog({ clock: stillClock(), write: (line) => lines.push(line), facts: { function: 'intake' } });
  });
  const last = () => JSON.parse(lines.at(-1) ?? '');

  it.each([
    ['info', 'INFO'],
    ['warn', 'WARN'],
  ] as const)('writes %s as one line of JSON', (method, level) => {
    log[method]('report.filed', { caseId: 'CONTOH-2026-7K3M9QXA', urls: 2, anonymous: true });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('\n');
    expect(last()).toEqual({
      function: 'intake',
      caseId: 'CONTOH-2026-7K3M9QXA',
      urls: 2,
      anonymous: true,
      event: 'report.filed',
      level,
      at: '2026-11-23T02:15:00.000Z',
    });
  });

  it('lets no fact replace level, time or event', () => {
    log.warn('sweep.repaired', { level: 'INFO', at: 'never', event: 'nothing' });
    expect(last()).toMatchObject({ level: 'WARN', at: '2026-11-23T02:15:00.000Z', event: 'sweep.repaired' });
  });

  it('names an error of ours with its message, its causes and where it was', () => {
    log.error('mail.failed', new ServiceUnavailable('SES failed or did not answer', { cause: new RangeError('x') }));
    expect(last()).toMatchObject({
      level: 'ERROR',
      error: 'ServiceUnavailable',
      message: 'SES failed or did not answer',
      causes: ['RangeError'],
    });
    expect(last().frames[0]).toMatch(/^at /);
  });

  it('writes no message of a foreign error, which may quote a report', () => {
    const secret = 'Budi Santoso menghina';
    const failures = [
      new Error(secret),
      secret,
      { secret },
      new ServiceUnavailable('ours', { cause: new Error(secret) }),
    ];
    for (const failure of failures) log.error('step.failed', failure);
    expect(lines).toHaveLength(4);
    expect(lines.join()).not.toContain('Budi');
    expect(lines.join()).not.toContain('menghina');
  });

  it('writes no message of a foreign error that has several lines', () => {
    log.error('step.failed', new Error('first\n    second Budi'));
    expect(lines.join()).not.toContain('Budi');
  });

  it('ends at a cause that is its own cause', () => {
    const error = new Error('round');
    error.cause = error;
    log.error('step.failed', error);
    expect(last().causes.length).toBeLessThan(10);
  });

  it('writes to standard output by default', () => {
    const written: unknown[] = [];
    const original = process.stdout.write;
    process.stdout.write = (chunk: unknown) => written.push(chunk) > 0;
    new JsonLog({ clock: stillClock() }).info('ready');
    process.stdout.write = original;
    expect(written).toEqual(['{"event":"ready","level":"INFO","at":"2026-11-23T02:15:00.000Z"}\n']);
  });
});
