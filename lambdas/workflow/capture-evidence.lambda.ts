import { lambdaChromium } from '../../adapters/browser-capture/lambda-chromium.ts';
import { pageCapture } from '../../adapters/page-capture.ts';
import { captureEvidence } from '../../core/use-cases/capture-evidence.ts';
import { volatilePageTexts } from '../../rules/capture/index.ts';
import { captureEvidenceEnv } from '../env/capture-evidence.env.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { evidenceOf } from '../shared/ports/evidence.ts';
import { caseStores, clock, log } from '../shared/ports/stores.ts';
import { stepHandler } from '../shared/step-handler.ts';

const env = parseEnv(captureEvidenceEnv);
const ports = {
  ...caseStores(env),
  evidence: evidenceOf(env),
  volatileTexts: volatilePageTexts,
  pageCapture: pageCapture({ clock, log, program: () => lambdaChromium(env.CHROMIUM_DIR) }),
};

/** Captures one address. */
export const handler = stepHandler('CaptureEvidence', log, (input) => captureEvidence(ports, input));
