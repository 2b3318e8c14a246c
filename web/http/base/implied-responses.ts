import type { Words } from '../../../core/trail/verify-words.ts';
import { type ProblemKind, problems } from './problems.ts';
import type { RouteInfo } from './route.ts';

const kindsOf = (route: RouteInfo): ProblemKind[] => {
  const hasBody = route.request?.body !== undefined;
  const needsCredential = route.credential !== undefined || typeof route.permission === 'object';
  return [
    ...(hasBody ? (['malformed-request', 'body-too-large', 'unsupported-media-type'] as const) : []),
    ...(hasBody || route.request?.query !== undefined ? (['invalid-input'] as const) : []),
    ...(needsCredential ? (['unauthenticated', 'not-found'] as const) : []),
    ...(route.limit === undefined ? [] : (['too-many-requests'] as const)),
  ];
};

/** The problems that follow from what a route declares: status and meaning. */
export const impliedProblems = (route: RouteInfo): { readonly status: number; readonly meaning: Words }[] =>
  kindsOf(route).map((kind) => ({ status: problems[kind].status, meaning: problems[kind].title }));
