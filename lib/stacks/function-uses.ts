import type { Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { NO_MAIL_DOMAIN } from '../../lambdas/env/fragments.ts';
import type { CaseTimers } from '../constructs/case-timers.ts';
import type { Deployment } from '../deployment.ts';
import { documentSigningUses } from '../uses/document-signing-uses.ts';
import { anchorFiles, timeStampingUses } from '../uses/time-stamping-uses.ts';
import { Uses } from '../uses/uses.ts';
import { workflowUses } from '../uses/workflow-uses.ts';
import type { DataStack } from './data-stack.ts';
import type { MailStack } from './mail-stack.ts';

export interface FunctionUsesProps {
  readonly deployment: Deployment;
  readonly data: DataStack;
  readonly mail: MailStack;
  readonly timers: CaseTimers;
}

/** Everything a function in `stack` can be given, under one name each. */
export const functionUses = (stack: Stack, { deployment, data, mail, timers }: FunctionUsesProps) => {
  const logKey: IKey = data.keys.logs;
  return {
    logKey,
    tables: data.tables,
    evidence: data.evidence,
    keys: data.keyUses,
    mail: mail.send,
    mailDomain: new Uses({ MAIL_DOMAIN: deployment.mailDomain ?? NO_MAIL_DOMAIN }),
    workflow: workflowUses(stack, deployment),
    timers: timers.usesIn(stack),
    documentSigning: documentSigningUses(deployment),
    timeStamping: timeStampingUses(deployment),
    anchorFiles: anchorFiles(deployment),
    site: new Uses({ BASE_URL: `https://${deployment.domainName}` }),
    oidc: new Uses({
      OIDC_ISSUER: deployment.oidcIssuer,
      OIDC_AUDIENCE: deployment.oidcAudience,
      OIDC_CLIENT_ID: deployment.oidcClientId,
    }),
  };
};
export type FunctionUses = ReturnType<typeof functionUses>;
