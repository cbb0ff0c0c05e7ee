import { describe, expect, it } from 'vitest';
import { runScripted } from '../../testing/scripted-engine.ts';

const config = {
  ID: 'a1',
  Version: { Index: 11 },
  CreatedAt: '2026-01-01T21:00:00Z',
  UpdatedAt: '2026-01-01T23:59:59.9Z',
  Spec: { Name: 'site', Labels: { env: 'prod' }, Data: 'aGVsbG8K' },
};
const answers = {
  'GET /configs': { body: [config] },
  'GET /configs/site': { body: config },
  'GET /configs/nope': { refuse: [404, 'config nope not found'] as const },
  'POST /configs/create': { body: { ID: 'newid' } },
  'DELETE /configs/site': { refuse: [400, `rpc error: code = InvalidArgument desc = config 'site' is in use by the following service: web`] as const },
};
const run = (line: string, more: Parameters<typeof runScripted>[1] = {}): ReturnType<typeof runScripted> => runScripted(line, { answers, ...more });

describe('docker config', () => {
  it('lists', async () => {
    expect(await run('docker config ls')).toEqual({
      out: 'ID        NAME      CREATED       UPDATED\na1        site      3 hours ago   Less than a second ago\n',
      err: '',
      status: 0,
      asked: ['GET /configs'],
    });
    expect((await run('docker config ls --format json')).out).toBe(
      '{"CreatedAt":"3 hours ago","ID":"a1","Labels":"env=prod","Name":"site","UpdatedAt":"Less than a second ago"}\n',
    );
  });

  it('takes the default format from config.json, but not with -q', async () => {
    const files = { '/root/.docker/config.json': '{"configFormat":"{{.Name}}!"}' };
    expect((await run('docker config ls', { files })).out).toBe('site!\n');
    expect((await run('docker config ls -q', { files })).out).toBe('a1\n');
  });

  it('creates', async () => {
    expect(await run('docker config create -l a=b site ./site.conf', { files: { './site.conf': 'hello\n' } })).toEqual({
      out: 'newid\n',
      err: '',
      status: 0,
      asked: ['POST /configs/create  {"Name":"site","Labels":{"a":"b"},"Data":"aGVsbG8K"}'],
    });
  });

  it.each([
    ['site ./none', 'Error reading content from "./none": error reading from ./none: open ./none: no such file or directory'],
    [`site ''`, 'Error reading content from "": config file is required'],
    ['site -', 'Error reading content from "-": error reading from STDIN: data is empty'],
  ])('refuses to create %s', async (words, message) => {
    expect(await run(`docker config create ${words}`)).toEqual({ out: '', err: `${message}\n`, status: 1, asked: [] });
  });

  it('shows one in words, with its data', async () => {
    expect(await run('docker config inspect --pretty site')).toEqual({
      out:
        'ID:\t\t\ta1\nName:\t\t\tsite\nLabels:\n - env=prod\nCreated at:            \t2026-01-01 21:00:00 +0000 utc\n' +
        'Updated at:            \t2026-01-01 23:59:59.9 +0000 utc\nData:\nhello\n\n',
      err: '',
      status: 0,
      asked: ['GET /configs/site'],
    });
    expect(await run('docker config inspect --pretty nope')).toMatchObject({
      out: '\n',
      err: 'Error response from daemon: config nope not found\n',
      status: 1,
    });
    expect((await run(`docker config inspect -f '{{json .Spec.Data}} {{.Version.Index}}' site`)).out).toBe('"aGVsbG8K" 11\n');
  });

  it('says who uses what cannot be removed', async () => {
    expect(await run('docker config rm site')).toEqual({
      out: '',
      err: `Error response from daemon: rpc error: code = InvalidArgument desc = config 'site' is in use by the following service: web\n`,
      status: 1,
      asked: ['DELETE /configs/site'],
    });
  });
});
