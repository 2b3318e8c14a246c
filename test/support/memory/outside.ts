import * as z from 'zod';
import type { RenderedPage } from '../../../core/capture/page-capture.ts';
import { SealBroken, ServiceUnavailable } from '../../../core/errors.ts';
import { type HoldSwitch, holdFor, releaseFor } from '../../../core/evidence/legal-hold.ts';
import { caseIdSchema, sha256Schema } from '../../../core/ids.ts';
import type {
  CaptureWork,
  EvidenceStore,
  Holds,
  Mac,
  Mailer,
  MalwareScanner,
  PageCapture,
  People,
  Scheduler,
  Sealer,
  Signer,
  Throttle,
  TimeStamper,
  Workflow,
} from '../../../core/ports.ts';
import { sha256Hex } from '../../../core/trail/digest.ts';
import { fromHex, toHex } from '../../../core/use-cases/encoding.ts';
import { markScanner } from '../mark-scanner.ts';
import type { Store } from './store.ts';

const uploadKey = ({ caseId, artifactId }: { caseId: string; artifactId: string }) => `${caseId}/${artifactId}`;

export const memoryHolds = ({ holds }: Pick<Store, 'holds'>): Holds => {
  const add = (key: string, member: string) => holds.add(`${key}\n${member}`);
  const remove = (key: string, member: string) => holds.delete(`${key}\n${member}`);
  const members = (key: string): string[] =>
    [...holds].filter((row) => row.startsWith(`${key}\n`)).map((row) => row.slice(key.length + 1));
  const holder = z.union([sha256Schema, caseIdSchema]);
  return {
    add: async (sha256, of) => {
      add(`holder#${of}`, sha256);
      add(`sha256#${sha256}`, of);
      if (members(`closed#${of}`).length > 0) add('closing', of);
    },
    withdraw: async (sha256, of) => void remove(`sha256#${sha256}`, of),
    forget: async (sha256, of) => void remove(`holder#${of}`, sha256),
    holders: async (sha256) => members(`sha256#${sha256}`).map((member) => holder.parse(member)),
    heldBy: async (of) => members(`holder#${of}`).map((member) => sha256Schema.parse(member)),
    close: async (of) => {
      add(`closed#${of}`, 'closed');
      add('closing', of);
    },
    closing: async () => members('closing').map((member) => holder.parse(member)),
    settle: async (of) => void remove('closing', of),
  };
};

const memoryHoldSwitch = (store: Store): HoldSwitch => ({
  holds: memoryHolds(store),
  set: async (sha256, held) => {
    if (held && !store.evidence.has(sha256)) throw new ServiceUnavailable(`evidence ${sha256} is not stored`);
    if (held) store.held.add(sha256);
    else store.held.delete(sha256);
  },
});

export const memoryEvidence = (store: Store): EvidenceStore => ({
  put: async ({ bytes, heldFor }) => {
    const sha256 = sha256Hex(bytes);
    if (heldFor !== undefined) await memoryHolds(store).add(sha256, heldFor);
    store.evidence.set(sha256, bytes);
    store.held.add(sha256);
    return { sha256, size: bytes.length };
  },
  hold: (sha256, of) => holdFor(memoryHoldSwitch(store), sha256, of),
  release: (sha256, of) => releaseFor(memoryHoldSwitch(store), sha256, of),
  isHeld: async (sha256) => store.held.has(sha256),
  get: async (sha256) => store.evidence.get(sha256),
  has: async (sha256) => store.evidence.has(sha256),
  uploadUrl: async (upload) => ({
    url: `https://upload.test/${uploadKey(upload)}`,
    method: 'PUT',
    headers: {},
    expiresAt: upload.expiresAt,
  }),
  readUpload: async (key) => store.uploads.get(uploadKey(key)),
});

/** An authority that stamps everything: what is verified of its answers is tried with a real one. */
export const memoryTimeStamper = (store: Store): TimeStamper => ({
  isOn: true,
  stamp: async (sha256) => {
    const token = new TextEncoder().encode(`token for ${sha256}`);
    return { outcome: 'stamped', stamp: { token, genTime: store.now, authority: 'TSA', serialNumber: '01' } };
  },
});

export const memoryScanner = (store: Store): MalwareScanner => markScanner({ now: () => store.now }, store.scans);

