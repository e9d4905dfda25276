import type { RequestHandler } from 'express';
import helmet from 'helmet';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Of what a page may ask the browser for, only this server's own pages, and only what they use. */
const PERMISSIONS = [
  'camera=(self)',
  'publickey-credentials-get=(self)',
  'publickey-credentials-create=(self)',
  ...['accelerometer', 'bluetooth', 'display-capture', 'geolocation', 'gyroscope', 'hid', 'magnetometer', 'microphone'],
  ...['midi', 'payment', 'serial', 'usb', 'xr-spatial-tracking'],
].map((feature) => (feature.includes('=') ? feature : `${feature}=()`));

/**
 * Pages load only what this server gives them: no inline script, no `eval`, no frame, no stranger. `isSecure`: people
 * reach this server by HTTPS, and browsers are told never to try it otherwise (Strict-Transport-Security, for a year).
 */
export function securityHeaders({ isSecure }: { readonly isSecure: boolean }): RequestHandler[] {
  const known = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'worker-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: isSecure && { maxAge: YEAR_SECONDS, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
  });
  return [
    known,
    (_request, response, next) => {
      response.setHeader('Permissions-Policy', PERMISSIONS.join(', '));
      next();
    },
  ];
}
