import { basename, dirname, resolve } from 'node:path';
import { NO_AUTHORITY } from '../../lambdas/env/fragments.ts';
import type { BundledFiles } from '../constructs/function-code.ts';
import type { Deployment } from '../deployment.ts';
import { Uses } from './uses.ts';

const FOLDER = 'time-stamping';

/** The authority that stamps evidence, and where its roots lie in the bundle; both stand for nothing where there is none. */
export const timeStampingUses = ({ tsaUrl, tsaAnchors }: Deployment) =>
  new Uses({
    TSA_URL: tsaUrl ?? NO_AUTHORITY,
    TSA_ANCHORS_FILE: tsaAnchors === undefined ? NO_AUTHORITY : `/var/task/${FOLDER}/${basename(tsaAnchors)}`,
  });

/** The roots, for the bundles of the functions that ask for stamps. */
export const anchorFiles = ({ tsaAnchors }: Deployment): readonly BundledFiles[] => {
  if (tsaAnchors === undefined) return [];
  const path = resolve(tsaAnchors);
  return [{ folder: dirname(path), paths: [basename(path)], to: FOLDER }];
};
