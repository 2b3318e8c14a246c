import { type TableDescription, tables } from '../../../adapters/dynamo/tables.ts';
import { eventData } from '../../../core/case/events.ts';
import { mailNameSchema } from '../../../core/mails/mail-texts.ts';
import { checkerNames } from '../../../core/sweep/sweep.ts';
import { deploymentSchema } from '../../../lib/deployment.ts';
import { ruleBook } from '../../../rules/index.ts';
import { mailTexts } from '../../../rules/mails/index.ts';
import { flowStates, flowSteps } from '../../../statemachines/case.contract.ts';
import { defaultLimits } from '../../../web/http/create-app.ts';
import { readDoc, sectionOf, tableRows } from './markdown.ts';

const design = readDoc('docs/design.md');
const firstCells = (heading: string, first: string): string[] =>
  tableRows(sectionOf(design, heading), first).map(([cell = '']) => cell);

const described: readonly TableDescription[] = Object.values(tables);
const keyNames = ({ partitionKey, sortKey }: Pick<TableDescription, 'partitionKey' | 'sortKey'>) => [
  partitionKey.name,
  sortKey?.name ?? '',
];

describe('the design names what the code has, and nothing else', () => {
  it('every event', () => {
    expect(firstCells('Events', 'Event')).toEqual(Object.keys(eventData));
  });

  it('every table and index, with its keys', () => {
    const inCode = described.flatMap((table) => [
      [table.name, ...keyNames(table)],
      ...table.indexes.map((index) => [`${table.name}.${index.name}`, ...keyNames(index)]),
    ]);
    const written = tableRows(sectionOf(design, 'Access patterns'), 'Table or index');

    expect(written.map((cells) => cells.slice(0, 3))).toEqual(inCode);
    expect(written.filter(([, , , answers = '']) => answers === '')).toEqual([]);
  });

  it('every step and human state of the flow', () => {
    const written = firstCells('The workflow', 'State').join(' ');
    const { OpenTask: _openTask, ...steps } = flowSteps;
    const states = [...Object.keys(steps), ...Object.keys(flowStates.callbacks), ...Object.keys(flowStates.aliases)];

    expect(states.filter((state) => !new RegExp(`\\b${state}\\b`).test(written))).toEqual([]);
  });

  it('every mail', () => {
    const written = firstCells('Mails', 'Mail').flatMap((cell) => cell.split(', '));

    expect([...written].sort()).toEqual([...mailNameSchema.options].sort());
    expect(Object.keys(mailTexts.mails).sort()).toEqual([...written].sort());
  });

  it('every checker of the sweep', () => {
    expect(firstCells('The sweep', 'Checker')).toEqual([...checkerNames]);
  });

  it('every key of a deployment', () => {
    const written = firstCells('Configuration', 'Key').flatMap((cell) => cell.split(', '));

    expect([...written].sort()).toEqual(Object.keys(deploymentSchema.shape).sort());
  });
});

describe('the design states values as they are', () => {
  const { higherAuthorityMayAct, moderateSanctionForm, pppkCatalogueFallback } = ruleBook.configuration;
  const choices = { higherAuthorityMayAct, moderateSanctionForm, pppkCatalogueFallback };
  const rows = tableRows(sectionOf(design, 'Configuration'), 'Choice');

  it.each(Object.entries(choices))('%s: its default and how certain it is', (name, { value, citation }) => {
    const row = rows.find(([choice]) => choice === name);

    expect(row?.[1]?.startsWith(String(value))).toBe(true);
    expect(row?.[2]).toBe(citation.certainty);
  });

  it('the service levels of tasks', () => {
    const { triage, reporterAnswer, review, decision, reminderLead } = ruleBook.deadlines[0]?.deadlines ?? {};

    expect(sectionOf(design, 'Deadlines').replaceAll(/\s+/g, ' ')).toContain(
      `triage ${triage?.workingDays}, reporter's answer ${reporterAnswer?.workingDays}, review ${review?.workingDays}, ` +
        `decision ${decision?.workingDays}, reminder ${reminderLead?.workingDays} day before`,
    );
  });

  it('what one client may ask in ten minutes', () => {
    const words = ['Filing', 'messages', 'uploads', 'status', 'wrong codes', 'verify', 'links', 'staff'];
    const rates = Object.values(defaultLimits.rates).map(
      (rate, place) => `${words[place]} ${rate?.max.toLocaleString('en')}`,
    );
    const stated = tableRows(sectionOf(design, 'Limits'), 'What').map(([, value]) => value);

    expect(stated).toContain(rates.join(', '));
    expect(Object.values(defaultLimits.rates).map((rate) => rate?.windowSeconds)).toEqual(words.map(() => 600));
  });
});
