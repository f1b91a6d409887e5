import type { Provider } from '../core/detector.ts';

export const mapbox: Provider = {
  name: 'Mapbox',
  formats: [
    {
      id: 'mapbox-public-token',
      title: 'a Mapbox public token',
      severity: 'low',
      source: 'Mapbox: access tokens',
      anchors: ['pk.'],
      pattern: /pk\.eyJ[\w-]{40,200}\.[\w-]{20,30}/uy,
      minEntropy: 3.3,
      // PUBLIC
      // SHAPE: ships in web pages
      // CONFIDENCE: high
    },
    {
      id: 'mapbox-secret-token',
      title: 'a Mapbox secret token',
      severity: 'high',
      source: 'Mapbox: access tokens',
      anchors: ['sk.'],
      pattern: /sk\.eyJ[\w-]{40,200}\.[\w-]{20,30}/uy,
      minEntropy: 3.3,
      // SHAPE: base64url JSON payload with user name "u" and token id "a"; 22-char signature
      // CONFIDENCE: high
    },
  ],
};
