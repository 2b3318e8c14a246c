import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { readDeployment } from '../lib/deployment.ts';
import { TertibStage } from '../lib/stages/tertib-stage.ts';

const app = new App();
const deployment = readDeployment(app.node);
new TertibStage(app, `Tertib-${deployment.stage}`, deployment);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
