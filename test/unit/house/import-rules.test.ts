import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const biome = join(root, 'node_modules/.bin/biome');

/** Lints one file that holds one import, by the project's own rules, in a tree of its own. */
const lint = (file: string, from: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tertib-lint-'));
  try {
    cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `import { thing } from '${from}';\nexport const used = thing;\n`);
    const { stdout, stderr } = spawnSync(biome, ['lint', '--vcs-enabled=false', file], {
      cwd: folder,
      encoding: 'utf8',
    });
    return stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

describe('who may know whom is enforced by lint', () => {
  test.each([
    ['core/case/x.ts', 'node:fs'],
    ['core/case/x.ts', '@aws-sdk/client-dynamodb'],
    ['core/case/x.ts', 'hono'],
    ['core/case/x.ts', '../../adapters/system-clock.ts'],
    ['core/case/x.ts', '../../rules/index.ts'],
    ['core/case/x.ts', '../../web/pages/start.ts'],
    ['core/case/x.ts', '../../statemachines/case.contract.ts'],
    ['adapters/x.ts', '../web/pages/start.ts'],
    ['adapters/x.ts', '../lambdas/shared/step-handler.ts'],
    ['adapters/x.ts', '../local/runtime.ts'],
    ['web/http/x.ts', '../../adapters/system-clock.ts'],
    ['web/http/x.ts', '@aws-sdk/client-s3'],
    ['lambdas/workflow/x.lambda.ts', '../../local/runtime.ts'],
    ['lambdas/workflow/x.lambda.ts', 'aws-cdk-lib'],
    ['lib/stacks/x.ts', '../../lambdas/workflow/open-task.lambda.ts'],
    ['lib/stacks/x.ts', '../../local/runtime.ts'],
    ['rules/x.ts', '../adapters/system-clock.ts'],
  ])('%s may not import %s', (file, from) => {
    expect(lint(file, from)).toContain('noRestrictedImports');
  });

  test.each([
    ['core/case/x.ts', 'zod'],
    ['core/case/x.ts', '../rules/rule-book.ts'],
    ['core/use-cases/x.ts', '../rules/rule-file.ts'],
    ['adapters/x.ts', '../core/ports.ts'],
    ['adapters/x.ts', '../core/rules/codes.ts'],
    ['web/http/x.ts', '../../core/ports.ts'],
    ['web/http/x.ts', 'hono'],
    ['lambdas/workflow/x.lambda.ts', '../../adapters/system-clock.ts'],
    ['lambdas/workflow/x.lambda.ts', '../../rules/index.ts'],
    ['local/x.ts', '../lambdas/shared/step-handler.ts'],
    ['lib/stacks/x.ts', '../../lambdas/env/open-task.env.ts'],
  ])('%s may import %s', (file, from) => {
    expect(lint(file, from)).toMatch(/Checked 1 file/);
    expect(lint(file, from)).not.toContain('noRestrictedImports');
  });
});
