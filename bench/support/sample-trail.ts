import { type Actor, actorSchema, systemActor } from '../../core/case/actor.ts';
import { type CaseEvent, type EventDraft, eventData } from '../../core/case/events.ts';
import { type CaseId, caseIdSchema, commandIdSchema, crockford } from '../../core/ids.ts';
import { instantSchema, MINUTE, plusMs } from '../../core/time.ts';
import { chained } from '../../core/trail/chain.ts';
import { sha256Hex } from '../../core/trail/digest.ts';

const START = instantSchema.parse('2026-11-23T02:15:00.000Z');
const dueAt = '2026-11-30T16:59:59.000Z';
const remindAt = '2026-11-27T02:00:00.000Z';
const nips = { triage: '198501012010012006', review: '197801012002121004' } as const;
type Kind = keyof typeof nips;

const reason =
  'Bukti sudah dibaca seluruhnya; unggahan memuat kabar yang tidak benar, tersebar luas, dan dikirim dari akun milik terlapor.';
const bilingual = {
  id: 'Kata "hoaks" berdekatan dengan "menyebarkan" tanpa sangkalan atau kutipan.',
  en: 'The word "hoaks" stands near "menyebarkan" without a negation or quotation.',
};

const number = (value: number, digits: number): string => String(value).padStart(digits, '0');
const hash = (text: string): string => sha256Hex(text);

interface Step {
  readonly draft: EventDraft;
  readonly actor: Actor;
  readonly commandId: string;
}

/** Writes one case down, event by event; every text and hash differs from case to case. */
class Script {
  readonly steps: Step[] = [];
  readonly #case: number;

  constructor(caseNumber: number) {
    this.#case = caseNumber;
  }

  system(step: string, draft: EventDraft): void {
    this.steps.push({ draft, actor: systemActor(step), commandId: `${step}:${this.#case}:${this.steps.length}` });
  }

  received(): void {
    const data = eventData.ReportReceived.parse({
      agencyId: 'contoh',
      channel: 'API',
      language: 'id',
      report: { sha256: hash(`report ${this.#case}`), mediaType: 'application/json', size: 812 },
      urlCount: 2,
      attachments: [{ artifactId: 'attachment-1', mediaType: 'image/png', size: 402_113 }],
      anonymous: false,
      personRef: `P-${number(this.#case, 20)}`,
      reporterCommitment: hash(`reporter ${this.#case}`),
      receiptHash: hash(`receipt ${this.#case}`),
      claimedRespondentNip: '199001012015031005',
      occurredOn: '2026-03-02',
    });
    const commandId = `report:${this.#case}`;
    this.steps.push({ draft: { type: 'ReportReceived', data }, actor: { kind: 'reporter' }, commandId });
  }

  captured(round: number): void {
    const ids = [`capture-${round}-1`, `capture-${round}-2`];
    const source = (urlIndex: number) => ({ sha256: hash(`report ${this.#case}`), urlIndex });
    const captures = ids.map((artifactId, index) => ({ artifactId, source: source(index) }));
    this.system('PlanCapture', {
      type: 'EvidenceRequested',
      data: eventData.EvidenceRequested.parse({ round, captures }),
    });
    for (const kind of ['CAPTURE', 'CAPTURE_MANIFEST', 'CAPTURE_TEXT'] as const) this.#stored(round, kind);
    const data = eventData.EvidenceCaptureFailed.parse({
      artifactId: ids[1],
      round,
      source: source(1),
      code: 'ADDRESS_REFUSED',
      reason: { id: 'Alamat ini tidak boleh dibuka.', en: 'This address may not be opened.' },
      failedAt: START,
    });
    this.system('CaptureEvidence', { type: 'EvidenceCaptureFailed', data });
  }

