import { Hono } from 'hono';
import { JsonLog } from '../../adapters/json-log.ts';
import type { CaseEvent } from '../../core/case/events.ts';
import type { Throttle } from '../../core/ports.ts';
import { epochOf, type Instant } from '../../core/time.ts';
import type { Ports } from '../../core/use-cases/ports.ts';
import { type AppConfig, defaultLimits } from '../../web/http/base/config.ts';
import { mountRoutes } from '../../web/http/base/mount.ts';
import { taskRoutes } from '../../web/http/tasks/task-routes.ts';
import { Walk } from '../support/memory/walk.ts';
import { steps } from '../support/sample-report.ts';
import { BASE_URL, called, ownLink, pathOf, prove, respondentNip } from './respondent-pages.harness.ts';
import { type Answer, type Browser, browser, hiddenIn } from './task-pages.harness.ts';

const unlimited = Object.fromEntries(Object.keys(defaultLimits.rates).map((name) => [name, null]));
const config: AppConfig = {
  baseUrl: BASE_URL,
  limits: { ...defaultLimits, rates: { ...defaultLimits.rates, ...unlimited } },
  trustProxyHops: 1,
  inboxHref: null,
};

/** Counts in windows of the wall clock, as the tables do. */
const windowed = (now: () => Instant): Throttle => {
  const counts = new Map<string, number>();
  return {
    hit: async (key, { max, windowSeconds }) => {
      const place = `${key}:${Math.floor(epochOf(now()) / 1000 / windowSeconds)}`;
      const count = (counts.get(place) ?? 0) + 1;
      counts.set(place, count);
      return { allowed: count <= max, retryAfterSeconds: windowSeconds };
    },
  };
};

/** The pages behind links, behind one proxy that says whose network it is. */
export class Attacked {
  readonly walk: Walk;
  readonly ports: Ports;
  readonly link: string;
  /** Whom the code is mailed to. */
  readonly holder: string;
  /** As whom the access log knows their person. */
  readonly reader: 'official' | 'respondent';
  /** A form that acts, but for what the page puts in. */
  readonly form: Readonly<Record<string, string>>;
  readonly lines: string[] = [];
  readonly app = new Hono({ strict: false });

  constructor(walk: Walk, { link, holder, form }: Pick<Attacked, 'link' | 'holder' | 'form'>) {
    const log = new JsonLog({ clock: walk.ports.clock, write: (line) => void this.lines.push(line) });
    this.walk = walk;
    this.ports = { ...walk.ports, throttle: windowed(() => walk.store.now), log };
    this.link = link;
    this.holder = holder;
    this.form = form;
    this.reader = 'statement' in form ? 'respondent' : 'official';
    mountRoutes(this.app, taskRoutes, { ports: this.ports, config, verifyToken: async () => undefined });
  }

  /** Somebody new, with a profile of their own. */
  somebody(): Browser {
    return browser(this.app, BASE_URL);
  }

  /** Their person, with the page before them. */
  async person(): Promise<{ person: Browser; page: Answer; act: Readonly<Record<string, string>> }> {
    const person = this.somebody();
    const page = await prove(this.walk, person, this.link);
    return { person, page, act: { ...hiddenIn(page), ...this.form } };
  }

  events(): Promise<readonly CaseEvent[]> {
    return this.walk.ports.trail.read(this.walk.caseId);
  }

  /** Runs an attack, and answers whether anything in the case or in who has proven a mailbox is other than before. */
  async moved(attack: () => Promise<unknown>): Promise<boolean> {
    const look = async () => {
      const proven = [...this.walk.store.visits.values()].filter(({ provenAt }) => provenAt !== undefined);
      return JSON.stringify([await this.events(), await this.ports.tasks.byCase(this.walk.caseId), proven]);
    };
    const before = await look();
    await attack();
    return (await look()) !== before;
  }

  /** Every mail that left, whoever it was for. */
  mails() {
    return [...this.walk.store.mails.values()];
  }

  codes() {
    return this.mails().filter(({ mailId }) => mailId.startsWith('code:'));
  }
}

/** The link of an official's open task. */
export const officialsLink = async (walk: Walk, form: Attacked['form']): Promise<Attacked> => {
  const { taskId, assignee } = await walk.openTask();
  const holder = walk.store.staff.get(assignee.kind === 'official' ? assignee.nip : '')?.mail ?? 'nobody';
  return new Attacked(walk, { link: await pathOf(walk, taskId), holder, form });
};

/** The link that the respondent was mailed last. */
export const respondentsLink = async (walk: Walk, form: Attacked['form']): Promise<Attacked> => {
  const holder = walk.store.staff.get(respondentNip)?.mail ?? 'nobody';
  return new Attacked(walk, { link: await ownLink(walk), holder, form });
};

export const REASON = 'Bukti sudah dibaca dan cukup beralasan.';
export const lastWord = { outcome: 'FINISH', statement: 'Akun itu milik orang lain.' } as const;

/** Walked once; every test has a copy of its own. */
const copies = (walked: () => Promise<Walk>): (() => Promise<Walk>) => {
  let first: Promise<Walk> | undefined;
  return async () => {
    first ??= walked();
    return (await first).copy();
  };
};
const inTriage = copies(async () => (await Walk.file()).go());
export const inReview = copies(async () => (await (await Walk.file()).go()).through(steps.triage));
export const isCalled = copies(() => called());

const triage = async () => officialsLink(await inTriage(), { ...steps.triage, reason: REASON });
const response = async () => respondentsLink(await isCalled(), lastWord);

/** Both kinds of people who are mailed links, and the event that their act is. */
export const attackedLinks: readonly [string, () => Promise<Attacked>, CaseEvent['type']][] = [
  ['an official', triage, 'TriageDecided'],
  ['the respondent', response, 'StatementRecorded'],
];

/** What no page before the code may hold of a case. */
export const CONTENTS = /UJI-\d{4}|Pegawai Biasa|\d{18}|Warga|bantuan sosial|Dinas|zqxmarker/;
