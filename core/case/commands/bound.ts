import type { Sha256 } from '../../ids.ts';
import { type Refused, refused } from '../../refusal.ts';
import type { PrincipleCode, ProvisionCode } from '../../rules/codes.ts';
import { beyondDisclosure, currentDisclosure } from '../disclosure.ts';
import type { CaseState } from '../state.ts';

const disclosureChanged = refused(
  'DISCLOSURE_CHANGED',
  'Himpunan bukti berubah sejak halaman ini dibuka. Keputusan hanya boleh didasarkan pada bukti yang ditampilkan.',
  'The set of evidence has changed since this page was opened. A decision may rest only on what was shown.',
);

/** Whatever leads to a decision names the set that the respondent was shown last; nothing else can carry one. */
export const boundToDisclosure = (state: CaseState, hash: Sha256): Refused | undefined =>
  hash === currentDisclosure(state)?.hash ? undefined : disclosureChanged;

interface Held {
  readonly charges: readonly ProvisionCode[];
  readonly principles: readonly PrincipleCode[];
}

/** Nothing may be held against the respondent that the newest disclosure does not tell them. */
export const withinDisclosure = (state: CaseState, held: Held): Refused | undefined => {
  const disclosed = currentDisclosure(state);
  const items = disclosed === undefined ? [] : beyondDisclosure(disclosed, held);
  return items.length === 0
    ? undefined
    : refused(
        'CHARGE_NOT_DISCLOSED',
        `Belum diungkapkan kepada terlapor: ${items.join(', ')}.`,
        `Not disclosed to the respondent: ${items.join(', ')}.`,
      );
};
