import { captureOf, type Inside, inside, serve, site } from './capture-site.ts';

/** Captures `/` of a site made for the test; `{dalam}` in its pages is the port of something inside the network. */
export const capturePage = async (pageOf: (dalam: number) => Parameters<typeof site>[0], path = '/') => {
  const victim: Inside = await inside();
  const port = await serve((request, response) => site(pageOf(victim.port))(request, response));
  const began = performance.now();
  const result = await captureOf({ site: port, ports: [victim.port] }).capture({
    url: `http://contoh.test:${port}${path}`,
  });
  return { result, victim, ms: performance.now() - began, port };
};
