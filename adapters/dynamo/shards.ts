import { sha256Hex } from '../../core/trail/digest.ts';

/**
 * A sparse index for the sweep spans all agencies, so its rows are spread over eight partitions: one partition takes about
 * 1,000 writes a second, far below what eight intake bursts at once would ask for. The number is part of the stored shape.
 */
export const SHARDS: readonly string[] = ['0', '1', '2', '3', '4', '5', '6', '7'];

/** The shard of an id: the same for ever, evenly spread. */
export const shardOf = (id: string): string => String(Number.parseInt(sha256Hex(id).slice(0, 2), 16) % SHARDS.length);
