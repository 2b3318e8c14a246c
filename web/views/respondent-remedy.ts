import { endOfDay, localDate } from '../../core/calendar/zones.ts';
import { currentDisclosure } from '../../core/case/disclosure.ts';
import type { StateOf } from '../../core/case/state.ts';
import { capitalised } from '../design/words.ts';
import type { DecisionView, RemedyPageView, RemedyView } from '../pages/respondent-remedy.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { dateMoment, dueView } from './moments.ts';
import { ownCaseOf, principleViews, provisionViews } from './respondent-facts.ts';
import { decisionFiles } from './respondent-files.ts';
import { disclosedOf, fileView, type ListPlace, letterViews, sentViews } from './respondent-lists.ts';
import type { RespondentMaterial } from './respondent-material.ts';
import type { OwnPlace } from './respondent-response.ts';
import { sanctionName } from './sanctions.ts';

type Delivered = StateOf<'APPEAL_WINDOW'>;

const decisionOf = (material: RespondentMaterial, state: Delivered, place: ListPlace): DecisionView => {
  const { lang } = place;
  const { sanction, served, signed } = state;
  const { letters } = textsFor(lang).respondent;
  return {
    sanction: sanctionName(material, sanction.sanctionCode, lang),
    level: textsFor(lang).domain.level[sanction.level],
    number: signed?.decisionNumber ?? null,
    decidedOn: dateMoment(localDate(sanction.at, material.agency.zone), lang),
    provisions: provisionViews(material, { codes: sanction.provisions }, lang),
    principles: principleViews(material, {
      codes: sanction.principles ?? currentDisclosure(state)?.principles ?? [],
    }),
    reason: sanction.reason,
    file: fileView(decisionFiles(state), { title: letters.decision }, place),
    receivedOn: dateMoment(served.receivedOn, lang),
    refusedToSign: served.outcome === 'REFUSED_TO_SIGN',
    effectiveOn: dateMoment(served.effectiveOn, lang),
    derivation: served.derivation[lang],
  };
};

/** What the delivery recorded decides; the rules add to whom it goes and what it does. */
const remedyOf = (material: RespondentMaterial, { served }: Delivered, lang: Lang): RemedyView => {
  const { agency, now, remedy, timeLeft } = material;
  const { route, until, derivation } = served.remedy;
  const rule = remedy?.route === route ? remedy : undefined;
  const { unconfirmed } = textsFor(lang).respondent.parts;
  const cited = rule?.citations.map(({ text, certainty }) => (certainty === 'CONFIRMED' ? text : unconfirmed(text)));
  const basis = cited?.join('; ') ?? null;
  if (route === 'NONE' || until === undefined) return { kind: 'NONE', basis };
  const last = endOfDay(until, agency.zone);
  const isOver = now > last;
  const to = rule === undefined || rule.route === 'NONE' ? undefined : rule;
  return {
    kind: isOver ? 'OVER' : 'OPEN',
    route: textsFor(lang).domain.remedyRoute[route],
    addressee: to === undefined ? null : capitalised(to.addressee[lang]),
    due: {
      ...dueView(last, { zone: agency.zone, now, lang }),
      at: dateMoment(until, lang),
      daysLeft: timeLeft.workingDays,
      derivation: derivation?.[lang] ?? null,
    },
    suspends: to?.suspends ?? null,
    basis,
  };
};

/** The page on which the respondent reads the decision; undefined where none was delivered. */
export const remedyViewOf = (
  material: RespondentMaterial,
  { hrefOf, limits, ...around }: OwnPlace,
  lang: Lang,
): RemedyPageView | undefined => {
  const { state } = material;
  if (state.status !== 'APPEAL_WINDOW') return undefined;
  const place: ListPlace = { hrefOf, lang };
  const disclosed = currentDisclosure(state);
  return {
    ...around,
    limits,
    case: ownCaseOf(material, lang),
    decision: decisionOf(material, state, place),
    remedy: remedyOf(material, state, lang),
    letters: letterViews(material, place),
    disclosed: disclosed === undefined ? null : disclosedOf(material, disclosed, place),
    sent: sentViews(material, place),
  };
};
