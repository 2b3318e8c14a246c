import { asText, type Permission, permissionsOf } from './permissions.ts';
import { functionsOf, stageOf, templateOf } from './synthesised.ts';

const { stage } = stageOf();
const granted = functionsOf(stage).map((synthesised) => ({
  name: synthesised.name,
  permissions: permissionsOf(synthesised),
}));

const having = (holds: (permission: Permission) => boolean): string[] =>
  granted.filter(({ permissions }) => permissions.some(holds)).map(({ name }) => name);
const may = (action: string, on?: string) => (permission: Permission) =>
  permission.actions.includes(action) &&
  (on === undefined || permission.resources.some((resource) => resource.includes(on)));
const letterSteps = ['PrepareExamination', 'ReportExamination', 'IssueDecision', 'ForwardAppeal'];
const everything = granted.flatMap(({ permissions }) => permissions);

describe('what each function may do', () => {
  it.each(granted)('$name', ({ name, permissions }) => {
    expect(asText(name, permissions)).toMatchSnapshot();
  });
});

describe('what no function may do', () => {
  it('nothing is allowed on everything but the two actions of X-Ray, which know no resources', () => {
    const open = everything.filter(({ resources }) => resources.includes('*')).flatMap(({ actions }) => actions);

    expect([...new Set(open)].sort()).toEqual(['xray:PutTelemetryRecords', 'xray:PutTraceSegments']);
  });

  it('no action is a pattern', () => {
    expect(everything.flatMap(({ actions }) => actions).filter((action) => action.includes('*'))).toEqual([]);
  });

  it.each([
    'dynamodb:Scan',
    'dynamodb:TransactWriteItems',
    's3:DeleteObject',
    's3:PutObjectRetention',
    's3:BypassGovernanceRetention',
    'states:GetExecutionHistory',
    'kms:GetKeyPolicy',
  ])('%s', (action) => {
    expect(having(may(action))).toEqual([]);
  });

  it.each(['dynamodb:UpdateItem', 'dynamodb:DeleteItem'])('%s on the trail', (action) => {
    expect(having(may(action, 'TrailTable'))).toEqual([]);
  });
});

describe('what runs', () => {
  it('is our functions and no other: a construct that brings its own would bring its rights', () => {
    const { data, mail, workflow, api, monitoring } = stage;
    const deployed = [data, mail, workflow, api, monitoring].flatMap((stack) =>
      Object.keys(templateOf(stack).findResources('AWS::Lambda::Function')),
    );

    expect(deployed).toHaveLength(granted.length);
  });
});

