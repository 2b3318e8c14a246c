import type { TaskKind } from '../../../core/case/events.ts';
import type { AgencyId, Nip } from '../../../core/ids.ts';
import type { StepUpMeans } from '../../../core/step-up/means.ts';
import { type StepUpSettings, stepUpFor } from '../../../core/step-up/settings.ts';
import { answerStepUp, type StepUpAnswer, type StepUpResult } from '../../../core/use-cases/step-up/answer.ts';
import { offerStepUp, type StepUpOffer } from '../../../core/use-cases/step-up/offer.ts';
import { type StepUpPlace, type StepUpPorts, stepUpProof } from '../../../core/use-cases/step-up/place.ts';
import { assetPaths } from '../../design/layout.ts';
import { type StepUpView, stepUpPage } from '../../pages/step-up.ts';
import type { StepUpAsk } from '../../pages/step-up-parts.ts';
import { textsFor } from '../../text/texts.ts';
import { htmlAnswer, seeOther } from '../base/answers.ts';
import type { Call } from '../base/call.ts';
import { contentPolicy } from '../base/security-headers.ts';
import { type FormFields, textOf } from './form-fields.ts';
import { relyingParty } from './relying-party.ts';
import { retried } from './retried.ts';

export type StepUpCall = Pick<Call<StepUpPorts>, 'ports' | 'frame' | 'lang' | 'url' | 'config'>;

/** Whose task it is, and what only their browser knows. */
export interface StepUpVisitor {
  readonly agencyId: AgencyId;
  readonly nip: Nip;
  readonly subject: string;
  readonly browser: string;
}

export const placeOf = (call: StepUpCall, { agencyId, nip, subject, browser }: StepUpVisitor): StepUpPlace => ({
  who: { agencyId, nip },
  subject,
  browser,
  site: relyingParty(call),
});

/** Open to whoever need not prove more, or did; `settings` say what they still have to. */
export type StepUpGate =
  | { readonly isOpen: true; readonly stepUp: StepUpMeans | undefined }
  | { readonly isOpen: false; readonly settings: StepUpSettings };

/** Whether a visitor may see and do a task of this kind. Asked anew by every request. */
export const stepUpGate = async (call: StepUpCall, kind: TaskKind, visitor: StepUpVisitor): Promise<StepUpGate> => {
  const settings = stepUpFor((await call.ports.directory.settings(visitor.agencyId)) ?? {}, kind);
  if (settings === undefined) return { isOpen: true, stepUp: undefined };
  const stepUp = await stepUpProof(call.ports, placeOf(call, visitor));
  return stepUp === undefined ? { isOpen: false, settings } : { isOpen: true, stepUp };
};

/** What an offer asks of the person, as a form shows it. */
export const askOf = (offer: StepUpOffer): StepUpView['ask'] => {
  switch (offer.kind) {
    case 'prove':
      return { passkey: offer.passkey, app: null, codes: offer.hasCodes, isNew: false };
    case 'enrol':
      return { passkey: offer.passkey, app: offer.app, codes: offer.app !== null, isNew: true };
    case 'spent':
    case 'elsewhere':
      return offer.kind;
  }
};

/** The policy of a page that may run the script of passkeys, and no other. */
export const passkeyPolicy = (call: StepUpCall, ask: StepUpAsk | string): Readonly<Record<string, string>> => {
  const site = relyingParty(call);
  if (typeof ask === 'string' || ask.passkey === null || site === undefined) return {};
  return { 'Content-Security-Policy': contentPolicy([], [`${site.origin}${assetPaths.passkey}`]) };
};

/** What was wrong, at the input for codes, or at the passkey where there is none. */
export const stepUpError = (
  lang: Call<unknown>['lang'],
  ask: StepUpAsk | string | null,
  result: Exclude<StepUpResult, 'proven'>,
) => {
  const field = ask !== null && typeof ask !== 'string' && ask.codes ? 'code' : 'passkey';
  return [{ field, message: textsFor(lang).stepUp.errors[result] }];
};

const statusOf = (result: Exclude<StepUpResult, 'proven'>): number => (result === 'spent' ? 429 : 422);

/** The page that asks for one more proof; the way on for a browser that meanwhile gave it. */
export const stepUpAnswer = async (
  call: StepUpCall,
  visitor: StepUpVisitor,
  shown: {
    readonly settings: StepUpSettings;
    readonly csrf: string;
    readonly status?: number;
    readonly result?: Exclude<StepUpResult, 'proven'>;
  },
): Promise<Response> => {
  const { ports, frame, lang, url } = call;
  const { settings, csrf, result } = shown;
  const offer = await retried(() => offerStepUp(ports, placeOf(call, visitor), settings));
  if (offer === undefined) return seeOther(url.pathname);
  const ask = askOf(offer);
  const errors = result === undefined ? [] : stepUpError(lang, ask, result);
  const page = stepUpPage({ frame, action: url.pathname, csrf, errors, ask }, lang);
  const status = shown.status ?? (result === undefined ? (ask === 'spent' ? 429 : 200) : statusOf(result));
  return htmlAnswer(page, { status, headers: passkeyPolicy(call, ask) });
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What a posted form of step-up answers: what the script put there, else the typed code. */
export const answerIn = (fields: FormFields): StepUpAnswer => {
  const credential = textOf(fields, 'credential');
  return credential === '' ? { code: textOf(fields, 'code') } : { credential: parsed(credential) };
};

/** Takes a posted form of step-up. The caller has made sure of visitor and form. */
export const stepUpStep = async (
  call: StepUpCall,
  visitor: StepUpVisitor,
  posted: { readonly kind: TaskKind; readonly csrf: string; readonly fields: FormFields },
): Promise<Response> => {
  const { ports, url } = call;
  const { kind, csrf, fields } = posted;
  const gate = await stepUpGate(call, kind, visitor);
  if (gate.isOpen) return seeOther(url.pathname);
  const { settings } = gate;
  const given = { answer: answerIn(fields), enrolment: settings.enrolment };
  const result = await retried(() => answerStepUp(ports, placeOf(call, visitor), given));
  return result === 'proven' ? seeOther(url.pathname) : stepUpAnswer(call, visitor, { settings, csrf, result });
};
