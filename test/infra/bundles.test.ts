import { relative } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../../lib/constructs/function-code.ts';
import { functionsOf, stageOf } from './synthesised.ts';

const entries = functionsOf(stageOf().stage).map(({ deployed }) => deployed.entry);

/** What a handler's bundle is made of, and what it says. */
const bundled = async (entry: string) => {
  const { metafile, outputFiles } = await build({
    entryPoints: [entry],
    absWorkingDir: projectRoot,
    outdir: 'bundle',
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    external: ['playwright-core'],
    logLevel: 'silent',
  });
  return { inputs: Object.keys(metafile.inputs), text: outputFiles.map((file) => file.text).join('\n') };
};

const LOCAL =
  /^local\/|dev-inbox|node_modules\/(dynalite|aws-local-stepfunctions|oidc-provider|smtp-server|@hono\/node-server)\//;
const BUILD_MS = 60_000;

describe('a bundle holds nothing of the one-machine runtime', () => {
  it.each(entries.map((entry) => relative(projectRoot, entry)))(
    '%s',
    async (entry) => {
      const { inputs, text } = await bundled(entry);

      expect(inputs).toContain(entry);
      expect(inputs.filter((input) => LOCAL.test(input))).toEqual([]);
      expect(text).not.toMatch(/["'`]\/dev\//);
    },
    BUILD_MS,
  );
});
