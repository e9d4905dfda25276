import { renderSVG, renderUnicodeCompact } from 'uqr';

/** The quiet zone that scanners rely on, in modules (ISO/IEC 18004, 5.3.8). */
const border = 4;

/** An address to be scanned: `svg` for a page, `text` for a terminal with light letters on dark ground. */
export interface TrustQr {
  readonly svg: string;
  readonly text: string;
}

/** A QR code of an address. */
export const trustQr = (url: string): TrustQr => ({
  svg: renderSVG(url, { border, ecc: 'M' }),
  text: renderUnicodeCompact(url, { border, ecc: 'M' }),
});
