import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '../../../adapters/dynamo/document-client.ts';
import type { Principal } from '../../../core/access/principal.ts';
import { caseExport, caseExportSchema } from '../../../core/trail/export.ts';
import { verifyExport } from '../../../core/trail/verify-export.ts';
import { readCase, readTrail } from '../../../core/use-cases/read-case.ts';
import { type CaseWorld, startWorld, steps } from '../../support/case-world.ts';
import { agency } from '../../support/sample-staff.ts';

const auditor: Principal = { subject: 'auditor', agencyId: agency.agencyId, role: 'auditor', nip: undefined };

describe('a trail that someone tampered with in the database', () => {
  let world: CaseWorld;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tertib-broken-'));
    world = await startWorld({ folder });
  });
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  const deleteEvent = async (caseId: string, seq: number): Promise<void> => {
    const { dynamodb } = JSON.parse(await readFile(join(folder, 'endpoints.json'), 'utf8'));
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = documentClient({ region: 'ap-southeast-3', endpoint: dynamodb, credentials });
    await client.send(new DeleteCommand({ TableName: 'tertib-Trail', Key: { caseId, seq } }));
    client.destroy();
  };

  it.each([
    ['in the middle', (last: number) => last - 1],
    ['at the end', (last: number) => last],
  ])('with an event removed %s is still exported, and judged a gap', async (_where, which) => {
    const { caseId } = await world.file();
    await world.act(caseId, steps.triage);
    const { seq } = await world.state(caseId);
    await deleteEvent(caseId, which(seq));

    const { ports } = world.runtime;
    const trail = await readTrail(ports, auditor, { caseId, action: 'case-exported' });
    const keys = await ports.signer.publicKeys();
    const file = caseExport({ ...trail, exportedAt: ports.clock.now(), keys });
    const verdict = verifyExport(caseExportSchema.parse(JSON.parse(JSON.stringify(file))));

    expect(verdict).toMatchObject({ verdict: 'broken', kind: 'gap' });
  });

  it('is not shown as a case', async () => {
    const { caseId } = await world.file();
    await deleteEvent(caseId, 2);
    const reading = readCase(world.runtime.ports, auditor, { caseId, action: 'case-read' });
    await expect(reading).rejects.toMatchObject({ name: 'TrailBroken' });
  });
});
