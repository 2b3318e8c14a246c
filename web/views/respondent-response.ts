import { localDate } from '../../core/calendar/zones.ts';
import { currentDisclosure, type Disclosure } from '../../core/case/disclosure.ts';
import { lastSummons, standingSummons } from '../../core/case/summons.ts';
import { signingOf } from '../../core/use-cases/letters/examination-letters.ts';
import type { FormLimits } from '../pages/respondent-form.ts';
import type { OwnDueView, RespondentPlace } from '../pages/respondent-parts.ts';
import type { RecordView, ResponseView, SummonsView } from '../pages/respondent-response.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { dateMoment, dueMoment, dueView } from './moments.ts';
import { ownCaseOf, principleViews, provisionViews } from './respondent-facts.ts';
import { disclosedOf, fileView, type ListPlace, letterViews, sentViews } from './respondent-lists.ts';
import type { RespondentMaterial } from './respondent-material.ts';

/** What surrounds a page of the respondent, and what its form takes. */
export interface OwnPlace extends RespondentPlace, Pick<ListPlace, 'hrefOf'> {
  readonly limits: FormLimits;
}

/** The time that the task gives. */
const ownDueOf = ({ task, agency, now, timeLeft }: RespondentMaterial, lang: Lang): OwnDueView => ({
  ...dueView(task.dueAt, { zone: agency.zone, now, lang }),
  daysLeft: timeLeft.workingDays,
  derivation: timeLeft.derivation?.[lang] ?? null,
});

const summonsState = ({ state }: RespondentMaterial): SummonsView['state'] => {
  const held = state.examinations.some(({ round }) => round === state.round);
  if (held) return 'HELD';
  return standingSummons(state) === undefined ? 'OVER' : 'STANDS';
};

const summonsOf = (material: RespondentMaterial, lang: Lang): SummonsView | null => {
  const { state, agency, examiner } = material;
  const summons = lastSummons(state);
  if (summons === undefined) return null;
  const { ordinal, examinationAt, place, mode, workingDays, warning } = summons;
  return {
    ordinal,
    at: dueMoment(examinationAt, agency.zone, lang),
    place,
    mode: textsFor(lang).domain.examinationMode[mode],
    examiner: examiner === undefined ? summons.examiner : `${examiner.name}, ${examiner.position}`,
    workingDays,
    warning: warning?.[lang] ?? null,
    state: summonsState(material),
  };
};

/** The newest record; it waits for a signature until the respondent, or the examiner in their presence, has settled that. */
const recordOf = ({ state, record, agency }: RespondentMaterial, place: ListPlace): RecordView | null => {
  const held = state.examinations.findLast(({ round }) => round === state.round);
  if (held === undefined) return null;
  const { lang } = place;
  const signing = signingOf(state, held);
  return {
    heldOn: dateMoment(localDate(held.at, agency.zone), lang),
    signing,
    pending: signing === 'PENDING',
    text: record ?? null,
    sha256: held.record.sha256,
    file: fileView([held.record], { title: textsFor(lang).respondent.record.file }, place),
  };
};

/** What was held against them before this version of the round. */
const earlierOf = ({ state }: RespondentMaterial, { round, version }: Disclosure): Disclosure | undefined =>
  state.disclosures.findLast((earlier) => earlier.round === round && earlier.version < version);

/** The page on which the respondent is heard, from the newest disclosure; undefined where there is none. */
export const responseViewOf = (
  material: RespondentMaterial,
  { hrefOf, limits, ...around }: OwnPlace,
  lang: Lang,
): ResponseView | undefined => {
  const disclosed = currentDisclosure(material.state);
  if (disclosed === undefined) return undefined;
  const place: ListPlace = { hrefOf, lang };
  const earlier = earlierOf(material, disclosed);
  const { charges, principles } = disclosed;
  return {
    ...around,
    limits,
    case: ownCaseOf(material, lang),
    due: ownDueOf(material, lang),
    charges: provisionViews(
      material,
      { codes: charges, known: (code) => earlier?.charges.includes(code) ?? true },
      lang,
    ),
    principles: principleViews(material, {
      codes: principles,
      known: (code) => earlier?.principles.includes(code) ?? true,
    }),
    summons: summonsOf(material, lang),
    letters: letterViews(material, place),
    disclosed: disclosedOf(material, disclosed, place),
    record: recordOf(material, place),
    sent: sentViews(material, place),
  };
};
