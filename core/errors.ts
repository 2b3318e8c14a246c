/**
 * Errors are for what went wrong, not for expected outcomes (those are returned data). Each carries a stable `name`, which is what
 * the HTTP table (web/http/problem.ts) and the workflow's Retry and Catch rules match, and keeps its `cause`.
 */
export abstract class TertibError extends Error {
  abstract override readonly name: string;
}

/** A stored event breaks the chain or the transition table: never continue on it. */
export class TrailBroken extends TertibError {
  override readonly name = 'TrailBroken';
}

/** An event does not fit the case's status: a bug in a command, never bad input. */
export class IllegalTransition extends TertibError {
  override readonly name = 'IllegalTransition';
}

/** Another writer won too often: transient, try again. */
export class TrailContended extends TertibError {
  override readonly name = 'TrailContended';
}

/** A conditional write met a newer version: transient, read again. */
export class VersionConflict extends TertibError {
  override readonly name = 'VersionConflict';
}

/** Something that must exist does not (or may not be seen): 404 at the edge. */
export class NotFound extends TertibError {
  override readonly name = 'NotFound';
}

/** The caller is not known: 401 at the edge. */
export class Unauthenticated extends TertibError {
  override readonly name = 'Unauthenticated';
}

/** Nobody in the directory may take the task: an administrator must act. */
export class NoEligibleAssignee extends TertibError {
  override readonly name = 'NoEligibleAssignee';
}

/** A stored item, event or rule does not have the shape it must have. */
export class MalformedItem extends TertibError {
  override readonly name = 'MalformedItem';
}

/** An outside service failed or did not answer: transient, try again. */
export class ServiceUnavailable extends TertibError {
  override readonly name = 'ServiceUnavailable';
}

/** Bytes in the evidence store do not have the hash they are stored under. */
export class EvidenceCorrupted extends TertibError {
  override readonly name = 'EvidenceCorrupted';
}

/** A sealed value does not open: wrong key, wrong context, or altered. */
export class SealBroken extends TertibError {
  override readonly name = 'SealBroken';
}

/** A page cursor that this system did not hand out for this list: 422 at the edge. */
export class InvalidCursor extends TertibError {
  override readonly name = 'InvalidCursor';
}
