import type { Detector, Provider } from '../core/detector.ts';
import { atlassian } from './atlassian.ts';
import { authHeader } from './auth-header.ts';
import { commonPassword } from './common-password.ts';
import { connectionUrl } from './connection-url.ts';
import { hashicorp } from './hashicorp.ts';
import { mailchimp } from './mailchimp.ts';
import { url } from './url.ts';

/** Those whose marks stand in every tenth file of public trees: few files need any other. They come last in the list of all: what is found by several stays with those that say more. */
export const commonProviders: readonly Provider[] = [atlassian, authHeader, commonPassword, connectionUrl, hashicorp, mailchimp, url];

export const commonDetectors: readonly Detector[] = commonProviders.flatMap(({ formats }) => formats);
