import { type TableDescription, tables } from '../../../adapters/dynamo/tables.ts';
import { artifactKindSchema, eventData, taskKindSchema } from '../../../core/case/events.ts';
import { letterFormSchema } from '../../../core/letters/letter-forms.ts';
import { mailNameSchema } from '../../../core/mails/mail-texts.ts';
import type { Deadline } from '../../../core/rules/calendar-rules.ts';
import { checkerNames } from '../../../core/sweep/sweep.ts';
import { deploymentSchema } from '../../../lib/deployment.ts';
import { ruleBook } from '../../../rules/index.ts';
import { letterNumbering } from '../../../rules/letters/index.ts';
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

  it('every kind of artefact', () => {
    const written = tableRows(sectionOf(design, 'Evidence'), 'Artefact id').map(([, kind]) => kind);

    expect(new Set(written)).toEqual(new Set(artifactKindSchema.options));
  });

  it('every kind of task', () => {
    expect(firstCells('Human tasks', 'Kind').sort()).toEqual(taskKindSchema.options.toSorted());
  });

  it('every form of letter, with its code in a number', () => {
    const written = tableRows(sectionOf(design, 'Letters'), 'Form').flatMap(([forms = '', codes = '']) => {
      const code = codes.split(' ');
      return forms.split(' ').map((form, place) => [form, code[place]]);
    });

    expect(written).toEqual(letterFormSchema.options.map((form) => [form, letterNumbering.codes[form]]));
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
  const { id, version, effectiveFrom, effectiveTo, citations, ...choices } = ruleBook.configuration;
  const rows = tableRows(sectionOf(design, 'Configuration'), 'Choice');

  it('every choice that the texts leave open', () => {
    expect(rows.map(([choice]) => choice)).toEqual(Object.keys(choices));
  });

  it.each(Object.entries(choices))('%s: its default and how certain it is', (name, { value, citation }) => {
    const row = rows.find(([choice]) => choice === name);

    expect(row?.[1]?.startsWith(String(value))).toBe(true);
    expect(row?.[2]).toBe(citation.certainty);
  });

  it('every duration: its length, what it ends with, whose it is and how certain', () => {
    const deadlines = ruleBook.deadlines.at(-1)?.deadlines ?? {};
    const lengthOf = ({ workingDays, calendarDays, calendarMonths }: Deadline): string => {
      const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
      if (workingDays !== undefined) return plural(workingDays, 'working day');
      return calendarDays === undefined ? plural(calendarMonths ?? 0, 'month') : plural(calendarDays, 'calendar day');
    };

    expect(tableRows(sectionOf(design, 'Deadlines'), 'Duration')).toEqual(
      Object.entries<Deadline>(deadlines).map(([name, rule]) => [
        name,
        lengthOf(rule),
        rule.until === 'END_OF_DAY' ? 'day' : 'office day',
        rule.basis,
        rule.citation.certainty,
      ]),
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
