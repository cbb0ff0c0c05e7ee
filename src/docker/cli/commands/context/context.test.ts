import { describe, expect, it } from 'vitest';
import { runScripted } from '../../testing/scripted-engine.ts';

const missing =
  'context "other": context not found: open /root/.docker/contexts/meta/d9298a10d1b0735837dc4bd85dac641b0f3cef27a47e5d53a54f2f3f5b2fcffa/meta.json: no such file or directory\n';

describe('docker context', () => {
  it('knows the default one', async () => {
    expect(await runScripted('docker context ls')).toEqual({
      out: 'NAME        DESCRIPTION                               DOCKER ENDPOINT               ERROR\ndefault *   Current DOCKER_HOST based configuration   unix:///var/run/docker.sock   \n',
      err: '',
      status: 0,
      asked: [],
    });
    expect((await runScripted('docker context show')).out).toBe('default\n');
    expect((await runScripted('docker context ls -q')).out).toBe('default\n');
    expect((await runScripted('docker context ls --format json')).out).toBe(
      '{"Current":true,"Description":"Current DOCKER_HOST based configuration","DockerEndpoint":"unix:///var/run/docker.sock","Error":"","Name":"default"}\n',
    );
  });

  it('warns when DOCKER_HOST counts', async () => {
    expect(await runScripted(`docker context ls --format '{{.DockerEndpoint}}'`, { env: { DOCKER_HOST: 'tcp://10.0.0.2:2375' } })).toMatchObject({
      out: 'tcp://10.0.0.2:2375\n',
      err: 'Warning: DOCKER_HOST environment variable overrides the active context. To use a context, either set the global --context flag, or unset DOCKER_HOST environment variable.\n',
    });
  });

  it('shows it', async () => {
    expect((await runScripted('docker context inspect')).out).toBe(
      '[\n    {\n        "Name": "default",\n        "Metadata": {},\n        "Endpoints": {\n            "docker": {\n' +
        '                "Host": "unix:///var/run/docker.sock",\n                "SkipTLSVerify": false\n            }\n        },\n        "TLSMaterial": {},\n' +
        '        "Storage": {\n            "MetadataPath": "\\u003cIN MEMORY\\u003e",\n            "TLSPath": "\\u003cIN MEMORY\\u003e"\n        }\n    }\n]\n',
    );
    expect((await runScripted(`docker context inspect -f '{{.Endpoints.docker.Host}}' default`)).out).toBe('unix:///var/run/docker.sock\n');
    expect(await runScripted('docker context inspect other')).toMatchObject({ out: '[]\n', err: missing, status: 1 });
  });

  it('changes to it and to no other', async () => {
    expect(await runScripted('docker context use default')).toMatchObject({ out: 'default\n', err: 'Current context is now "default"\n', status: 0 });
    expect(await runScripted('docker context use other')).toMatchObject({ out: '', err: missing, status: 1 });
    expect((await runScripted(`docker context use 'a b'`)).err).toBe(
      'context name "a b" is invalid, names are validated against regexp "^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$"\n',
    );
    expect(await runScripted('docker context rm default other')).toMatchObject({
      err: 'context "default" cannot be removed\ncontext "other" does not exist\n',
      status: 1,
    });
  });
});
