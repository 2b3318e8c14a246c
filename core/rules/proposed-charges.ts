import type { ChargeMap } from './charge-rules.ts';
import type { PrincipleCode, ProvisionCode } from './codes.ts';
import type { Bilingual } from './rule-file.ts';

/** Provisions to offer, each in one list only: what is primary for any principle is not repeated as secondary. */
export interface ProposedCharges {
  readonly primary: readonly ProvisionCode[];
  readonly secondary: readonly ProvisionCode[];
  readonly conditional: readonly { readonly provision: ProvisionCode; readonly when: Bilingual }[];
}

/** The provisions that confirmed principles suggest. A proposal for the examiner, never a charge by itself. */
export const proposedCharges = (principles: readonly PrincipleCode[], map: ChargeMap): ProposedCharges => {
  const charges = map.charges.filter(({ principle }) => principles.includes(principle));
  const primary = new Set(charges.flatMap((charge) => charge.primary));
  const secondary = new Set(charges.flatMap((charge) => charge.secondary).filter((code) => !primary.has(code)));
  const conditional = charges
    .flatMap((charge) => charge.conditional)
    .filter(({ provision }) => !primary.has(provision));
  const distinct = new Map(conditional.map((entry) => [`${entry.provision} ${entry.when.id}`, entry]));
  return { primary: [...primary], secondary: [...secondary], conditional: [...distinct.values()] };
};
