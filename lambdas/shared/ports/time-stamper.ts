import { readAnchors } from '../../../adapters/rfc3161/anchors.ts';
import { HttpTimeStamper } from '../../../adapters/rfc3161/http-time-stamper.ts';
import { noTimeStamper } from '../../../adapters/rfc3161/no-time-stamper.ts';
import type { TimeStamper } from '../../../core/ports.ts';
import { NO_AUTHORITY } from '../../env/fragments.ts';
import { ids, log } from './stores.ts';

/** The authority of the deployment, if it has one; its roots are read when the first stamp is asked for. */
export const timeStamperOf = (env: { TSA_URL: string; TSA_ANCHORS_FILE: string }): TimeStamper => {
  if (env.TSA_URL === NO_AUTHORITY) return noTimeStamper;
  let made: Promise<TimeStamper> | undefined;
  const open = async () =>
    new HttpTimeStamper({ url: env.TSA_URL, anchors: await readAnchors(env.TSA_ANCHORS_FILE), ids });
  return {
    isOn: true,
    stamp: async (sha256) => {
      try {
        made ??= open();
        return await (await made).stamp(sha256);
      } catch (error) {
        // No case waits because a file of roots is missing or unusable: whoever is on duty reads it in the log.
        log.error('time-stamping-unusable', error);
        return { outcome: 'failed', cause: 'NOT_ANCHORED' };
      }
    },
  };
};
