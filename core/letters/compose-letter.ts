import { composeBlock, composeDictum, isEmptyBlock } from './compose-block.ts';
import {
  applies,
  type Filling,
  fill,
  LetterNotApplicable,
  LetterPlaceholderMissing,
  requireData,
} from './fill-sentence.ts';
import type { LetterData } from './letter-data.ts';
import type { LetterBlock, LetterDocument } from './letter-document.ts';
import type { LetterTemplate } from './letter-template.ts';

const blocks = (filling: Filling): LetterBlock[] => {
  const { ordinals, id } = filling.template;
  let dicta = 0;
  const made = filling.template.blocks
    .filter(({ when }) => applies(filling, when))
    .map((block) => {
      if (block.kind !== 'dictum') return composeBlock(filling, block);
      const label = ordinals[dicta++];
      if (label === undefined) throw new LetterPlaceholderMissing(`${id}: no ordinal for dictum ${dicta}`);
      return composeDictum(filling, block, label);
    });
  return made.filter((block) => !isEmptyBlock(block));
};

/**
 * Fills a template with the data of its form. The same template and data always give the same document.
 *
 * @throws LetterPlaceholderMissing where the data lacks what the letter must have
 * @throws LetterNotApplicable where the template is not for the case's track, or the data says what it is not for
 */
export const composeLetter = (template: LetterTemplate, data: LetterData): LetterDocument => {
  const { track } = data.case;
  if (!template.tracks.includes(track)) {
    throw new LetterNotApplicable(`${template.id} v${template.version} is not for a case of track ${track}`);
  }
  const filling: Filling = { template, data };
  requireData(filling);
  return {
    templateId: template.id,
    templateVersion: template.version,
    language: template.language,
    title: fill(filling, template.title),
    classification: template.classification,
    issuedAt: data.letter.at,
    blocks: blocks(filling),
  };
};
