import type { CapturedPage, HeaderLine } from '../../../../core/capture/page-capture.ts';
import { parsedReport, Walk } from '../../../support/memory/walk.ts';

const page = (headers: readonly HeaderLine[], at: CapturedPage['capturedAt']): CapturedPage => {
  const body = new TextEncoder().encode('<p>unggahan</p>');
  return {
    outcome: 'captured',
    method: 'HTTP',
    finalUrl: 'https://contoh.test/unggahan/1',
    status: 200,
    headers,
    body,
    decoded: body,
    redirects: [],
    remoteAddress: '93.184.216.34',
    capturedAt: at,
    quality: 'COMPLETE',
    limitations: [],
    identity: { visibleTimes: [] },
    rendered: undefined,
  };
};

const captured = async (headers: readonly HeaderLine[]) => {
  const { incident } = parsedReport();
  const walk = await Walk.file({ incident: { ...incident, urls: ['https://contoh.test/unggahan/1'] } });
  const { ports } = walk;
  const pageCapture = { capture: async () => page(headers, ports.clock.now()) };
  await walk.with({ ...ports, pageCapture }).capture();
  return (await walk.state()).evidence.find(({ kind }) => kind === 'CAPTURE');
};

describe('a captured page', () => {
  it.each([
    ['as the site names it', 'text/html; charset=utf-8', 'text/html'],
    ['in lower case', 'Text/HTML', 'text/html'],
  ])('has the media type %s', async (_, said, mediaType) => {
    expect(await captured([['Content-Type', said]])).toMatchObject({ mediaType });
  });

  it.each([
    ['nothing', []],
    ['an empty one', [['Content-Type', '']]],
    ['one that is too short to be one', [['Content-Type', 'x']]],
    ['one that no record would take', [['Content-Type', `text/${'x'.repeat(5000)}`]]],
    ['one that is the name of something else', [['Content-Type', 'constructor']]],
    ['one that no header could carry on', [['Content-Type', 'text/html\u0080é']]],
  ] satisfies [string, HeaderLine[]][])(
    'is recorded all the same when the site gives as its type %s',
    async (_, headers) => {
      expect(await captured(headers)).toMatchObject({ mediaType: 'application/octet-stream', quality: 'COMPLETE' });
    },
  );
});
