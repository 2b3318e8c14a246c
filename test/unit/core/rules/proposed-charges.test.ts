import type { PrincipleCode } from '../../../../core/rules/codes.ts';
import { proposedCharges } from '../../../../core/rules/proposed-charges.ts';
import { latestRule } from '../../../../core/rules/rule-book.ts';
import { ruleBook } from '../../../../rules/index.ts';

const propose = (...principles: PrincipleCode[]) => proposedCharges(principles, latestRule(ruleBook.chargeMaps));
const CAMPAIGN = [1, 2, 3, 4, 5, 6, 7].map((form) => `5n-${form}`);

describe('the provisions that a principle suggests', () => {
  it.each<[PrincipleCode, string[], string[], string[]]>([
    ['P1', ['3a', ...CAMPAIGN], ['3b', '3d'], []],
    ['P2', ['3f'], ['3g'], []],
    ['P3', ['3g'], ['3d', '3e', '3f'], []],
    ['P4', ['5a', '3g'], ['5b', '4c'], []],
    ['P5', ['3b', '3f'], ['3c'], []],
    ['P6', ['3f', '3d'], ['3e'], []],
    ['P7', ['3d', '3f', '3b'], ['5h'], ['3a']],
    ['P8', ['3b', '3d', '3f'], [], ['3a']],
  ])('%s: primary %j, secondary %j, conditional %j', (principle, primary, secondary, conditional) => {
    const proposed = propose(principle);
    expect(proposed.primary).toEqual(primary);
    expect(proposed.secondary).toEqual(secondary);
    expect(proposed.conditional.map(({ provision }) => provision)).toEqual(conditional);
  });

  it('stand once, and in the strongest list, when several principles suggest them', () => {
    const { primary, secondary, conditional } = propose('P2', 'P3', 'P7', 'P8');
    expect(primary).toEqual(['3f', '3g', '3d', '3b']);
    expect(secondary).toEqual(['3e', '5h']);
    expect(conditional.map(({ when }) => when.en)).toEqual([
      'where it carries radicalism or terrorism',
      'where it is aimed at the basis of the state',
    ]);
    expect(propose('P1', 'P7').conditional).toEqual([]);
  });

  it('are none for no principle', () => {
    expect(propose()).toEqual({ primary: [], secondary: [], conditional: [] });
  });
});
