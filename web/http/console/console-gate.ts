import { seeOther } from '../base/answers.ts';
import type { AppConfig } from '../base/config.ts';
import type { ConsoleGate } from '../base/site.ts';
import { CONSOLE, returnPath } from './return-path.ts';
import { type SessionPorts, sessionPrincipal } from './session.ts';

/** Console sessions by their sealed cookie; whoever has none is led to the sign-in and, from a page, back to it. */
export const consoleGate = (ports: SessionPorts, config: Pick<AppConfig, 'baseUrl'>): ConsoleGate => ({
  principal: (cookies) => sessionPrincipal(ports, config, cookies),
  signIn: ({ request, url }) => {
    const asked = request.method === 'GET' ? returnPath(`${url.pathname}${url.search}`) : CONSOLE;
    return seeOther(asked === CONSOLE ? CONSOLE : `${CONSOLE}?kembali=${encodeURIComponent(asked)}`);
  },
});
