import type { Provider } from '../core/detector.ts';

export const google: Provider = {
  name: 'Google',
  formats: [
    {
      id: 'gcp-application-default-credentials',
      title: 'a Google Google Cloud application default credentials',
      severity: 'critical',
      source: 'Google Cloud: application default credentials',
      anchors: ['"refresh_token"'],
      near: ['authorized_user', 'application_default_credentials'],
      pattern: /"refresh_token"[ \t\r\n]{0,4}:[ \t\r\n]{0,4}"[^"\s]{20,300}"/uy,
      // SHAPE: JSON object with client_id, client_secret, refresh_token, type authorized_user
      // CONFIDENCE: high
    },
    {
      id: 'gcp-hmac-access-id',
      title: 'a Google Google Cloud HMAC access id',
      severity: 'low',
      source: 'Google Cloud Storage: HMAC keys',
      anchors: ['GOOG1E'],
      pattern: /GOOG1E[A-Z\d]{55}/uy,
      pairWith: ['gcp-hmac-secret'],
      // SHAPE: 61 chars for service accounts; user accounts: GOOG + 20
      // CONFIDENCE: high
    },
    {
      id: 'gcp-hmac-secret',
      title: 'a Google Google Cloud HMAC secret',
      severity: 'high',
      source: 'Google Cloud Storage: HMAC keys',
      near: ['goog1', 'hmac', 'storage_googleapis_com'],
      pattern: /[A-Za-z\d+/]{40}/uy,
      minEntropy: 4,
      pairWith: ['gcp-hmac-access-id'],
      // CONFIDENCE: medium
    },
    {
      id: 'google-api-key',
      title: 'a Google API key',
      severity: 'medium',
      source: 'Google Cloud: API keys',
      anchors: ['AIza'],
      pattern: /AIza[\w-]{35}/uy,
      minEntropy: 4,
      // PUBLIC
      // SHAPE: 39 chars; Firebase and Maps browser keys are public by design but still need restrictions; server keys are not
      // CONFIDENCE: high
    },
    {
      id: 'google-gemini-api-key',
      title: 'a Google gemini API key',
      severity: 'high',
      source: '-',
      anchors: ['AQ.'],
      pattern: /AQ\.Ab8RN6[\w-]{44}/uy,
      minEntropy: 4,
      // SHAPE: newer Gemini / auth key style
      // CONFIDENCE: high
    },
    {
      id: 'google-oauth-access-token',
      title: 'a Google OAuth access token',
      severity: 'high',
      source: 'Google Identity: OAuth 2.0',
      anchors: ['ya29.'],
      pattern: /ya29\.[\w-]{20,1024}/uy,
      minEntropy: 3.3,
      // SHAPE: 1 h
      // CONFIDENCE: high
    },
    {
      id: 'google-oauth-client-id',
      title: 'a Google OAuth client id',
      severity: 'low',
      source: 'Google Identity: OAuth 2.0',
      anchors: ['.apps.googleusercontent.com'],
      lookBehind: 54,
      pattern: /\d{6,21}-[a-z\d_]{32}\.apps\.googleusercontent\.com/uy,
      pairWith: ['google-oauth-client-secret'],
      // PUBLIC
      // SHAPE: not secret
      // CONFIDENCE: high
    },
    {
      id: 'google-oauth-client-secret',
      title: 'a Google OAuth client secret',
      severity: 'high',
      source: 'Google Identity: OAuth 2.0',
      anchors: ['GOCSPX-'],
      pattern: /GOCSPX-[\w-]{28}/uy,
      minEntropy: 3.3,
      pairWith: ['google-oauth-client-id'],
      // SHAPE: desktop clients ship it
      // CONFIDENCE: high
    },
    {
      id: 'google-oauth-refresh-token',
      title: 'a Google OAuth refresh token',
      severity: 'critical',
      source: 'Google Identity: OAuth 2.0',
      anchors: ['1//0'],
      pattern: /1\/\/0[\w-]{40,200}/uy,
      minEntropy: 3.5,
      // SHAPE: also what the Firebase CLI prints as CI token
      // CONFIDENCE: high
    },
  ],
};
