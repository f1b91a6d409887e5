import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach } from 'vitest';
import { useEndpoint } from './aws-environment.ts';

/** One request of the AWS JSON 1.1 protocol (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html). */
export interface Call {
  /** Such as `DescribeParameters`. */
  readonly action: string;
  readonly input: CallInput;
}

export interface CallInput {
  readonly Names?: readonly string[];
  readonly WithDecryption?: boolean;
  readonly NextToken?: string;
  readonly SecretId?: string;
  readonly Name?: string;
  readonly Value?: string;
  readonly Type?: string;
  readonly Tier?: string;
  readonly KeyId?: string;
  readonly Overwrite?: boolean;
  readonly ParameterFilters?: readonly { readonly Option: string; readonly Values: readonly string[] }[];
}

/** `hang`: nothing is sent; `stall`: a head and half a body, then nothing; `reset`: the connection is cut. */
export type Reply = 'hang' | 'stall' | 'reset' | { readonly status: number; readonly body: string };

export interface FaultServer {
  readonly endpoint: string;
  /** In the order of arrival. */
  readonly calls: Call[];
  /** The most requests that were open at the same time. */
  readonly peak: () => number;
  close(): Promise<void>;
}

/** One server at a time, for the tests of a file: starts it, points the SDK of this process to it, and closes it after the test. `hasSecrets`: it is Secrets Manager too. */
export function useFaultServer({ hasSecrets = false } = {}): (answer: (call: Call) => Reply | Promise<Reply>) => Promise<FaultServer> {
  let server: FaultServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });
  return async (answer) => {
    server = await startFaultServer(answer);
    useEndpoint(server.endpoint, hasSecrets ? { AWS_ENDPOINT_URL_SECRETS_MANAGER: server.endpoint } : {});
    return server;
  };
}

/** An in-process Parameter Store that misbehaves as the test says. */
export async function startFaultServer(answer: (call: Call) => Reply | Promise<Reply>): Promise<FaultServer> {
  const calls: Call[] = [];
  let open = 0;
  let peak = 0;
  const server = createServer((request, response) => {
    peak = Math.max(peak, ++open);
    response.on('close', () => open--);
    void readCall(request).then(async (call) => {
      calls.push(call);
      send(response, await answer(call));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address === null || typeof address === 'string' ? 0 : address.port;
  return {
    endpoint: `http://127.0.0.1:${String(port)}`,
    calls,
    peak: () => peak,
    async close() {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

export const ok = (body: object): Reply => ({ status: 200, body: JSON.stringify(body) });

export const fail = (type: string, status = 400): Reply => ({
  status,
  body: JSON.stringify({ __type: type, message: `${type} of the fault server` }),
});

export const html = (status: number): Reply => ({ status, body: '<!doctype html><title>Sign in to the guest network</title>' });

/** What AWS says of names: found in `store` or not. */
export function answerFrom(store: Readonly<Record<string, string>>, { action, input }: Call): Reply {
  const names = input.Names ?? input.ParameterFilters?.[0]?.Values ?? Object.keys(store);
  const found = names.filter((name) => name in store).map((name) => describeParameter(name));
  if (action === 'DescribeParameters') return ok({ Parameters: found });
  return ok({
    Parameters: found.map((parameter) => ({ ...parameter, Value: store[parameter.Name] })),
    InvalidParameters: names.filter((name) => !(name in store)),
  });
}

export const describeParameter = (name: string, version = 1): { Name: string; Type: string; Version: number; ARN: string } => ({
  Name: name,
  Type: 'SecureString',
  Version: version,
  ARN: `arn:aws:ssm:eu-west-1:123456789012:parameter${name}`,
});

/** Lets a real server answer, so that what is asked is seen. */
export async function forward(endpoint: string, { action, input }: Call): Promise<Reply> {
  const authorization = 'AWS4-HMAC-SHA256 Credential=test/20200101/eu-west-1/ssm/aws4_request, SignedHeaders=host, Signature=none';
  const headers = { authorization, 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `AmazonSSM.${action}` };
  const response = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(input) });
  return { status: response.status, body: await response.text() };
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const target = request.headers['x-amz-target'];
  const input = JSON.parse(Buffer.concat(chunks).toString()) as CallInput;
  return { action: String(target).replace(/^(?:AmazonSSM|secretsmanager)\./u, ''), input };
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply === 'hang') return;
  if (reply === 'reset') {
    response.destroy();
    return;
  }
  const { status, body } = reply === 'stall' ? { status: 200, body: '{"Parameters":[' } : reply;
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
  if (reply === 'stall') response.write(body);
  else response.end(body);
}
