import { type ExportKind, exportForRegister, registerReaders } from '../../../core/use-cases/register-export.ts';
import type { Route } from '../base/route.ts';
import { registerAnswer } from '../views/register-file.ts';
import { type StaffPorts, staffRoute } from './ports.ts';
import { caseParams } from './schemas.ts';

const zip = { mediaType: 'application/zip' } as const;

const exporting = (
  kind: ExportKind,
  route: { readonly path: string; readonly access: string; readonly summary: { id: string; en: string } },
): Route<StaffPorts> =>
  staffRoute.staff(registerReaders, {
    ...route,
    method: 'GET',
    answers: 'json',
    limit: 'staff',
    request: { params: caseParams },
    responses: {
      200: { meaning: { id: 'Berkas ZIP', en: 'A ZIP file' }, ...zip },
      409: { meaning: { id: 'Belum ada yang dapat disampaikan', en: 'There is nothing to tell yet' } },
    },
    handle: async ({ params }, { ports, principal, lang }) =>
      registerAnswer(await exportForRegister(ports, principal, { caseId: params.caseNumber, kind }), lang),
  });

/** Files for bodies outside: the national register, and whoever decides an objection or appeal. */
export const registerRoutes: readonly Route<StaffPorts>[] = [
  exporting('REGISTER', {
    path: '/v1/cases/{caseNumber}/register',
    access: 'register-exported',
    summary: {
      id: 'Catatan hukuman menurut bentuk SIASN beserta dokumen dan manifesnya',
      en: 'The sanction as SIASN records it, with its documents and a manifest',
    },
  }),
  exporting('APPEAL', {
    path: '/v1/cases/{caseNumber}/appeal-package',
    access: 'appeal-exported',
    summary: {
      id: 'Berkas penerusan keberatan atau banding',
      en: 'The package for whoever decides an objection or appeal',
    },
  }),
];
