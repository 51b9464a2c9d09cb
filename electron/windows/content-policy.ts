/** Stands in the built page wherever a nonce goes; replaced by a fresh one at each loading. */
export const nonceMark = '__RAPPORTEUR_NONCE__';

/**
 * What a page of the program may load. Styles that the component library makes at run time carry
 * the page's nonce; style attributes are allowed because the previews of reports use them.
 */
export function pagePolicy(nonce: string, development: string | null = null): string {
  const script = development === null ? "'self'" : `'self' 'nonce-${nonce}'`;
  const connect = development === null ? "'self'" : `'self' ${development.replace(/^http/, 'ws')}`;
  return [
    "default-src 'none'",
    `script-src ${script}`,
    "script-src-attr 'none'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src ${connect}`,
    "frame-src 'none'",
    "worker-src 'self'",
    "object-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Documents being printed: no script, nothing from outside the document itself. */
export const printPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

const deniedFeatures = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** Headers of every answer of app://, whatever it serves. */
export function securityHeaders(policy: string): Record<string, string> {
  return {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
  };
}