  #stored(round: number, kind: 'CAPTURE' | 'CAPTURE_MANIFEST' | 'CAPTURE_TEXT'): void {
    const artifactId = `${kind.toLowerCase().replace('_', '-')}-${round}-1`;
    const data = eventData.EvidenceStored.parse({
      artifactId,
      kind,
      sha256: hash(`${artifactId} ${this.#case}`),
      mediaType: kind === 'CAPTURE' ? 'text/html' : 'application/json',
      size: 48_121,
      method: 'HTTP',
      capturedAt: START,
      round,
      quality: 'COMPLETE',
      source: { sha256: hash(`report ${this.#case}`), urlIndex: 0 },
    });
    this.system('CaptureEvidence', { type: 'EvidenceStored', data });
  }

  suggested(round: number): void {
    const span = { artifactSha256: hash(`report ${this.#case}`), start: 26, end: 52 };
    const data = eventData.PrinciplesSuggested.parse({
      round,
      outcome: 'confident',
      suggestions: ['P6', 'P7'].map((principle) => ({
        principle,
        confidence: 'high',
        span,
        reason: bilingual,
        ruleId: `${principle.toLowerCase()}-hoax-1`,
      })),
      abstentions: [{ principle: 'P3', gate: 'QUOTATION', span, reason: bilingual }],
      packVersion: 'principles@1',
    });
    this.system('SuggestPrinciples', { type: 'PrinciplesSuggested', data });
  }

  opened(kind: Kind, round: number): string {
    const taskId = number(this.#case * 1000 + this.steps.length, 16);
    const assignee = { kind: 'official', nip: nips[kind] };
    const data = eventData.TaskOpened.parse({ taskId, kind, round, assignee, dueAt, remindAt });
    this.system('OpenTask', { type: 'TaskOpened', data });
    return taskId;
  }

  #acted(kind: Kind, draft: EventDraft, taskId: string): void {
    const roles = { triage: 'triage', review: 'superior' } as const;
    const actor = { kind: 'official', nip: nips[kind], role: roles[kind], via: 'LINK' };
    this.steps.push({ draft, actor: actorSchema.parse(actor), commandId: `act:${taskId}` });
  }

  triaged(round: number): void {
    const taskId = this.opened('triage', round);
    const signed = { taskId, round, contentHash: hash(`content ${taskId}`), reason };
    const data = eventData.TriageDecided.parse({
      ...signed,
      outcome: 'PROCEED',
      respondent: { nip: '199001012015031005' },
      track: 'DISCIPLINE_PNS',
    });
    this.#acted('triage', { type: 'TriageDecided', data }, taskId);
  }

  reviewed(round: number, outcome: 'DISMISS' | 'MORE_EVIDENCE'): void {
    const taskId = this.opened('review', round);
    const reminded = eventData.TaskReminded.parse({ taskId });
    this.system('TaskTimer', { type: 'TaskReminded', data: reminded });
    const signed = { taskId, round, contentHash: hash(`content ${taskId}`), reason };
    const data = eventData.ReviewDecided.parse({ ...signed, outcome });
    this.#acted('review', { type: 'ReviewDecided', data }, taskId);
  }

  ended(round: number): void {
    const documents = ['application/pdf', 'text/html; charset=utf-8'].map((mediaType) => ({
      sha256: hash(`${mediaType} ${this.#case}`),
      mediaType,
      size: 31_402,
    }));
    const data = eventData.DecisionSigned.parse({
      decisionNumber: `CONTOH-2026-${number(this.#case, 8)}/K-${round}`,
      documents,
      signature: `${'e'.repeat(96)}.${'p'.repeat(420)}.${'s'.repeat(86)}`,
    });
    this.system('IssueDecision', { type: 'DecisionSigned', data });
    for (const recipient of ['RESPONDENT', 'REPORTER', 'SUPERIOR', 'PERSONNEL_UNIT'] as const) {
      const sent = { recipient, channel: 'EMAIL', messageId: hash(recipient).slice(0, 32), template: 'notice', round };
      this.system('Notify', { type: 'NotificationSent', data: eventData.NotificationSent.parse(sent) });
    }
    this.system('CloseCase', { type: 'CaseClosed', data: eventData.CaseClosed.parse({ reason: 'DISMISSED' }) });
  }
}

const scriptOf = (caseNumber: number, rounds: number): Script => {
  const script = new Script(caseNumber);
  script.received();
  for (let round = 1; round <= rounds; round += 1) {
    script.captured(round);
    script.suggested(round);
    script.triaged(round);
    script.reviewed(round, round < rounds ? 'MORE_EVIDENCE' : 'DISMISS');
  }
  script.ended(rounds);
  return script;
};

const caseIdOf = (caseNumber: number): CaseId => {
  const bytes = new Uint8Array(5);
  new DataView(bytes.buffer).setUint32(1, caseNumber);
  return caseIdSchema.parse(`CONTOH-2026-${crockford(bytes, 8)}`);
};

/**
 * The valid trail of one case from intake to its dismissal by the reviewer, without randomness or clock.
 * @param rounds how often evidence is gathered and reviewed; each adds eleven events to the seven of the rest
 */
export const sampleTrail = (caseNumber: number, rounds = 1): CaseEvent[] => {
  const caseId = caseIdOf(caseNumber);
  const events: CaseEvent[] = [];
  for (const { draft, actor, commandId } of scriptOf(caseNumber, rounds).steps) {
    const at = plusMs(START, events.length * MINUTE);
    const head = events.at(-1);
    events.push(chained(draft, { caseId, head, at, actor, commandId: commandIdSchema.parse(commandId) }));
  }
  return events;
};
