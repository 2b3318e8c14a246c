import type { CaptureQuality } from '../../../../core/capture/page-capture.ts';
import { type Change, compareCaptures, earlierCaptures } from '../../../../core/capture/recapture.ts';
import { sha256Schema } from '../../../../core/ids.ts';
import { artifactOf } from '../../../support/builders/draft-parts.ts';

const sha = (digit: string) => sha256Schema.parse(digit.repeat(64));
const seen = (quality: CaptureQuality, text = 'a', method: 'HTTP' | 'BROWSER' = 'BROWSER') => ({
  method,
  quality,
  textSha256: sha(text),
});
const earlier = (...args: Parameters<typeof seen>) => ({
  ...seen(...args),
  artifactId: artifactOf('capture-1-1').artifactId,
});

describe('a capture beside an earlier one', () => {
  it.each([
    ['SAME', seen('COMPLETE', 'a'), seen('COMPLETE', 'a')],
    ['SAME', seen('TRUNCATED', 'a'), seen('COMPLETE', 'a')],
    ['CHANGED', seen('COMPLETE', 'a'), seen('COMPLETE', 'b')],
    ['GONE', seen('COMPLETE', 'a'), seen('NOT_FOUND', 'b')],
    ['GONE', seen('COMPLETE', 'a'), seen('GONE', 'b')],
    ['GONE', seen('COMPLETE', 'a', 'HTTP'), seen('GONE', 'b')],
    ['NOT_COMPARABLE', seen('COMPLETE', 'a'), seen('LOGIN_WALL', 'b')],
    ['NOT_COMPARABLE', seen('COMPLETE', 'a'), seen('HTTP_ERROR', 'b')],
    ['NOT_COMPARABLE', seen('LOGIN_WALL', 'a'), seen('COMPLETE', 'a')],
    ['NOT_COMPARABLE', seen('NOT_FOUND', 'a'), seen('NOT_FOUND', 'a')],
    ['NOT_COMPARABLE', seen('COMPLETE', 'a', 'HTTP'), seen('COMPLETE', 'b', 'BROWSER')],
  ] satisfies [Change, ReturnType<typeof seen>, ReturnType<typeof seen>][])('is %s', (change, before, now) => {
    expect(compareCaptures([{ ...before, artifactId: artifactOf('capture-1-1').artifactId }], now)?.change).toBe(
      change,
    );
  });

  it('is none where there is no earlier one', () => {
    expect(compareCaptures([], seen('COMPLETE'))).toBeUndefined();
  });

  it('is compared with the newest that shows the page', () => {
    const shows = { ...earlier('COMPLETE', 'a'), artifactId: artifactOf('capture-2-1').artifactId };
    const all = [
      earlier('COMPLETE', 'b'),
      shows,
      { ...earlier('LOGIN_WALL'), artifactId: artifactOf('capture-3-1').artifactId },
    ];
    expect(compareCaptures(all, seen('COMPLETE', 'a'))).toEqual({ with: 'capture-2-1', change: 'SAME' });
  });
});

describe('the earlier captures of an address', () => {
  const source = { sha256: sha('f'), urlIndex: 0 };
  const capture = (name: string, over = {}) =>
    artifactOf(name, { kind: 'CAPTURE', quality: 'COMPLETE', source, ...over });
  const text = (name: string) => artifactOf(`${name}-text`, { kind: 'CAPTURE_TEXT', source });

  it('are those with a text, of the same address of the same report, oldest first', () => {
    const evidence = [
      text('capture-1-1'),
      capture('capture-1-1'),
      text('capture-1-2'),
      capture('capture-1-2', { source: { ...source, urlIndex: 1 } }),
      capture('capture-2-1'),
      text('capture-3-1'),
      capture('capture-3-1'),
    ];
    expect(earlierCaptures(evidence, source).map(({ artifactId }) => artifactId)).toEqual([
      'capture-1-1',
      'capture-3-1',
    ]);
  });
});
