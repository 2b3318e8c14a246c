import { access } from './en/access.ts';
import { capture } from './en/capture.ts';
import { common } from './en/common.ts';
import { consoleTexts } from './en/console.ts';
import { custody } from './en/custody.ts';
import { domain } from './en/domain.ts';
import { files } from './en/files.ts';
import { mail } from './en/mail.ts';
import { report } from './en/report.ts';
import { respondent } from './en/respondent.ts';
import { stepUp } from './en/step-up.ts';
import { task } from './en/task.ts';
import { tools } from './en/tools.ts';
import { views } from './en/views.ts';
import type { Texts } from './texts.ts';

/** English, the second language of the pages. */
export const en: Texts = {
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
