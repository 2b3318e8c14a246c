import { chromiumPlaces, findChromium } from '../../../scripts/chromium.ts';
import { runScript } from '../../support/run-script.ts';

describe('finding Chromium', () => {
  it('looks on PATH by three names, then where Debian puts it', () => {
    expect(chromiumPlaces({ PATH: '/a:/b' })).toEqual([
      '/a/chromium',
      '/b/chromium',
      '/a/chromium-browser',
      '/b/chromium-browser',
      '/a/google-chrome',
      '/b/google-chrome',
      '/usr/bin/chromium',
    ]);
  });

  it('takes what TERTIB_CHROMIUM names, and nothing instead of it', () => {
    expect(chromiumPlaces({ PATH: '/a', TERTIB_CHROMIUM: '/opt/chrome' })).toEqual(['/opt/chrome']);
  });

  it('finds the first that can be run, or none', () => {
    const places = { PATH: '/a:/b' };
    expect(findChromium(places, (path) => path.startsWith('/b/'))).toBe('/b/chromium');
    expect(findChromium(places, () => false)).toBeUndefined();
  });
});

describe('npm run test:browser without Chromium', () => {
  it.each([
    ['passes on somebody’s machine', '', 0],
    ['fails in CI, where it must run', 'true', 1],
  ])('says loudly that nothing ran and %s', async (_what, CI, code) => {
    const result = await runScript('test-browser', [], { env: { CI, TERTIB_CHROMIUM: '/nowhere/chromium' } });
    expect(result).toMatchObject({ code, stdout: '' });
    expect(result.stderr).toContain('Browser tests NOT RUN');
  });
});
