import { clientAddress } from '../../../../web/http/base/client-address.ts';
import { parseCookies, setCookie } from '../../../../web/http/base/cookies.ts';
import { acceptedLanguage } from '../../../../web/http/base/language.ts';

const node = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });

describe('the address of a client', () => {
  it.each([
    ['the peer without a proxy', node('192.0.2.7'), '203.0.113.9', 0, '192.0.2.7'],
    ['the last entry behind one proxy', node('10.0.0.1'), '198.51.100.1, 203.0.113.9', 1, '203.0.113.9'],
    ['the entry before the last behind two', node('10.0.0.1'), '198.51.100.1, 203.0.113.9', 2, '198.51.100.1'],
    ['the peer where no proxy said anything', node('10.0.0.1'), null, 1, '10.0.0.1'],
    ['the peer where the chain is shorter than our proxies', node('10.0.0.1'), '203.0.113.9', 2, '10.0.0.1'],
    ['the plain form of a mapped address', node('::ffff:192.0.2.7'), null, 0, '192.0.2.7'],
    ['the network of an IPv6 address', node('2001:db8:1:2:3:4:5:6'), null, 0, '2001:db8:1:2'],
    ['the network of a shortened IPv6 address', node('2001:db8::9'), null, 0, '2001:db8:0:0'],
    [
      'what the gateway says',
      { event: { requestContext: { identity: { sourceIp: '192.0.2.8' } } } },
      null,
      0,
      '192.0.2.8',
    ],
    ['unknown where nobody says', undefined, null, 0, 'unknown'],
  ] as const)('is %s', (_name, env, forwardedFor, hops, address) =>
    expect(clientAddress(env, forwardedFor, hops)).toBe(address),
  );
});

describe('the language of an answer', () => {
  it.each([
    [null, 'id'],
    ['', 'id'],
    ['en', 'en'],
    ['en-US,en;q=0.8', 'en'],
    ['id;q=0.3, en;q=0.7', 'en'],
    ['in-ID', 'id'],
    ['en;q=0', 'id'],
    ['de, *', 'id'],
    ['en;q=nan', 'id'],
  ] as const)('for Accept-Language %j is %s', (header, lang) => expect(acceptedLanguage(header)).toBe(lang));
});

describe('cookies', () => {
  it('are read by name, the first of two, whatever stands between', () => {
    const cookies = parseCookies('a=1; b = 2 ;; c; =x; a=3; d=x=y');
    expect([...cookies]).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['d', 'x=y'],
    ]);
  });

  it('are set out of reach of scripts and other sites', () => {
    expect(setCookie('sesi', 'abc', { path: '/konsol', secure: true, maxAge: 60, sameSite: 'Strict' })).toBe(
      'sesi=abc; Path=/konsol; HttpOnly; SameSite=Strict; Secure; Max-Age=60',
    );
  });
});
