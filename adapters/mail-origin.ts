import { type MailVerdicts, noVerdicts, verdictOf } from '../core/inbound/verdicts.ts';
import type { MailOrigin } from '../core/ports.ts';

export interface ComputedMailOriginOptions {
  /** Answers DNS questions as `dns.promises.resolve` does; what it throws counts as an outage, or as no answer. */
  readonly resolve: (name: string, type: string) => Promise<unknown>;
  /** The name of the server that took the mail in. */
  readonly server: string;
  /** After this long nothing more is found out. */
  readonly timeoutMs: number;
}

interface Status {
  readonly status?: { readonly result?: string | undefined } | undefined;
}

/** A checker that gave no answer answers false. */
const resultOf = (part: Status | false | undefined): string | undefined => (part ? part.status?.result : undefined);

const unknown: MailVerdicts = {
  source: 'COMPUTED',
  spf: 'temperror',
  dkim: 'temperror',
  dmarc: 'temperror',
  arc: 'temperror',
};

/** SPF, DKIM, DMARC and ARC, found out here. */
export class ComputedMailOrigin implements MailOrigin {
  readonly #options: ComputedMailOriginOptions;

  constructor(options: ComputedMailOriginOptions) {
    this.#options = options;
  }

  async verdicts(mail: Parameters<MailOrigin['verdicts']>[0]): Promise<MailVerdicts> {
    const { timeoutMs } = this.#options;
    // Loaded when the first mail comes: it is CommonJS, and the ASN.1 library that it and others share must stand by then.
    const { authenticate } = await import('mailauth');
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<MailVerdicts>((resolve) => {
      timer = setTimeout(() => resolve(unknown), timeoutMs);
    });
    try {
      return await Promise.race([this.#compute(mail, authenticate), late]);
    } catch {
      return unknown;
    } finally {
      clearTimeout(timer);
    }
  }

  async #compute(
    { raw, envelope }: Parameters<MailOrigin['verdicts']>[0],
    authenticate: typeof import('mailauth').authenticate,
  ): Promise<MailVerdicts> {
    const { resolve, server } = this.#options;
    const { remoteAddress: ip, helo } = envelope;
    const found = await authenticate(Buffer.from(raw), {
      sender: envelope.from,
      ...(ip === undefined ? {} : { ip }),
      ...(helo === undefined ? {} : { helo }),
      trustReceived: false,
      mta: server,
      // Its types know lists of texts only; of `MX` it reads what Node gives.
      resolver: async (name, type) => (await resolve(name, type)) as string[],
      disableBimi: true,
    });
    const signatures = found.dkim.results.map((signature) => resultOf(signature));
    return {
      source: 'COMPUTED',
      spf: verdictOf(resultOf(found.spf)),
      dkim: verdictOf(signatures.find((result) => result === 'pass') ?? signatures[0]),
      dmarc: verdictOf(resultOf(found.dmarc)),
      arc: verdictOf(resultOf(found.arc)),
    };
  }
}

/** For a receiver that looks at nothing. */
export const noMailOrigin: MailOrigin = { verdicts: async () => noVerdicts };
