import { access } from './id/access.ts';
import { capture } from './id/capture.ts';
import { common } from './id/common.ts';
import { consoleTexts } from './id/console.ts';
import { custody } from './id/custody.ts';
import { domain } from './id/domain.ts';
import { files } from './id/files.ts';
import { mail } from './id/mail.ts';
import { report } from './id/report.ts';
import { respondent } from './id/respondent.ts';
import { stepUp } from './id/step-up.ts';
import { task } from './id/task.ts';
import { tools } from './id/tools.ts';
import { views } from './id/views.ts';

/** Indonesian, the first language of the pages. */
export const id = {
  access,
  capture,
  common,
  custody,
  domain,
  files,
  mail,
  report,
  respondent,
  stepUp,
  task,
  console: consoleTexts,
  tools,
  views,
};
