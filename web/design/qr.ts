import { encode } from 'uqr';
import { type Html, html } from './html.ts';

const MARGIN = 4;

/** A QR code (ISO/IEC 18004) as a picture inside the page; always dark on light, also where the page is dark. HTML reads `viewbox` as `viewBox`. */
export const qrCode = (text: string, label: string): Html => {
  const { data, size } = encode(text, { ecc: 'L', border: 0 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + MARGIN} ${y + MARGIN}h1v1h-1z` : '')))
    .join('');
  const side = size + 2 * MARGIN;
  return html`<svg class="qr" role="img" aria-label="${label}" viewbox="0 0 ${side} ${side}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"></rect><path fill="#000" d="${path}"></path></svg>`;
};
