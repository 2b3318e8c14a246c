import { momentOf } from '../design/moment.ts';
import type { Lang } from '../text/lang.ts';
import { artifactName } from './artifact-names.ts';
import type { CaseMaterial } from './material.ts';

/** What the reporter wrote: the report and, under their names, the messages that came later; `null` once the report was erased. */
export const reportTextOf = (material: CaseMaterial, lang: Lang): string | null => {
  const { state, agency, report, texts } = material;
  if (report === null) return null;
  const messages = state.evidence
    .filter(({ kind }) => kind === 'MESSAGE')
    .map((message) => {
      const { text } = momentOf(message.at, agency.zone, lang);
      return `${artifactName(material, message, lang)} (${text}):\n${texts.get(message.sha256) ?? ''}`;
    });
  return [report.incident.description, ...messages].join('\n\n');
};
