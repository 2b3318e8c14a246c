import { createServer } from 'node:http';
import { LOOPBACK, listen } from './listen.ts';

const posting = `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><title>Budi Contoh di MediaContoh</title></head>
<body><article><h1>Budi Contoh</h1><p>@budi.contoh</p>
<p>Sebarkan! Bantuan sosial tahun ini sudah dihapus diam-diam, ini info valid dari orang dalam. Dasar pejabat tukang bohong, provokasi warga biar demo semua!</p>
<p><time datetime="2026-03-02T20:15:00+07:00">2 Maret 2026 20.15</time></p></article></body></html>
`;

export interface SampleSite {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** One posting on a server of its own: the only address on this machine that evidence may be captured from. */
export const startSampleSite = async (): Promise<SampleSite> => {
  const server = createServer((request, response) => {
    const found = request.url === '/posting/1';
    response.writeHead(found ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(found ? posting : '<!doctype html><title>Tidak ditemukan</title><p>Tidak ditemukan.</p>');
  });
  const port = await listen(server);
  return {
    url: `http://${LOOPBACK}:${port}/posting/1`,
    port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
};
