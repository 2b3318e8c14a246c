import { respondentNip } from '../../../core/case/state.ts';
import { NotFound } from '../../../core/errors.ts';
import { caseExportSchema } from '../../../core/trail/export.ts';
import { readCase, readTrail } from '../../../core/use-cases/read-case.ts';
import { exportTrail } from '../../../core/use-cases/read-custody.ts';
import { jsonAnswer } from '../base/answers.ts';
import type { Route } from '../base/route.ts';
import { downloadOf } from '../views/evidence-download.ts';
import { artifactsOf, evidenceList } from '../views/evidence-list.ts';
import { caseDetail, caseSummary } from '../views/staff-case.ts';
import { accessRoute } from './access-route.ts';
import { caseSchema } from './case-schema.ts';
import { searchCases } from './case-search.ts';
import { custodyRoute } from './custody-route.ts';
import { overviewRoutes } from './overview-routes.ts';
import { readers, type StaffPorts, staffRoute } from './ports.ts';
import { recaptureEvidence } from './recapture-route.ts';
import { registerRoutes } from './register-routes.ts';
import {
  artifactParams,
  caseParams,
  downloadQuery,
  evidenceSchema,
  listQuery,
  listSchema,
  trailSchema,
} from './schemas.ts';

const listCases = staffRoute.staff(readers, {
  method: 'GET',
  path: '/v1/cases',
  answers: 'json',
  summary: { id: 'Daftar perkara, terbaru dahulu', en: 'Cases, newest first' },
  access: null,
  limit: 'staff',
  request: { query: listQuery },
  responses: { 200: { meaning: { id: 'Satu halaman', en: 'One page' }, schema: listSchema } },
  handle: async ({ query }, { ports, principal }) => {
    const { items, cursor } = await searchCases(ports, principal, query);
    return jsonAnswer({ items: items.map(caseSummary), cursor: cursor ?? null });
  },
});

const readOne = staffRoute.staff(readers, {
  method: 'GET',
  path: '/v1/cases/{caseNumber}',
  answers: 'json',
  summary: { id: 'Satu perkara', en: 'One case' },
  access: 'case-read',
  limit: 'staff',
  request: { params: caseParams },
  responses: { 200: { meaning: { id: 'Perkara', en: 'The case' }, schema: caseSchema } },
  handle: async ({ params }, { ports, principal }) => {
    const { state } = await readCase(ports, principal, { caseId: params.caseNumber, action: 'case-read' });
    const nip = respondentNip(state) ?? state.report.claimedRespondentNip;
    const staff = nip === undefined ? undefined : await ports.directory.staff(state.agencyId, nip);
    return jsonAnswer(caseDetail(state, staff));
  },
});

const trailOfCase = staffRoute.staff(readers, {
  method: 'GET',
  path: '/v1/cases/{caseNumber}/trail',
  answers: 'json',
  summary: { id: 'Jejak perkara', en: 'The trail of a case' },
  access: 'trail-read',
  limit: 'staff',
  request: { params: caseParams },
  responses: { 200: { meaning: { id: 'Semua peristiwa', en: 'All events' }, schema: trailSchema } },
  handle: async ({ params }, { ports, principal }) => {
    const { events, head } = await readTrail(ports, principal, { caseId: params.caseNumber, action: 'trail-read' });
    return jsonAnswer({ events, head, log: null });
  },
});

const listEvidence = staffRoute.staff(readers, {
  method: 'GET',
  path: '/v1/cases/{caseNumber}/evidence',
  answers: 'json',
  summary: { id: 'Daftar bukti', en: 'The evidence of a case' },
  access: 'evidence-listed',
  limit: 'staff',
  request: { params: caseParams },
  responses: { 200: { meaning: { id: 'Semua bukti', en: 'All evidence' }, schema: evidenceSchema } },
  handle: async ({ params }, { ports, principal }) => {
    const { state } = await readCase(ports, principal, { caseId: params.caseNumber, action: 'evidence-listed' });
    return jsonAnswer(await evidenceList(state, ports));
  },
});

const attachment = (fileName: string) => ({ 'Content-Disposition': `attachment; filename="${fileName}"` });

const downloadEvidence = staffRoute.staff(readers, {
  method: 'GET',
  path: '/v1/cases/{caseNumber}/evidence/{artifactId}',
  answers: 'json',
  summary: {
    id: 'Mengunduh satu bukti; alasannya dicatat',
    en: 'Downloads one piece of evidence; the reason is recorded',
  },
  access: 'evidence-downloaded',
  limit: 'staff',
  request: { params: artifactParams, query: downloadQuery },
  responses: { 200: { meaning: { id: 'Isi bukti', en: 'The bytes' }, mediaType: 'application/octet-stream' } },
  handle: async ({ params, query }, { ports, principal }) => {
    const { caseNumber: caseId, artifactId } = params;
    const read = { caseId, action: 'evidence-downloaded', detail: `${artifactId}: ${query.reason}` };
    const { state } = await readCase(ports, principal, read);
    const artifact = artifactsOf(state).find((known) => known.artifactId === artifactId);
    const asked = artifact && { artifact, isWorking: query.version === 'working' };
    const file = asked && (await downloadOf(ports, state, { ...asked, principal }));
    if (file === undefined) throw new NotFound(`no artefact ${artifactId} in ${caseId}`);
    // Never the stored media type: what strangers sent must not be shown by a browser as a page of ours.
    const headers = { 'Content-Type': 'application/octet-stream', 'X-Evidence-Media-Type': file.mediaType };
    return new Response(new Uint8Array(file.bytes), {
      headers: { ...headers, ...attachment(`${caseId}-${artifactId}`) },
    });
  },
});

const exportCase = staffRoute.staff(readers, {
  method: 'GET',
  path: '/v1/cases/{caseNumber}/export',
  answers: 'json',
  summary: { id: 'Ekspor untuk verifikasi tanpa jaringan', en: 'An export for the offline verifier' },
  access: 'case-exported',
  limit: 'staff',
  request: { params: caseParams },
  responses: { 200: { meaning: { id: 'Berkas ekspor', en: 'The export' }, schema: caseExportSchema } },
  handle: async ({ params }, { ports, principal }) => {
    const trail = await readTrail(ports, principal, { caseId: params.caseNumber, action: 'case-exported' });
    const file = await exportTrail(ports, params.caseNumber, trail);
    return jsonAnswer(file, { headers: attachment(`${params.caseNumber}.tertib.json`) });
  },
});

/** The API of signed-in staff. What may not be read looks like what is not there. */
export const staffRoutes: readonly Route<StaffPorts>[] = [
  ...overviewRoutes,
  listCases,
  readOne,
  trailOfCase,
  listEvidence,
  downloadEvidence,
  custodyRoute,
  accessRoute,
  recaptureEvidence,
  exportCase,
  ...registerRoutes,
];
