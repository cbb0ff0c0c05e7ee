import { describe, expect, it } from 'vitest';
import { runScripted } from '../../testing/scripted-engine.ts';

const time = Date.parse('2026-01-01T12:00:00.123Z');
const events = [
  {
    Type: 'service',
    Action: 'update',
    Actor: { ID: 'abc', Attributes: { 'updatestate.new': 'updating', name: 'web' } },
    scope: 'swarm',
    time: Math.floor(time / 1000),
    timeNano: time * 1_000_000,
  },
  {
    status: 'die',
    id: 'c1',
    from: 'nginx',
    Type: 'container',
    Action: 'die',
    Actor: { ID: 'c1', Attributes: {} },
    scope: 'local',
    time: 1,
    timeNano: 1_000_000_007,
  },
];
const answers = { 'GET /events': { stream: events } };
const run = (line: string): ReturnType<typeof runScripted> => runScripted(line, { answers });

describe('docker events', () => {
  it('is a line each, attributes sorted, nine decimals', async () => {
    expect(await run('docker events -f type=service -f scope=swarm --since 10m --until 2026-01-02T00:00:00')).toEqual({
      out: '2026-01-01T12:00:00.123000000Z service update abc (name=web, updatestate.new=updating)\n1970-01-01T00:00:01.000000007Z container die c1\n',
      err: '',
      status: 0,
      asked: ['GET /events filters={"scope":{"swarm":true},"type":{"service":true}}&since=1767311400&until=1767312000.000000000'],
    });
  });

  it('formats', async () => {
    expect((await run('docker system events --format json')).out).toBe(
      '{"Type":"service","Action":"update","Actor":{"ID":"abc","Attributes":{"name":"web","updatestate.new":"updating"}},"scope":"swarm","time":1767268800,"timeNano":1767268800123000000}\n' +
        '{"status":"die","id":"c1","from":"nginx","Type":"container","Action":"die","Actor":{"ID":"c1","Attributes":{}},"scope":"local","time":1,"timeNano":1000000007}\n',
    );
    expect((await run(`docker events --format '{{.Type}} {{.Actor.Attributes.name}} {{.Time}}'`)).out).toBe('service web 1767268800\ncontainer <no value> 1\n');
  });

  it.each([
    ['{{.Type', 'template: :1: unclosed action'],
    ['{{.Nope}}', `template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type *events.Message`],
  ])('refuses the template %s before it asks', async (format, message) => {
    expect(await run(`docker events --format '${format}'`)).toEqual({ out: '', err: `Error parsing format: ${message}\n`, status: 64, asked: [] });
  });

  it('refuses a time it cannot read', async () => {
    expect(await run('docker events --since yesterday')).toEqual({
      out: '',
      err: 'failed to parse value as time or duration: "yesterday"\n',
      status: 1,
      asked: [],
    });
  });
});
