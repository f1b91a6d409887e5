import type { Provider } from '../core/detector.ts';

const tokens = 'https://docs.mapbox.com/help/glossary/access-token/';

export const mapbox: Provider = {
  name: 'Mapbox',
  revoke: 'https://console.mapbox.com/account/access-tokens/',
  formats: [
    {
      id: 'mapbox-public-token',
      title: 'a Mapbox token (public)',
      severity: 'low',
      source: tokens,
      anchors: ['pk.'],
      pattern: /pk\.[\w-]{40,200}\.[\w-]{20,30}/uy,
      accepts: isMapbox,
      minEntropy: 3.3,
    },
    {
      id: 'mapbox-secret-token',
      title: 'a Mapbox secret token',
      severity: 'high',
      source: tokens,
      anchors: ['sk.'],
      pattern: /sk\.[\w-]{40,200}\.[\w-]{20,30}/uy,
      accepts: isMapbox,
      minEntropy: 3.3,
    },
    {
      id: 'mapbox-temporary-token',
      title: 'a temporary Mapbox token',
      severity: 'medium',
      source: 'https://docs.mapbox.com/api/accounts/tokens/',
      anchors: ['tk.'],
      pattern: /tk\.[\w-]{40,200}\.[\w-]{20,30}/uy,
      accepts: isMapbox,
      minEntropy: 3.3,
    },
  ],
};

/** The middle is the base64 of a JSON object; made-up tokens of tests are believed behind the name. */
function isMapbox(token: string, { input, index }: RegExpExecArray): boolean {
  return token.startsWith('.eyJ', 2) || /mapbox/iu.test(input.slice(Math.max(0, index - 80), index));
}
