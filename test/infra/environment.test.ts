import * as z from 'zod';
import { functionsOf, propertiesOf, stageOf } from './synthesised.ts';

const { stage } = stageOf();
const functions = functionsOf(stage).map((synthesised) => ({ ...synthesised, properties: propertiesOf(synthesised) }));

const environmentSchema = z.object({ Variables: z.record(z.string(), z.unknown()) });
/** Read by libraries, not by handlers. */
const OF_LIBRARIES = ['NODE_OPTIONS', 'POWERTOOLS_METRICS_NAMESPACE', 'POWERTOOLS_SERVICE_NAME'];

/** The variables of a handler; what only CloudFormation knows stands as a word. */
const variablesOf = (properties: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environmentSchema.parse(properties.Environment).Variables)
      .filter(([name]) => !OF_LIBRARIES.includes(name))
      .map(([name, value]) => [name, typeof value === 'string' ? value : 'known-when-deployed']),
  );

describe('the environment of every function', () => {
  it.each(functions)('$name satisfies its schema', ({ deployed, properties }) => {
    expect(deployed.schema.safeParse(variablesOf(properties)).error).toBeUndefined();
  });

  it.each(functions)('$name has no variable that its schema does not name', ({ deployed, properties }) => {
    expect(Object.keys(variablesOf(properties)).sort()).toEqual(Object.keys(deployed.schema.shape).sort());
  });

  it.each(functions)(
    '$name runs on pinned Node 24, traced, with a limit of its own, on ARM unless it starts a browser',
    ({ name, properties }) => {
      expect(properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: [name === 'CaptureEvidence' ? 'x86_64' : 'arm64'],
        TracingConfig: { Mode: 'Active' },
        Timeout: expect.any(Number),
        MemorySize: expect.any(Number),
      });
    },
  );

  it('no two functions share a role', () => {
    const roles = functions.map(({ properties }) => JSON.stringify(properties.Role));

    expect(new Set(roles).size).toBe(functions.length);
  });

  it('no function of the API runs longer than the API waits', () => {
    const api = functions.filter(({ name }) => name.endsWith('Pages'));

    for (const { properties } of api) expect(properties.Timeout).toBeLessThan(29);
  });
});

describe('a time-stamping authority', () => {
  const variablesIn = (given: Parameters<typeof stageOf>[0]) =>
    functionsOf(stageOf(given).stage)
      .map((synthesised) => ({ name: synthesised.name, variables: variablesOf(propertiesOf(synthesised)) }))
      .filter(({ variables }) => 'TSA_URL' in variables)
      .map(({ name, variables }) => [name, variables.TSA_URL, variables.TSA_ANCHORS_FILE]);

  it('is none by default', () => {
    expect(variablesIn({})).toEqual(
      ['SuggestPrinciples', 'RunSweep', 'StaffPages'].map((name) => [name, 'none', 'none']),
    );
  });

  it('is told to those who ask it, with its roots in their bundle', () => {
    const tsaUrl = 'https://tsa.contoh.test/';
    const tsaAnchors = 'test/support/fixtures/rfc3161/sigstore-staging.pem';

    expect(variablesIn({ tsaUrl, tsaAnchors })).toEqual(
      ['SuggestPrinciples', 'RunSweep', 'StaffPages'].map((name) => [
        name,
        tsaUrl,
        '/var/task/time-stamping/sigstore-staging.pem',
      ]),
    );
  });
});
