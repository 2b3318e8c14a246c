import { startSystem } from '../scripts/people/system.ts';
import { mailboxesIn } from './support/mailboxes.ts';
import { scriptedPeople } from './support/people.ts';
const s = await startSystem();
try {
  const p = scriptedPeople({ baseUrl: s.baseUrl, mailboxes: mailboxesIn(s.folder) });
  for (let i = 0; i < 4; i++) { const t = performance.now(); console.log(await p.wholeCase(i), performance.now() - t); }
  const t = performance.now(); await Promise.all(Array.from({ length: 8 }, (_, i) => p.wholeCase(i))); console.log(performance.now() - t);
} finally { await s.stop(); }
