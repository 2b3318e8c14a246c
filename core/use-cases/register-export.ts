import type { Principal } from '../access/principal.ts';
import type { Role } from '../case/actor.ts';
import type { CaseState } from '../case/state.ts';
import { NotFound } from '../errors.ts';
import type { CaseId } from '../ids.ts';
import { type Refusal, refusal } from '../refusal.ts';
import { bundleOf } from '../register/bundle.ts';
import type { BundlePurpose } from '../register/bundle-rules.ts';
import { zipOf } from '../register/zip.ts';
import { agencyRules } from './agency-rules.ts';
import { chargesOf } from './charges.ts';
import type { Ports } from './ports.ts';
import { type ReadCase, type ReadPorts, readCase } from './read-case.ts';
import { type DocumentPorts, documentsFor, withheldIn } from './register-documents.ts';
import { registerFactsOf, type SanctionedCase } from './register-facts.ts';

export type RegisterPorts = ReadPorts & DocumentPorts & Pick<Ports, 'directory' | 'rules' | 'registerRules'>;

/** Who takes files out for the national register, or for the body that decides an objection or appeal. */
export const registerReaders = ['triage', 'ppk', 'auditor'] as const satisfies readonly Role[];

export const mayExportRegister = ({ role }: Pick<Principal, 'role'>): boolean =>
  registerReaders.some((reader) => reader === role);

/** REGISTER: a sanction for the national register. APPEAL: the package for whoever decides an objection or appeal. */
export type ExportKind = 'REGISTER' | 'APPEAL';

const actions = { REGISTER: 'register-exported', APPEAL: 'appeal-exported' } as const;

/** Whether there is something to tell: a sanction that was decided and issued, or an objection or appeal that is under way. */
export const isExportable = (state: CaseState, kind: ExportKind): boolean =>
  kind === 'REGISTER' ? 'sanction' in state && state.signed !== undefined : state.status === 'APPEAL';

const refusalOf = ({ registerRules }: Pick<Ports, 'registerRules'>, kind: ExportKind): Refusal => {
  const [register, remedy] = registerRules.bundles.citations;
  return kind === 'REGISTER'
    ? refusal(
        'NO_SANCTION_YET',
        `Berkas ini baru ada setelah hukuman diputus dan keputusannya diterbitkan (${register?.text}).`,
        `This file exists only once a sanction was decided and its decision issued (${register?.text}).`,
      )
    : refusal(
        'NO_REMEDY_FILED',
        `Berkas penerusan hanya ada selama keberatan atau banding sedang diputus (${remedy?.text ?? register?.text}).`,
        `The forwarding package exists only while an objection or appeal is being decided (${remedy?.text ?? register?.text}).`,
      );
};

export type RegisterExport =
  | { readonly kind: 'file'; readonly fileName: string; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const registerPart = async (ports: RegisterPorts, state: SanctionedCase) => {
  const agency = await ports.directory.agency(state.agencyId);
  if (agency === undefined) throw new NotFound(`agency ${state.agencyId} is not in the directory`);
  const rules = await agencyRules(ports, state.agencyId);
  const { provisions, impact } = state.sanction;
  const { charges } = await chargesOf(ports, rules, state, provisions, impact);
  return { facts: registerFactsOf(state, { agency, rules, charges }), rules: ports.registerRules.codes };
};

const bundleFor = async (ports: RegisterPorts, read: ReadCase, purpose: BundlePurpose) => {
  const { state } = read;
  const { bundles } = ports.registerRules;
  const isRegister = purpose === 'NATIONAL_REGISTER' && 'sanction' in state;
  return bundleOf(
    {
      purpose,
      caseNumber: state.caseId,
      at: ports.clock.now(),
      documents: await documentsFor(ports, read, bundles.purposes[purpose]),
      withheld: withheldIn(state),
      ...(isRegister && { register: await registerPart(ports, state) }),
    },
    bundles,
  );
};

const purposeOf = (state: CaseState, kind: ExportKind): BundlePurpose =>
  kind === 'APPEAL' && state.status === 'APPEAL' ? state.appeal.route : 'NATIONAL_REGISTER';

/**
 * A ZIP of the record, the documents and a manifest with their hashes, for the national register or for the body that an objection or
 * appeal goes to. The read is on record before anything is given; nothing in it is from the reporter.
 * @throws NotFound for a case that may not be read
 */
export const exportForRegister = async (
  ports: RegisterPorts,
  principal: Principal,
  { caseId, kind }: { readonly caseId: CaseId; readonly kind: ExportKind },
): Promise<RegisterExport> => {
  if (!mayExportRegister(principal)) throw new NotFound(`no export of ${caseId} for ${principal.role}`);
  const read = await readCase(ports, principal, { caseId, action: actions[kind] });
  if (!isExportable(read.state, kind)) return { kind: 'refused', refusal: refusalOf(ports, kind) };
  const { files, manifest } = await bundleFor(ports, read, purposeOf(read.state, kind));
  const name = { REGISTER: 'register', APPEAL: 'upaya' }[kind];
  return { kind: 'file', fileName: `${caseId}-${name}.zip`, bytes: zipOf(files, manifest.createdAt) };
};
