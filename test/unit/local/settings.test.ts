import { resolve } from 'node:path';
import { readSettings } from '../../../local/settings.ts';

describe('the time-stamping authority of one machine', () => {
  it('is off where nobody names one', () => {
    expect(readSettings({}).timeStamping).toBeUndefined();
  });

  it('is taken with the file of its roots', () => {
    const settings = readSettings({ TERTIB_TSA_URL: 'https://tsa.contoh.test/', TERTIB_TSA_ANCHORS: 'roots.pem' });
    expect(settings.timeStamping).toEqual({ url: 'https://tsa.contoh.test/', anchorsFile: resolve('roots.pem') });
  });

  it.each([
    [{ TERTIB_TSA_URL: 'https://tsa.contoh.test/' }],
    [{ TERTIB_TSA_ANCHORS: 'roots.pem' }],
    [{ TERTIB_TSA_URL: 'tsa.contoh.test', TERTIB_TSA_ANCHORS: 'roots.pem' }],
  ])('is refused where half of it is missing, or the address is none: %j', (env) => {
    expect(() => readSettings(env)).toThrow('TERTIB_TSA_URL');
  });
});
