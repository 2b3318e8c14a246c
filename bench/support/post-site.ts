import { randomBytes } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { listen } from '../../local/engines/listen.ts';

/** Parts of a page of a social network, as large as they are there. */
const PICTURES = 120;
const PICTURE_BYTES = 60_000;
const SCRIPT_BYTES = 3_000_000;
const CALLS = 60;

const light =
  '<!doctype html><title>Unggahan</title><h1>Budi</h1><p>Ini isi unggahan.</p><time datetime="2026-11-01">1 Nov</time>';

/** Scripts draw the page: pictures one under another, answers of an interface between them. */
const heavy = `<!doctype html><title>Linimasa</title><main></main><script src="/besar.js"></script><script>
const main = document.querySelector('main');
for (let i = 0; i < ${PICTURES}; i++) {
  const post = document.createElement('article');
  post.innerHTML = '<h2>Unggahan ' + i + '</h2><img width=600 height=70 src="/gambar/' + i + '.svg"><p></p>';
  main.append(post);
  if (i < ${CALLS}) fetch('/api/' + i).then((r) => r.json()).then((d) => { post.querySelector('p').textContent = d.text });
}
</script>`;

const noise = randomBytes(PICTURE_BYTES / 2).toString('hex');
const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="70"><rect width="600" height="70" fill="teal"/><!--${noise}--></svg>`;
const script = `/*${'x'.repeat(SCRIPT_BYTES)}*/`;

const send = (response: ServerResponse, type: string, body: string): void => {
  response.setHeader('content-type', type).end(body);
};

export interface PostSite {
  readonly port: number;
  close(): void;
}

/** A site with a light and a heavy page. */
export const startPostSite = async (): Promise<PostSite> => {
  const server = createServer(({ url = '' }, response) => {
    if (url === '/ringan') send(response, 'text/html', light);
    else if (url === '/berat') send(response, 'text/html', heavy);
    else if (url === '/besar.js') send(response, 'text/javascript', script);
    else if (url.startsWith('/gambar/')) send(response, 'image/svg+xml', picture);
    else if (url.startsWith('/api/')) send(response, 'application/json', JSON.stringify({ text: 'isi '.repeat(50) }));
    else response.writeHead(404).end();
  });
  const port = await listen(server, 0);
  return {
    port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
