import type { Artifact } from '../case/events.ts';
import type { CaseState } from '../case/state.ts';
import type { Instant } from '../time.ts';

/** What came from outside: the moment from which it existed is worth a witness. What the system itself writes is dated by the trail. */
export const isStampable = ({ method }: Pick<Artifact, 'method'>): boolean =>
  method === 'HTTP' || method === 'BROWSER' || method === 'UPLOAD' || method === 'MAIL';

/** Whether an artefact bears a time stamp, and why not: none has come, no authority is configured, or it is of a kind that gets none. */
export type StampState =
  | { readonly state: 'STAMPED'; readonly genTime: Instant; readonly authority: string }
  | { readonly state: 'MISSING' | 'OFF' | 'NOT_STAMPED' };

type Named = Pick<Artifact, 'artifactId' | 'method'>;

export const stampState = ({ timestamps }: CaseState, artifact: Named, isOn: boolean): StampState => {
  const stamp = timestamps.find(({ artifactId }) => artifactId === artifact.artifactId);
  if (stamp !== undefined) return { state: 'STAMPED', genTime: stamp.genTime, authority: stamp.authority };
  if (!isStampable(artifact)) return { state: 'NOT_STAMPED' };
  return { state: isOn ? 'MISSING' : 'OFF' };
};
