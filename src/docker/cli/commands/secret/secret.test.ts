import { describe, expect, it } from 'vitest';
import { runScripted } from '../../testing/scripted-engine.ts';

const secrets = [
  {
    ID: 'b2',
    Version: { Index: 12 },
    CreatedAt: '2026-01-01T23:57:30.5Z',
    UpdatedAt: '2026-01-01T23:59:30Z',
    Spec: { Name: 'pass10', Labels: { 'a.b': '', env: 'prod' } },
  },
  {
    ID: 'a1',
    Version: { Index: 11 },
    CreatedAt: '2026-01-01T21:00:00Z',
    UpdatedAt: '2026-01-01T21:00:00Z',
    Spec: { Name: 'pass2', Labels: {}, Driver: { Name: 'vault' } },
  },
];
const answers = {
  'GET /secrets': { body: secrets },
  'GET /secrets/pass10': { body: secrets[0] ?? null },
  'GET /secrets/nope': { refuse: [404, 'secret nope not found'] as const },
  'POST /secrets/create': { body: { ID: 'newid' } },
  'DELETE /secrets/pass10': { body: null },
  'DELETE /secrets/nope': { refuse: [404, 'secret nope not found'] as const },
};
const run = (line: string, more: Parameters<typeof runScripted>[1] = {}): ReturnType<typeof runScripted> => runScripted(line, { answers, ...more });

describe('docker secret', () => {
  it('lists by name, in natural order', async () => {
    expect(await run('docker secret ls -f name=pass -f label=env=prod')).toEqual({
      out:
        'ID        NAME      DRIVER    CREATED         UPDATED\n' +
        'a1        pass2     vault     3 hours ago     3 hours ago\n' +
        'b2        pass10              2 minutes ago   30 seconds ago\n',
      err: '',
      status: 0,
      asked: ['GET /secrets filters={"label":{"env=prod":true},"name":{"pass":true}}'],
    });
  });

  it('formats: quiet, json, template, table with labels', async () => {
    expect((await run('docker secret ls -q')).out).toBe('a1\nb2\n');
    expect((await run('docker secret ls --format json')).out).toBe(
      '{"CreatedAt":"3 hours ago","Driver":"vault","ID":"a1","Labels":"","Name":"pass2","UpdatedAt":"3 hours ago"}\n' +
        '{"CreatedAt":"2 minutes ago","Driver":"","ID":"b2","Labels":"a.b=,env=prod","Name":"pass10","UpdatedAt":"30 seconds ago"}\n',
    );
    expect((await run(`docker secret ls --format 'table {{.Name}}\\t{{.Label "env"}}'`)).out).toBe('NAME      env\npass2     \npass10    prod\n');
    expect(await run(`docker secret ls --format '{{.Nope}}'`)).toMatchObject({
      out: '',
      err: 'template parsing error: template: :1:2: executing "" at <.Nope>: can\'t evaluate field Nope in type *secret.secretContext\n',
      status: 1,
    });
  });

  it('creates from a file, from stdin and for a driver', async () => {
    const file = await run('docker secret create --label env=prod --template-driver golang pass ./pass.txt', { files: { './pass.txt': 'hunter2\n' } });
    expect(file).toEqual({
      out: 'newid\n',
      err: '',
      status: 0,
      asked: ['POST /secrets/create  {"Name":"pass","Labels":{"env":"prod"},"Data":"aHVudGVyMgo=","Templating":{"Name":"golang"}}'],
    });
    expect((await run('docker secret create pass -', { stdin: 'x' })).asked).toEqual(['POST /secrets/create  {"Name":"pass","Labels":{},"Data":"eA=="}']);
    expect((await run('docker secret create -d vault pass')).asked).toEqual(['POST /secrets/create  {"Name":"pass","Labels":{},"Driver":{"Name":"vault"}}']);
  });

  it.each([
    ['pass', 'secret file is required'],
    ['pass ./none.txt', 'error reading from ./none.txt: open ./none.txt: no such file or directory'],
    ['pass ./empty.txt', 'error reading from ./empty.txt: data is empty'],
    ['pass -', 'error reading from STDIN: data is empty'],
    ['-d vault pass ./empty.txt', 'When using secret driver secret data must be empty'],
  ])('refuses to create %s', async (words, message) => {
    expect(await run(`docker secret create ${words}`, { files: { './empty.txt': '' } })).toEqual({ out: '', err: `${message}\n`, status: 1, asked: [] });
  });

  it('shows one, also in words; what is missing comes last', async () => {
    expect(await run('docker secret inspect nope pass10')).toEqual({
      out:
        '[\n    {\n        "ID": "b2",\n        "Version": {\n            "Index": 12\n        },\n        "CreatedAt": "2026-01-01T23:57:30.5Z",\n' +
        '        "UpdatedAt": "2026-01-01T23:59:30Z",\n        "Spec": {\n            "Name": "pass10",\n            "Labels": {\n' +
        '                "a.b": "",\n                "env": "prod"\n            }\n        }\n    }\n]\n',
      err: 'Error response from daemon: secret nope not found\n',
      status: 1,
      asked: ['GET /secrets/nope', 'GET /secrets/pass10'],
    });
    expect((await run('docker secret inspect --pretty pass10')).out).toBe(
      'ID:              b2\nName:              pass10\nLabels:\n - a.b\n - env=prod\nDriver:            \n' +
        'Created at:        2026-01-01 23:57:30.5 +0000 utc\nUpdated at:        2026-01-01 23:59:30 +0000 utc\n',
    );
  });

  it('removes all it can', async () => {
    expect(await run('docker secret rm nope pass10')).toEqual({
      out: 'pass10\n',
      err: 'Error response from daemon: secret nope not found\n',
      status: 1,
      asked: ['DELETE /secrets/nope', 'DELETE /secrets/pass10'],
    });
  });
});
