import {
  type CaseStatus,
  caseStatusSchema,
  nextStatus,
  raisesRound,
  type Trigger,
  transitions,
} from '../core/case/transitions.ts';

const HEAD = `# Case transitions

What moves a case, and to where. Printed by \`npm run transitions\` from \`core/case/transitions.ts\`; what is absent is refused, and nothing
at all is accepted once a case has its \`CaseClosed\`. A trigger is an event, with its outcome where the event alone does not tell.
`;

const triggersOf = (status: CaseStatus): Trigger[] => {
  const row: Readonly<Record<string, unknown>> = transitions[status];
  const isOfRow = (trigger: string): trigger is Trigger => Object.hasOwn(row, trigger);
  return Object.keys(row).filter(isOfRow);
};

const moves = (status: CaseStatus): string[] =>
  triggersOf(status).flatMap((trigger) => {
    const to = nextStatus(status, trigger);
    if (to === undefined || to === status) return [];
    return [`| \`${status}\` | \`${trigger}\` | \`${to}\` | ${raisesRound(trigger) ? '+1' : ''} |`];
  });

const stays = (status: CaseStatus): string => {
  const facts = triggersOf(status).filter((trigger) => nextStatus(status, trigger) === status);
  return `| \`${status}\` | ${facts.map((trigger) => `\`${trigger}\``).join(', ') || 'nothing'} |`;
};

/** The transition table as a Markdown page for auditors: docs/transitions.md. */
export const transitionsMarkdown = (): string => {
  const statuses = caseStatusSchema.options;
  return [
    HEAD,
    '## Moves\n',
    '| From | Trigger | To | Round |\n|---|---|---|---|',
    ...statuses.flatMap(moves),
    '\n## Facts that do not move a case\n',
    '| Status | Accepts |\n|---|---|',
    ...statuses.map(stays),
    '',
  ].join('\n');
};
