import { describe, expect, it } from 'vitest';
import { createDetect } from '../../src/core/detect.ts';
import { detectors } from '../../src/detectors/index.ts';
import { fake } from '../support/fake.ts';

const detect = createDetect(detectors);

/** What has the form of a token, or begins like one, and is none. */
const lookalikes: Readonly<Record<string, readonly string[]>> = {
  digests: [
    `sonar.commit.sha=${fake.hex(40)}`,
    `uses: sonarsource/sonarqube-scan-action@${fake.hex(40)}`,
    `wandb artifact digest: ${fake.hex(32)}`,
    `twilio_token_sha256: ${fake.hex(64)}`,
    `https://registry.npmjs.org/twilio/-/twilio-5.0.0.tgz#${fake.hex(40)}`,
    `"integrity": "sha512-${fake.base64(86)}=="`,
    `slack-api.md5=${fake.hex(32)}`,
    `sentry release ${fake.hex(40)}`,
    `Sentry-Hook-Signature: ${fake.hex(64)}`,
    `image: sonarqube@sha256:${fake.hex(64)}`,
    `etag for snyk key cache: "${fake.hex(32)}"`,
    `/* jenkins build */ const commit = '${fake.hex(40)}';`,
  ],
  identifiers: [
    `postmark message id: ${fake.uuid()}`,
    `snyk project ${fake.uuid()}`,
    `mongodb _id ${fake.hex(24)}`,
    `https://app.snyk.io/org/acme/project/${fake.uuid()}`,
    `opsgenie-alert-id: ${fake.uuid()}`,
    `scaleway_project_id = "${fake.uuid()}"`,
    `splunk index ${fake.uuid()}`,
    `vercel project prj_${fake.alphanumeric(24)}`,
    `slack channel C${fake.hex(8).toUpperCase()}`,
  ],
  names: [
    'const re_validate_theNameOfTheUserInTheForm = 1;',
    're_username_withSomeMoreLettersBehind',
    'pina_colada_recipe_list_view_with_more_words',
    'polar_at_coordinates_of_the_point_in_the_plane',
    'rnd_seedForTheGeneratorOfNumbersInTests',
    'vercel_token = createDeploymentFromToken',
    'zendesk_token = getTheAccessTokenOfTheCurrentZendeskUser',
    'mistral_api_key = getMistralKeyFromEnvironmentVars',
    'vca_some_long_identifier_name_for_a_column',
    'xoxo-gossipgirl',
    'y0_coordinate_of_the_upper_left_corner_of_the_bounding_box_v2',
    'API-DOCUMENTATIONANDREFERENCESX',
    'okta.client.secret = com.acme.identity.OktaClientSecretProviderFactory',
    'netlify token: some-slug-of-a-page-about-tokens-and-netlify',
    'npm_config_registry_authentication_tokens',
    'import { pk_something } from "klaviyo"',
    'phc_projectIdentifierOfTheAnalyticsLibraryX',
    'r8_layout_of_the_register_file_in_the_core',
    'SG.components.buttons.primary',
    'sk.components.example',
    'const d = { "kty": "RSA", "n": "abc", "e": "AQAB" };',
    'linear-gradient(lin_api_)',
    'tfp_file_name_with_many_words_and_no_digits_at_all_here',
    'mattermost_token = useAccessTokenInstead1234',
  ],
  'what stands in for a value': [
    'TWILIO_AUTH_TOKEN=your_auth_token',
    'TWILIO_AUTH_TOKEN=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    `SENDGRID_API_KEY=SG.${'x'.repeat(22)}.${'x'.repeat(43)}`,
    'OPENAI_API_KEY=sk-proj-...',
    `OPENAI_API_KEY=sk-${'x'.repeat(48)}`,
    `NPM_TOKEN=npm_${'x'.repeat(36)}`,
    '//registry.npmjs.org/:_authToken=${NPM_TOKEN}',
    '//registry.npmjs.org/:_authToken=YOUR_NPM_TOKEN_HERE',
    `APP_KEY=base64:${'A'.repeat(43)}=`,
    `PULUMI_ACCESS_TOKEN=pul-${'0'.repeat(40)}`,
    'SLACK_BOT_TOKEN=xoxb-your-bot-token',
    `telegram token 123456789:${'A'.repeat(35)}`,
    `LANGFUSE_SECRET_KEY=sk-lf-${'0'.repeat(8)}-${'0'.repeat(4)}-${'0'.repeat(4)}-${'0'.repeat(4)}-${'0'.repeat(12)}`,
    `STRIPE_KEY=sk${'_test_'}REPLACE_ME`,
    `razorpay_key_secret: process.env.RAZORPAY_KEY_SECRET`,
    'otpauth://totp/Acme:alice?secret=${secret}&issuer=Acme',
    '$2b$10$saltsaltsaltsaltsaltsO',
    'const pattern = /npm_[A-Za-z0-9]{36}/;',
  ],
  data: [
    `url(data:font/woff2;base64,${fake.base64(400)})`,
    `.nfp_button { color: #${fake.hex(6)} }`,
    `<path d="M1000.${fake.hex(4)} 20" />`,
    `1000.5.20`,
    `t1.micro`,
    `version: 2.0.0-pul-1`,
    `key-${fake.hex(8)}.js`,
    `main.${fake.hex(20)}.chunk.js`,
  ],
};

describe.each(Object.entries(lookalikes))('%s', (_, texts) => {
  it.each(texts)('%s', (text) => {
    expect(detect.tokens(text).map(({ detectorId, range }) => `${detectorId}: ${text.slice(...range)}`)).toEqual([]);
  });
});
