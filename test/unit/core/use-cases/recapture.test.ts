import { captureEvidence } from '../../../../core/use-cases/capture-evidence.ts';
import { MOST_RECAPTURES, recapture } from '../../../../core/use-cases/recapture.ts';
import { BY_BROWSER } from '../../../support/memory/outside.ts';
import { parsedReport, Walk } from '../../../support/memory/walk.ts';

const url = `${BY_BROWSER}1`;

const captured = async (): Promise<Walk> => {
  const { incident } = parsedReport();
  const walk = await Walk.file({ incident: { ...incident, urls: [url] } });
  walk.store.pages.set(url, '<p>Ini berita bohong.</p>');
  return walk.suggest();
};

const again = async (walk: Walk, urlIndex = 0) => {
  const planned = await recapture(walk.ports, { caseId: walk.caseId, urlIndex });
  if (planned.kind === 'refused') return planned.refusal.code;
  await captureEvidence(walk.ports, { ...(await walk.place()), artifactId: planned.artifactId });
  const manifest = (await walk.state()).evidence.find(
    ({ artifactId }) => artifactId === `${planned.artifactId}-manifest`,
  );
  const bytes = manifest === undefined ? undefined : walk.store.evidence.get(manifest.sha256);
  return bytes === undefined ? 'FAILED' : JSON.parse(new TextDecoder().decode(bytes)).comparison;
};

describe('capturing a page again', () => {
  it('tells nothing of earlier captures where there are none', async () => {
    const walk = await captured();
    const first = (await walk.state()).evidence.find(({ kind }) => kind === 'CAPTURE_MANIFEST');
    expect(new TextDecoder().decode(walk.store.evidence.get(first?.sha256 ?? ''))).not.toContain('comparison');
  });

  it('records that it is the same', async () => {
    expect(await again(await captured())).toEqual({ with: 'capture-1-1', change: 'SAME' });
  });

  it('records that it changed, beside the newest capture', async () => {
    const walk = await captured();
    await again(walk);
    walk.store.pages.set(url, '<p>Maaf, itu keliru.</p>');
    expect(await again(walk)).toEqual({ with: 'capture-1-1-again-1', change: 'CHANGED' });
  });

  it('records as a failure that the site does not answer any more', async () => {
    const walk = await captured();
    walk.store.pages.delete(url);
    expect(await again(walk)).toBe('FAILED');
    expect((await walk.state()).captureFailures).toMatchObject([{ artifactId: 'capture-1-1-again-1' }]);
  });

  it('leaves the first capture as it was', async () => {
    const walk = await captured();
    const before = (await walk.state()).evidence;
    await again(walk);
    expect((await walk.state()).evidence.slice(0, before.length)).toEqual(before);
  });

  it.each([-1, 1, 99])('is refused for an address that the report does not have: %i', async (urlIndex) => {
    expect(await again(await captured(), urlIndex)).toBe('NO_SUCH_ADDRESS');
  });

  it('is refused while it is under way', async () => {
    const walk = await captured();
    await recapture(walk.ports, { caseId: walk.caseId, urlIndex: 0 });
    expect(await again(walk)).toBe('RECAPTURE_UNDER_WAY');
  });

  it('is refused once it was done often enough in a round', async () => {
    const walk = await captured();
    for (let time = 0; time < MOST_RECAPTURES; time += 1) await again(walk);
    expect(await again(walk)).toBe('RECAPTURED_ENOUGH');
  });

  it('plans once when it is asked for twice at once', async () => {
    const walk = await captured();
    const ask = () => recapture(walk.ports, { caseId: walk.caseId, urlIndex: 0 });
    await Promise.all([ask(), ask(), ask()]);
    expect((await walk.state()).planned.flatMap(({ captures }) => captures)).toHaveLength(2);
  });
});
