import { z } from 'zod';
import { taskKindSchema } from '../../../core/case/events.ts';
import { remedyForm, responseForm } from '../../../core/tasks/respondent-forms.ts';
import { readSettings } from '../../../local/settings.ts';
import { scenarios } from '../../../scripts/demo/scenarios.ts';
import { defaultLimits, publicRoutes, staffRoutes } from '../../../web/http/create-app.ts';
import { outcomesOf } from '../../../web/text/codes.ts';
import { markdownFiles, readDoc, sectionOf, tableRows } from './markdown.ts';

const contract = readDoc('docs/contract.md');
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(readDoc('package.json')));

/** What only `npm run check` and people who change the code call. */
const inner = ['format', 'lint', 'types', 'licences'];

const scriptsIn = (markdown: string): string[] =>
  [...markdown.matchAll(/npm (?:run )?([a-z:]+)/g)].flatMap(([, name = '']) => (name === 'run' ? [] : [name]));

describe('the commands', () => {
  const named = new Set(scriptsIn(sectionOf(contract, 'Commands')));

  it.each(Object.keys(scripts).filter((name) => !inner.includes(name)))('npm run %s stands in the contract', (name) => {
    expect(named).toContain(name);
  });

  it.each(markdownFiles)('%s names no script that is not there', (file) => {
    const known = new Set([...Object.keys(scripts), 'ci', 'view', 'install']);

    expect(scriptsIn(readDoc(file)).filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('the environment of npm start', () => {
  const rows = tableRows(sectionOf(contract, 'Commands'), 'Variable');

  it('has the defaults that the contract states', () => {
    const stated = Object.fromEntries(rows.map(([name = '', value = '']) => [name, value]));

    expect(readSettings({})).toEqual(readSettings(stated));
    expect(Object.keys(stated)).toEqual([
      'PORT',
      'SMTP_PORT',
      'TERTIB_DATA',
      'TERTIB_SAMPLE',
      'TERTIB_CHROMIUM',
      'TERTIB_CLAMD',
      'TERTIB_CLAMAV_DATABASE',
      'TERTIB_TSA_URL',
      'TERTIB_TSA_ANCHORS',
    ]);
  });
});

describe('the API', () => {
  it('has the routes that the contract lists, and no other', () => {
    const parts = { limits: defaultLimits.intake, readAsset: async () => '', health: [] };
    const mounted = [...publicRoutes(parts), ...staffRoutes].map(({ method, path }) => `${method} ${path}`);
    const listed = tableRows(sectionOf(contract, 'HTTP'), 'Method and path')
      .filter(([, , what = '']) => !what.startsWith('*Not yet*'))
      .map(([route = '']) => route.replace(/\?.*/, ''));

    expect(listed.filter((route) => !mounted.includes(route))).toEqual([]);
    expect(mounted.filter((route) => route.includes(' /v1/') && !listed.includes(route))).toEqual([]);
  });
});

describe('the forms of tasks', () => {
  const rows = (head: string): [string, string[]][] =>
    tableRows(sectionOf(contract, 'Pages'), head).map(([kind = '', outcomes = '']) => [kind, outcomes.split(' ')]);
  const formOutcomes = (form: typeof responseForm | typeof remedyForm): string[] =>
    form.options.flatMap(({ shape }) => {
      const { outcome } = shape;
      return outcome instanceof z.ZodLiteral ? [outcome.value] : outcome.options;
    });

  it('are those of the kinds that an official decides, with their outcomes', () => {
    expect(rows('Kind')).toEqual(Object.entries(outcomesOf).map(([kind, outcomes]) => [kind, [...outcomes]]));
  });

  it('are those of the respondent, with their outcomes', () => {
    expect(rows("The respondent's")).toEqual([
      ['response', formOutcomes(responseForm)],
      ['remedy', formOutcomes(remedyForm)],
    ]);
  });

  it('are of every kind that a person answers here; the reporter answers by their receipt code', () => {
    const kinds = [...rows('Kind'), ...rows("The respondent's")].map(([kind]) => kind);

    expect([...kinds, 'answer'].sort()).toEqual(taskKindSchema.options.toSorted());
  });
});

describe('the demonstration', () => {
  it('has the scenarios that the contract lists', () => {
    const [, listed = ''] = /Scenarios: ([^.|]+)\./.exec(sectionOf(contract, 'Commands')) ?? [];

    expect(listed.replaceAll('`', '').split(' ')).toEqual(Object.keys(scenarios));
  });
});
