import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { env } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { Seed } from './store-contract.ts';

export interface Moto {
  readonly endpoint: string;
  put(seeds: readonly Seed[]): Promise<void>;
  stop(): Promise<void>;
}

/** moto's server (https://docs.getmoto.org/en/latest/docs/server_mode.html), a real Parameter Store for tests. */
export function findMoto(): string | undefined {
  return (env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'moto_server')).find(isExecutable);
}

export async function startMoto(): Promise<Moto> {
  const program = findMoto();
  if (program === undefined) throw new Error("moto_server is not on the PATH: pip install 'moto[server,ssm]'");
  const port = await getFreePort();
  const server = spawn(program, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  const endpoint = `http://127.0.0.1:${String(port)}`;
  try {
    await waitUntilReady(server, endpoint);
  } catch (error) {
    await stop(server);
    throw error;
  }
  return { endpoint, put: (seeds) => put(endpoint, seeds), stop: () => stop(server) };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function getFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function waitUntilReady(server: ChildProcess, endpoint: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (server.exitCode !== null) throw new Error(`moto_server ended with ${String(server.exitCode)}`);
    const response = await fetch(`${endpoint}/moto-api/data.json`).catch(() => undefined);
    if (response?.ok === true) return;
    await sleep(100);
  }
  throw new Error('moto_server did not get ready');
}

async function put(endpoint: string, seeds: readonly Seed[]): Promise<void> {
  const client = new SSMClient({ endpoint, region: 'eu-west-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
  for (const { name, type, version, value } of seeds) {
    for (let written = 0; written < version; written++) {
      await client.send(new PutParameterCommand({ Name: name, Type: type, Value: value, Overwrite: written > 0 }));
    }
  }
  client.destroy();
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill();
  await once(server, 'exit');
}
