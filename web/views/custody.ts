import type { CustodyEntry } from '../../core/evidence/custody-entry.ts';
import type { StampState } from '../../core/evidence/stamp-state.ts';
import { momentOf } from '../design/moment.ts';
import type { CustodyRow, CustodyView } from '../pages/console-custody.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { evidenceOf } from './evidence.ts';
import type { CaseMaterial } from './material.ts';
import { actorName } from './people.ts';

const TOKEN = 'token:';

const whoDid = (material: CaseMaterial, { actor }: CustodyEntry, lang: Lang): string => {
  const { custody, views } = textsFor(lang);
  if (actor.kind === 'robot') return custody.robot;
  if (actor.kind === 'system' && actor.step.startsWith(TOKEN)) return custody.token;
  const name = actorName(material, actor, lang);
  return actor.kind === 'official' ? `${name}, ${views.role[actor.role]}` : name;
};

const moreOf = (material: CaseMaterial, entry: CustodyEntry, lang: Lang): string | null => {
  const { custody, files, capture, views } = textsFor(lang);
  const { scan, authority, other, change, reason, method } = entry;
  if (scan !== undefined) return custody.verdict(files.scan[scan.verdict], scan.signature ?? files.engine[scan.engine]);
  if (authority !== undefined) return custody.stampBy(authority);
  if (change !== undefined) {
    const again = evidenceOf(material, () => null, lang).find(({ artifactId }) => artifactId === other);
    return `${capture.change[change].label} (${again?.title ?? other})`;
  }
  if (reason !== undefined) return custody.reason(reason);
  return entry.act === 'RECEIVED' && method !== undefined ? views.method[method] : null;
};

const rowOf = (material: CaseMaterial, entry: CustodyEntry, lang: Lang): CustodyRow => ({
  at: momentOf(entry.at, material.agency.zone, lang),
  what: textsFor(lang).custody.act[entry.act],
  more: moreOf(material, entry, lang),
  who: whoDid(material, entry, lang),
  seq: entry.seq ?? null,
});

const stampView = (material: CaseMaterial, stamp: StampState, lang: Lang): CustodyView['stamp'] => {
  const { custody } = textsFor(lang);
  const words = custody.stamp[stamp.state];
  if (stamp.state !== 'STAMPED') return { ...words, isMissing: stamp.state === 'MISSING', at: null };
  const at = momentOf(stamp.genTime, material.agency.zone, lang);
  return { ...words, note: `${custody.stampBy(stamp.authority)}. ${words.note}`, isMissing: false, at };
};

export interface CustodyFacts {
  readonly artifactId: string;
  readonly sha256: string;
  readonly isHeld: boolean;
  readonly stamp: StampState;
  readonly entries: readonly CustodyEntry[];
}

/** The history of one artefact in words. The reporter stays "the reporter". */
export const custodyViewOf = (
  material: CaseMaterial,
  known: CustodyFacts,
  { place, lang }: { readonly place: Pick<CustodyView, 'frame' | 'caseHref'>; readonly lang: Lang },
): CustodyView => {
  const { artifactId, sha256, isHeld, stamp, entries } = known;
  const listed = evidenceOf(material, () => null, lang).find((item) => item.artifactId === artifactId);
  return {
    ...place,
    caseNumber: material.state.caseId,
    title: listed?.title ?? artifactId,
    sha256,
    isHeld,
    stamp: stampView(material, stamp, lang),
    rows: entries.map((entry) => rowOf(material, entry, lang)),
  };
};