/** Addresses that a browser takes in these worlds; all others come by plain HTTP. */
export const BY_BROWSER = 'https://peramban.test/';

const renderedPage = (page: string): RenderedPage => ({
  screenshot: { bytes: new TextEncoder().encode(`png of ${page}`), width: 1280, height: 900 },
  html: new TextEncoder().encode(`<html>${page}</html>`),
  text: page.replace(/<[^>]*>/g, ''),
  title: 'Unggahan',
  archive: new TextEncoder().encode(`wacz of ${page}`),
  certificate: undefined,
  browser: 'Chromium 156',
  traffic: { requests: 2, bytes: 2048, refused: 0, webSockets: { connections: 0, sent: 0, received: 0 } },
});

export const memoryPages = (store: Store): PageCapture => ({
  capture: async ({ url }) => {
    const page = store.pages.get(url);
    if (page === undefined) {
      const reason = { code: 'CONNECTION_FAILED', id: 'Tidak tersambung.', en: 'Not reached.' } as const;
      return { outcome: 'failed', reason, redirects: [], at: store.now };
    }
    const body = new TextEncoder().encode(page);
    const isByBrowser = url.startsWith(BY_BROWSER);
    return {
      outcome: 'captured',
      method: isByBrowser ? 'BROWSER' : 'HTTP',
      finalUrl: url,
      status: 200,
      headers: [['content-type', 'text/html; charset=utf-8']],
      body,
      decoded: body,
      redirects: [],
      remoteAddress: '203.0.113.9',
      capturedAt: store.now,
      quality: 'COMPLETE',
      limitations: [],
      identity: { visibleTimes: [] },
      rendered: isByBrowser ? renderedPage(page) : undefined,
    };
  },
});

export const memoryCaptureWork = ({ woken }: Store): CaptureWork => ({
  wake: async ({ artifactId }) => {
    woken.push(artifactId);
  },
});

export const memoryPeople = ({ people }: Store): People => ({
  put: async (personRef, person, tag) => {
    people.set(personRef, { person, tag });
  },
  reveal: async (personRef) => people.get(personRef)?.person,
  matchTag: async (personRef) => people.get(personRef)?.tag,
  erase: async (personRef) => {
    people.delete(personRef);
  },
});

export const memoryMailer = ({ mails }: Store): Mailer => ({
  send: async (mail) => {
    if (!mails.has(mail.mailId)) mails.set(mail.mailId, mail);
    return { messageId: sha256Hex(mail.mailId).slice(0, 32) };
  },
});

export const memoryScheduler = ({ schedules }: Store): Scheduler => ({
  scheduleOnce: async ({ name, at, target }) => {
    if (!schedules.has(name)) schedules.set(name, { at, target });
  },
});

export const memoryWorkflow = ({ executions, waiting, callbacks }: Store): Workflow => ({
  start: async ({ name }) => {
    if (!executions.has(name)) executions.set(name, 'RUNNING');
  },
  isRunning: async (name) => executions.get(name) === 'RUNNING',
  succeed: async (token, output) => {
    if (!waiting.delete(token)) return 'gone';
    callbacks.set(token, output);
    return 'delivered';
  },
});

/** Keyed by nothing: what matters here is that the same text gives the same bytes. */
export const memoryMac: Mac = { mac: async (message) => fromHex(sha256Hex(`mac:${message}`)) };

export const memorySealer: Sealer = {
  seal: async (plaintext, context) => `sealed:${toHex(new TextEncoder().encode(JSON.stringify([context, plaintext])))}`,
  open: async (sealed, context) => {
    const [sealedContext, plaintext]: string[] = JSON.parse(
      new TextDecoder().decode(fromHex(sealed.slice('sealed:'.length))),
    );
    if (sealedContext !== context || plaintext === undefined) throw new SealBroken(`sealed for ${sealedContext}`);
    return plaintext;
  },
};

export const memorySigner: Signer = {
  sign: async (payload, type) => `${type}.${sha256Hex(payload)}`,
  publicKeys: async () => ({ keys: [] }),
};

export const memoryThrottle = ({ hits }: Store): Throttle => ({
  hit: async (key, { max }) => {
    const count = (hits.get(key) ?? 0) + 1;
    hits.set(key, count);
    return { allowed: count <= max, retryAfterSeconds: 60 };
  },
});
