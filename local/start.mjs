// Plain JavaScript, so that an old Node can say what is wrong before it meets TypeScript.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `Tertib memerlukan Node 24; ini Node ${process.versions.node}. Jalankan "npm ci" (tanpa --omit=optional), lalu "npm start".\n` +
      `Tertib needs Node 24; this is Node ${process.versions.node}. Run "npm ci" (without --omit=optional), then "npm start".`,
  );
  process.exit(1);
}
await import('./main.ts');