describe('what few functions may do', () => {
  const readsPeople = (permission: Permission) =>
    may('dynamodb:GetItem', 'PeopleTable')(permission) && permission.condition === undefined;

  it('only Notify may read who a reporter is', () => {
    expect(having(readsPeople)).toEqual(['Notify']);
  });

  it('only Notify may open what the people key sealed', () => {
    const opens = (permission: Permission) =>
      may('kms:Decrypt', 'KeysPeople')(permission) && permission.condition === undefined;

    expect(having(opens)).toEqual(['Notify']);
  });

  it('only intake may write a person, and cannot read it back', () => {
    expect(having(may('dynamodb:PutItem', 'PeopleTable'))).toEqual(['PublicPages']);
    expect(having(readsPeople)).not.toContain('PublicPages');
  });

  it('whoever compares a person reads the one attribute that compares, and no other', () => {
    const conditions = everything
      .filter((permission) => may('dynamodb:GetItem', 'PeopleTable')(permission) && !readsPeople(permission))
      .map(({ condition }) => condition);

    expect([...new Set(conditions)].sort()).toEqual(
      ['digest', 'matchTag'].map((attribute) =>
        [
          `dynamodb:Attributes ForAnyValue:StringEquals ${attribute}`,
          `dynamodb:Attributes ForAllValues:StringEquals personRef | ${attribute}`,
          'dynamodb:Select StringEqualsIfExists SPECIFIC_ATTRIBUTES',
        ].join(' and '),
      ),
    );
  });

  it('only intake and the steps that issue letters may sign', () => {
    expect(having(may('kms:Sign'))).toEqual([...letterSteps, 'PublicPages']);
  });

  it('only pages and the sweep may call a function, and none but the one that takes captures', () => {
    const callers = ['RunSweep', 'TaskPages', 'StaffPages'];
    expect(having(may('lambda:InvokeFunction'))).toEqual(callers);
    const called = everything.filter(may('lambda:InvokeFunction')).flatMap(({ resources }) => resources);
    expect(called).toHaveLength(callers.length);
    for (const one of called) expect(one).toContain('CaptureEvidence');
  });

  it('no function may read a secret where the deployment names none', () => {
    expect(having(may('secretsmanager:GetSecretValue'))).toEqual([]);
  });

  it.each(['documentCertificateArn', 'bsreSecretArn'])(
    'only the steps that issue letters may read the secret of %s, and no other secret',
    (setting) => {
      const secret = 'arn:aws:secretsmanager:ap-southeast-3:111111111111:secret:tertib/letters-a1B2c3';
      const readers = functionsOf(stageOf({ [setting]: secret }).stage).flatMap((synthesised) =>
        permissionsOf(synthesised)
          .filter(may('secretsmanager:GetSecretValue'))
          .map(({ resources }) => ({ name: synthesised.name, resources })),
      );

      expect(readers).toEqual(letterSteps.map((name) => ({ name, resources: [secret] })));
    },
  );

  it('only the pages of tasks and of staff may use the factors of a person, and only those of staff may list them', () => {
    for (const table of ['FactorsTable', 'StepUpsTable']) {
      expect(having(may('dynamodb:GetItem', table))).toEqual(['TaskPages', 'StaffPages']);
      expect(having(may('dynamodb:PutItem', table))).toEqual(['TaskPages', 'StaffPages']);
      expect(having(may('dynamodb:DeleteItem', table))).toEqual([]);
    }
    expect(having(may('dynamodb:Query', 'FactorsTable'))).toEqual(['StaffPages']);
    expect(having(may('dynamodb:Query', 'StepUpsTable'))).toEqual([]);
  });

  it('only intake and the sweep may start an execution', () => {
    expect(having(may('states:StartExecution'))).toEqual(['RunSweep', 'PublicPages']);
  });

  it('only the sweep may remove the row of a case that never began', () => {
    expect(having(may('dynamodb:DeleteItem', 'CasesTable'))).toEqual(['RunSweep']);
  });

  it('only what ends a case and the sweep may lift a legal hold; whoever stores may put one and no more', () => {
    const lifts = (permission: (typeof everything)[number]) =>
      may('s3:PutObjectLegalHold')(permission) && permission.condition === undefined;
    expect(having(lifts)).toEqual(['CloseCase', 'RunSweep']);
    expect(having(may('dynamodb:DeleteItem', 'HoldsTable'))).toEqual(['CloseCase', 'RunSweep']);
    const conditions = everything.filter(may('s3:PutObjectLegalHold')).map(({ condition }) => condition);
    expect([...new Set(conditions)].filter((condition) => condition !== undefined)).toEqual([
      's3:object-lock-legal-hold StringEquals ON',
    ]);
  });

  it('nothing but the console reads the state of a legal hold', () => {
    expect(having(may('s3:GetObjectLegalHold'))).toEqual(['StaffPages']);
  });

  it('a role is passed to the scheduler only', () => {
    const passed = everything.filter(may('iam:PassRole')).map(({ condition }) => condition);

    expect([...new Set(passed)]).toEqual(['iam:PassedToService StringEquals scheduler.amazonaws.com']);
  });

  it('mail is sent from the one address only', () => {
    const sent = everything.filter(may('ses:SendEmail')).map(({ condition }) => condition);

    expect([...new Set(sent)]).toEqual(['ses:FromAddress StringEquals no-reply@tertib.example']);
  });
});
