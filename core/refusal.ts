/** What Tertib says no with: expected, so it is data. `code` is stable; the texts say what to change. */
export interface Refusal {
  readonly code: string;
  readonly id: string;
  readonly en: string;
}

export const refusal = (code: string, id: string, en: string): Refusal => ({ code, id, en });

export type Refused = { readonly kind: 'refused'; readonly refusal: Refusal };

export const refused = (code: string, id: string, en: string): Refused => ({
  kind: 'refused',
  refusal: refusal(code, id, en),
});
