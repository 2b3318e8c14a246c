import { actDateOf } from '../../case/act-date.ts';
import { trackOf } from '../../case/state.ts';
import type { Refusal } from '../../refusal.ts';
import { catalogueToReadBy, findSanction } from '../../rules/catalogue.ts';
import type { RecommendedSanction, Track } from '../../rules/codes.ts';
import type { SanctionRefusalCode } from '../../rules/sanction-texts.ts';
import { citedSentence } from '../../rules/texts.ts';
import type { ActContext } from './act-command.ts';

/** The sanctions of the track, as the law of the act names them. */
export const catalogueOf = ({ state, rules }: ActContext) =>
  catalogueToReadBy(rules, { track: trackOf(state) ?? 'DISCIPLINE_PNS', date: actDateOf(state) });

/** Whether there is a catalogue to recommend from; an agency may not have loaded its own rule yet. */
export const canRecommend = (context: ActContext): boolean => catalogueOf(context) !== undefined;

const notOfTrack: Readonly<Record<Track, SanctionRefusalCode>> = {
  ETHICS: 'TRACK_HAS_NO_DISCIPLINE_SANCTION',
  DISCIPLINE_PNS: 'TRACK_HAS_NO_MORAL_SANCTION',
  DISCIPLINE_PPPK: 'SANCTION_NOT_IN_PPPK_RULE',
};

/** Why the report cannot recommend this: the catalogue of the track does not know it, so that no letter could name it. */
export const recommendationRefusal = (
  context: ActContext,
  recommended: RecommendedSanction | undefined,
): Refusal | undefined => {
  if (recommended === undefined || recommended === 'NONE') return undefined;
  const catalogue = catalogueOf(context);
  if (catalogue !== undefined && findSanction(catalogue, recommended) !== undefined) return undefined;
  const code =
    catalogue === undefined ? 'PPPK_RULE_NOT_LOADED' : notOfTrack[trackOf(context.state) ?? 'DISCIPLINE_PNS'];
  return { ...citedSentence(context.rules.sanctionTexts.refusals[code], { sanction: recommended }), code };
};
