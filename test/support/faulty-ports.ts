import type { Ports } from '../../core/use-cases/ports.ts';

/** The call did not take place, or took place and its answer was lost. */
export type CrashPhase = 'before' | 'after';

export class OutsideFailure extends Error {
  override readonly name = 'OutsideFailure';
}

/** Ports that are outside the process: a crash can fall before or after each of their calls. */
const outside = [
  'trail',
  'cases',
  'tasks',
  'visits',
  'factors',
  'stepUps',
  'directory',
  'people',
  'requests',
  'throttle',
  'evidence',
  'holds',
  'timeStamper',
  'pageCapture',
  'captureWork',
  'mailer',
  'inbound',
  'mailOrigin',
  'scheduler',
  'workflow',
  'signer',
  'sealer',
  'mac',
  'accessLog',
  'letterPrinter',
  'documentSigner',
] as const satisfies readonly (keyof Ports)[];

export interface FaultyPorts {
  readonly ports: Ports;
  /** Every call so far, as `port.method`. */
  readonly calls: readonly string[];
  /** The process dies around call number `at` (from 1): that call and every later one throws. */
  dieAt(at: number, phase: CrashPhase): void;
}

type Call = (...given: unknown[]) => Promise<unknown>;

/** Wraps every outside port, so that the n-th call can be made the last one of its process. */
export const faultyPorts = (ports: Ports): FaultyPorts => {
  const calls: string[] = [];
  let death: { at: number; phase: CrashPhase } | undefined;
  const call = async (name: string, run: Call, given: unknown[]): Promise<unknown> => {
    calls.push(name);
    const number = calls.length;
    if (death === undefined || number < death.at) return run(...given);
    if (number === death.at && death.phase === 'after') await run(...given);
    throw new OutsideFailure(`${name} (call ${number}) was cut short`);
  };
  const wrap = <P extends object>(name: string, port: P): P =>
    new Proxy(port, {
      get: (target, method, receiver) => {
        const found: unknown = Reflect.get(target, method, receiver);
        if (typeof found !== 'function') return found;
        return (...given: unknown[]) =>
          call(`${name}.${String(method)}`, (...args) => Reflect.apply(found, target, args), given);
      },
    });
  return {
    ports: { ...ports, ...Object.fromEntries(outside.map((name) => [name, wrap(name, ports[name])])) },
    calls,
    dieAt: (at, phase) => {
      death = { at, phase };
    },
  };
};
