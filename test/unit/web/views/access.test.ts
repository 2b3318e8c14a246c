import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { langs } from '../../../../web/text/lang.ts';
import { actionWords } from '../../../../web/views/access.ts';

const root = join(import.meta.dirname, '../../../..');

/** Every action that the code records with a case. */
const actionsInCode = async (): Promise<string[]> => {
  const found = new Set<string>();
  for await (const file of glob('{core,web}/**/*.ts', { cwd: root })) {
    const text = await readFile(join(root, file), 'utf8');
    for (const [, action = ''] of text.matchAll(/(?:action|access): '([a-z]+(?:-[a-z]+)+)'/g)) found.add(action);
  }
  return [...found];
};

describe('the words of the access log', () => {
  it('are there for every action that the code records', async () => {
    const actions = await actionsInCode();
    expect(actions.length).toBeGreaterThan(15);
    for (const lang of langs) expect(actions.filter((action) => actionWords(action, lang) === action)).toEqual([]);
  });

  it('are the name of an action that has none any more', () => {
    expect(actionWords('never-was', 'id')).toBe('never-was');
  });
});
