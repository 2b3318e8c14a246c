import { NO_SECRET } from '../../lambdas/env/fragments.ts';
import { type Deployment, secretsOf } from '../deployment.ts';
import { Uses } from './uses.ts';

/**
 * What signing letters inside their PDF takes: to read the one secret that the deployment names, if it names one. A secret under a key of
 * the agency's own needs that key's policy to let this account use it through Secrets Manager; rights to other keys are not given here.
 */
export const documentSigningUses = (deployment: Deployment) =>
  new Uses(
    {
      DOCUMENT_CERTIFICATE_ARN: deployment.documentCertificateArn ?? NO_SECRET,
      BSRE_SECRET_ARN: deployment.bsreSecretArn ?? NO_SECRET,
    },
    secretsOf(deployment).map((secret) => ({ actions: ['secretsmanager:GetSecretValue'], resources: [secret] })),
  );
